import type { SignedIn } from '@festivals/domain/identity/contract';
import type { ProviderOutcome } from '@festivals/domain/identity/provider-contract';
import { Button } from '@festivals/ui/button';
import { Input } from '@festivals/ui/input';
import { Notice } from '@festivals/ui/notice';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { authApi } from '../api.ts';
import { FormField } from '../form/form-field.tsx';
import { FormFailure } from '../shell/failure.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { GuestForm } from './guest-form.tsx';
import { useArrival } from './use-arrival.ts';

const route = getRouteApi('/guest/sign-in/with/$provider');

/** An answer of a provider is good once, however often React mounts. */
let finishing: Promise<ProviderOutcome> | null = null;

/** Back from a provider: signed in, asked to confirm, or told what to do. */
export function ComeBackScreen() {
  const t = useTranslations('office.way');
  const { provider } = route.useParams();
  const arrive = useArrival();
  const finish = useMutation({
    mutationFn: () => (finishing ??= finishOnce(provider)),
    onSuccess: (done) => {
      if (done.outcome === 'signed_in') return arrive(done.signedIn, done.next);
      return done.outcome === 'linked' ? arrive(null, done.next ?? '/account') : undefined;
    },
  });
  const begin = useEffectEvent(() => finish.mutate());
  useEffect(() => begin(), []);
  if (finish.isError) {
    return (
      <GuestForm title={t('backFailed')}>
        <FormFailure error={finish.error} />
        <Button asChild tone="accent" size="lg">
          <Link to="/sign-in">{t('backAgain')}</Link>
        </Button>
      </GuestForm>
    );
  }
  if (finish.data?.outcome === 'confirm') return <ConfirmLink confirm={finish.data} onDone={arrive} />;
  return <Waiting />;
}

/** Hands the parameters over and takes them out of the address, where a history would keep them. */
function finishOnce(providerId: string): Promise<ProviderOutcome> {
  const parameters = location.search;
  history.replaceState(history.state, '', location.pathname);
  return authApi.identity.finishProviderSignIn({ params: { providerId }, body: { parameters } });
}

/** There is an account with that address: its owner says so once, by password or by mail. */
function ConfirmLink({
  confirm,
  onDone,
}: {
  confirm: Extract<ProviderOutcome, { outcome: 'confirm' }>;
  onDone: (signedIn: SignedIn, next: string | null) => void;
}) {
  const t = useTranslations('office.way');
  const guest = useTranslations('office.guest');
  const [password, setPassword] = useState('');
  const prove = useMutation({
    mutationFn: () => authApi.identity.confirmProviderLink({ body: { password } }),
    onSuccess: ({ signedIn, next }) => onDone(signedIn, next),
  });
  const mail = useMutation({ mutationFn: () => authApi.identity.mailProviderLink({}) });
  return (
    <GuestForm
      title={t('confirmTitle')}
      lead={t('confirmLead', { email: confirm.email, provider: confirm.provider })}
      onSubmit={(event) => {
        event.preventDefault();
        if (confirm.hasPassword) prove.mutate();
      }}
    >
      {confirm.hasPassword && (
        <>
          <FormField label={guest('password')} required>
            <Input
              scale="lg"
              type="password"
              autoComplete="current-password"
              autoFocus
              value={password}
              onChange={({ target }) => setPassword(target.value)}
            />
          </FormField>
          <FormFailure error={prove.error} />
          <Button type="submit" tone="accent" size="lg" busy={prove.isPending}>
            {t('confirmPassword')}
          </Button>
        </>
      )}
      <FormFailure error={mail.error} />
      {mail.isSuccess ? (
        <Notice tone="success" live>
          {t('confirmMailed', { email: confirm.email })}
        </Notice>
      ) : (
        <Button size="lg" busy={mail.isPending} onClick={() => mail.mutate()}>
          {t('confirmMail')}
        </Button>
      )}
    </GuestForm>
  );
}
