import { zodResolver } from '@hookform/resolvers/zod';
import { forgotPassword } from '@festivals/domain/identity/contract';
import { Button } from '@festivals/ui/button';
import { Input } from '@festivals/ui/input';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { authApi } from '../api.ts';
import { FormField } from '../form/form-field.tsx';
import { FormFailure } from '../shell/failure.tsx';
import { GuestForm, guestLink } from './guest-form.tsx';
import { MailSent } from './mail-sent.tsx';

export function ForgotPasswordScreen() {
  const t = useTranslations('office.guest');
  const form = useForm({ resolver: zodResolver(forgotPassword.body), defaultValues: { email: '' } });
  const ask = useMutation({ mutationFn: (body: { email: string }) => authApi.identity.forgotPassword({ body }) });
  const back = (
    <Link to="/sign-in" className={guestLink}>
      {t('backToSignIn')}
    </Link>
  );
  if (ask.isSuccess)
    return (
      <MailSent title={t('forgotSent')} detail={t('forgotSentDetail', { email: ask.variables.email })} foot={back} />
    );
  return (
    <GuestForm
      title={t('forgotTitle')}
      lead={t('forgotLead')}
      onSubmit={form.handleSubmit((body) => ask.mutate(body))}
      foot={back}
    >
      <FormField label={t('email')} error={form.formState.errors.email} required>
        <Input scale="lg" type="email" autoComplete="username" autoFocus {...form.register('email')} />
      </FormField>
      <FormFailure error={ask.error} />
      <Button type="submit" tone="accent" size="lg" busy={ask.isPending}>
        {t('forgotSend')}
      </Button>
    </GuestForm>
  );
}
