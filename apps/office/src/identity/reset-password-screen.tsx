import { zodResolver } from '@hookform/resolvers/zod';
import { resetPassword } from '@festivals/domain/identity/contract';
import { Button } from '@festivals/ui/button';
import { Input } from '@festivals/ui/input';
import { useToast } from '@festivals/ui/toast';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { authApi } from '../api.ts';
import { FormField } from '../form/form-field.tsx';
import { FormFailure } from '../shell/failure.tsx';
import { GuestForm, guestLink } from './guest-form.tsx';

const route = getRouteApi('/guest/reset-password');
const body = resetPassword.body.pick({ password: true });

export function ResetPasswordScreen() {
  const t = useTranslations('office.guest');
  const { token } = route.useSearch();
  const navigate = useNavigate();
  const say = useToast();
  const form = useForm({ resolver: zodResolver(body), defaultValues: { password: '' } });
  const reset = useMutation({
    mutationFn: ({ password }: { password: string }) => authApi.identity.resetPassword({ body: { token, password } }),
    onSuccess: () => {
      say({ title: t('resetDone') });
      return navigate({ to: '/sign-in' });
    },
  });
  return (
    <GuestForm
      title={t('resetTitle')}
      lead={t('resetLead')}
      onSubmit={form.handleSubmit((values) => reset.mutate(values))}
      foot={
        <Link to="/forgot-password" className={guestLink}>
          {t('resetAgain')}
        </Link>
      }
    >
      <FormField label={t('newPassword')} hint={t('passwordHint')} error={form.formState.errors.password} required>
        <Input scale="lg" type="password" autoComplete="new-password" autoFocus {...form.register('password')} />
      </FormField>
      <FormFailure error={reset.error} />
      <Button type="submit" tone="accent" size="lg" busy={reset.isPending}>
        {t('resetSave')}
      </Button>
    </GuestForm>
  );
}
