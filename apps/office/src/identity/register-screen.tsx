import { zodResolver } from '@hookform/resolvers/zod';
import { register } from '@festivals/domain/identity/contract';
import { Button } from '@festivals/ui/button';
import { Input } from '@festivals/ui/input';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { authApi } from '../api.ts';
import { FormField } from '../form/form-field.tsx';
import { currentLanguage } from '../i18n/language.ts';
import { FormFailure } from '../shell/failure.tsx';
import { GuestForm, guestLink } from './guest-form.tsx';
import { MailSent } from './mail-sent.tsx';
import { keepReturn } from './return-path.ts';

const route = getRouteApi('/guest/register');

const body = register.body.pick({ name: true, email: true, password: true });

export function RegisterScreen() {
  const t = useTranslations('office.guest');
  const { next } = route.useSearch();
  const form = useForm({ resolver: zodResolver(body), defaultValues: { name: '', email: '', password: '' } });
  const { errors } = form.formState;
  const open = useMutation({
    mutationFn: (values: { name: string; email: string; password: string }) =>
      authApi.identity.register({ body: { ...values, language: currentLanguage() } }),
    onSuccess: () => next && keepReturn(next),
  });
  const back = t.rich('haveAccount', {
    link: (text) => (
      <Link to="/sign-in" search={next ? { next } : {}} className={guestLink}>
        {text}
      </Link>
    ),
  });
  if (open.isSuccess)
    return (
      <MailSent title={t('registered')} detail={t('registeredDetail', { email: open.variables.email })} foot={back} />
    );
  return (
    <GuestForm
      title={t('register')}
      lead={t('registerLead')}
      onSubmit={form.handleSubmit((values) => open.mutate(values))}
      foot={back}
    >
      <FormField label={t('name')} error={errors.name} required>
        <Input scale="lg" autoComplete="name" autoFocus {...form.register('name')} />
      </FormField>
      <FormField label={t('email')} error={errors.email} required>
        <Input scale="lg" type="email" autoComplete="email" {...form.register('email')} />
      </FormField>
      <FormField label={t('password')} hint={t('passwordHint')} error={errors.password} required>
        <Input scale="lg" type="password" autoComplete="new-password" {...form.register('password')} />
      </FormField>
      <FormFailure error={open.error} />
      <Button type="submit" tone="accent" size="lg" busy={open.isPending}>
        {t('register')}
      </Button>
    </GuestForm>
  );
}
