import { zodResolver } from '@hookform/resolvers/zod';
import { login } from '@festivals/domain/identity/contract';
import { Button } from '@festivals/ui/button';
import { Input } from '@festivals/ui/input';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { authApi } from '../api.ts';
import { FormField } from '../form/form-field.tsx';
import { FormFailure } from '../shell/failure.tsx';
import { GuestForm, guestLink } from './guest-form.tsx';
import { SignInProviders } from './sign-in-providers.tsx';
import { useArrival } from './use-arrival.ts';

const route = getRouteApi('/guest/sign-in');

export function SignInScreen() {
  const t = useTranslations('office.guest');
  const { next } = route.useSearch();
  const arrive = useArrival();
  const form = useForm({ resolver: zodResolver(login.body), defaultValues: { email: '', password: '' } });
  const { errors } = form.formState;
  const signIn = useMutation({
    mutationFn: (body: { email: string; password: string }) => authApi.identity.login({ body }),
    onSuccess: (signedIn) => arrive(signedIn, next ?? null),
  });
  return (
    <GuestForm
      title={t('signIn')}
      lead={t('signInLead')}
      onSubmit={form.handleSubmit((body) => signIn.mutate(body))}
      foot={t.rich('noAccount', {
        link: (text) => (
          <Link to="/register" search={next ? { next } : {}} className={guestLink}>
            {text}
          </Link>
        ),
      })}
    >
      <SignInProviders next={next ?? null} />
      <FormField label={t('email')} error={errors.email} required>
        <Input scale="lg" type="email" autoComplete="username" autoFocus {...form.register('email')} />
      </FormField>
      <FormField label={t('password')} error={errors.password} required>
        <Input scale="lg" type="password" autoComplete="current-password" {...form.register('password')} />
      </FormField>
      <Link to="/forgot-password" className={`self-end text-ui ${guestLink}`}>
        {t('forgot')}
      </Link>
      <FormFailure error={signIn.error} />
      <Button type="submit" tone="accent" size="lg" busy={signIn.isPending}>
        {t('signIn')}
      </Button>
    </GuestForm>
  );
}
