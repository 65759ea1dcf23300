import { Button } from '@festivals/ui/button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { authApi } from '../api.ts';
import { FormFailure } from '../shell/failure.tsx';
import { GuestForm } from './guest-form.tsx';
import { meQuery } from './me.ts';

const route = getRouteApi('/guest/verify-email');

/** Confirms on a press, not on arrival: mail scanners open links too. */
export function VerifyEmailScreen() {
  const t = useTranslations('office.guest');
  const { token } = route.useSearch();
  const queryClient = useQueryClient();
  const verify = useMutation({
    mutationFn: () => authApi.identity.verifyEmail({ body: { token } }),
    onSuccess: () => queryClient.removeQueries({ queryKey: meQuery.queryKey }),
  });
  if (verify.isSuccess) {
    return (
      <GuestForm title={t('verified')} lead={t('verifiedDetail')}>
        <CircleCheck aria-hidden="true" className="size-10 text-success" />
        <Button asChild tone="accent" size="lg">
          <Link to="/">{t('goOn')}</Link>
        </Button>
      </GuestForm>
    );
  }
  return (
    <GuestForm
      title={t('verifyTitle')}
      lead={t('verifyLead')}
      onSubmit={(event) => {
        event.preventDefault();
        verify.mutate();
      }}
    >
      <FormFailure error={verify.error} />
      <Button type="submit" tone="accent" size="lg" busy={verify.isPending} autoFocus>
        {t('verify')}
      </Button>
    </GuestForm>
  );
}
