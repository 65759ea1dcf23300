import { Button } from '@festivals/ui/button';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { authApi } from '../api.ts';
import { FormFailure } from '../shell/failure.tsx';
import { GuestForm } from './guest-form.tsx';
import { useArrival } from './use-arrival.ts';

const route = getRouteApi('/guest/sign-in/link');

/** Links a provider at a press, with the token of the mail, in the browser that came from it. */
export function LinkByMailScreen() {
  const t = useTranslations('office.way');
  const { token } = route.useSearch();
  const arrive = useArrival();
  const link = useMutation({
    mutationFn: () => authApi.identity.confirmProviderLink({ body: { token } }),
    onSuccess: ({ signedIn, next }) => arrive(signedIn, next),
  });
  return (
    <GuestForm
      title={t('linkTitle')}
      lead={t('linkLead')}
      onSubmit={(event) => {
        event.preventDefault();
        link.mutate();
      }}
    >
      <FormFailure error={link.error} />
      <Button type="submit" tone="accent" size="lg" busy={link.isPending} autoFocus>
        {t('linkButton')}
      </Button>
    </GuestForm>
  );
}
