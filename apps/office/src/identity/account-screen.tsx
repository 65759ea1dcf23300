import { isLanguage, languageNames, languages } from '@festivals/messages';
import { zodResolver } from '@hookform/resolvers/zod';
import { updateMe } from '@festivals/domain/identity/contract';
import { Button } from '@festivals/ui/button';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { FormField } from '../form/form-field.tsx';
import { useLanguage } from '../i18n/language.ts';
import { FormFailure } from '../shell/failure.tsx';
import { Page } from '../shell/page.tsx';
import { meQuery, useMe } from './me.ts';
import { Sessions } from './sessions.tsx';
import { WaysIn } from './ways-in.tsx';
import { useChangeLanguage } from './use-change-language.ts';

const body = updateMe.body.pick({ name: true, phone: true }).required();

/** My name, my language, how I sign in and where I am signed in. */
export function AccountScreen() {
  const t = useTranslations('office.account');
  const me = useMe();
  const language = useLanguage();
  const changeLanguage = useChangeLanguage();
  const queryClient = useQueryClient();
  const say = useToast();
  const form = useForm({ resolver: zodResolver(body), values: { name: me.name, phone: me.phone } });
  const save = useMutation({
    mutationFn: (values: { name: string; phone: string | null }) => api.identity.updateMe({ body: values }),
    onSuccess: (saved) => {
      queryClient.setQueryData(meQuery.queryKey, saved);
      say({ title: t('saved') });
    },
  });
  return (
    <Page title={t('title')} lead={me.email} narrow>
      <div className="space-y-5">
        <Card>
          <CardHeader title={t('profile')} description={t('profileLead')} />
          <CardBody>
            <form
              noValidate
              onSubmit={form.handleSubmit((values) => save.mutate(values))}
              className="grid gap-4 sm:grid-cols-2"
            >
              <FormField label={t('name')} error={form.formState.errors.name} required>
                <Input autoComplete="name" {...form.register('name')} />
              </FormField>
              <FormField label={t('phone')} hint={t('phoneHint')} error={form.formState.errors.phone} optional>
                <Input
                  type="tel"
                  autoComplete="tel"
                  {...form.register('phone', {
                    setValueAs: (text: string | null) => (text ? text.replaceAll(/[\s().-]/g, '') : null),
                  })}
                />
              </FormField>
              <FormField label={t('language')} hint={t('languageHint')}>
                <Select
                  value={language}
                  onChange={({ target }) => isLanguage(target.value) && changeLanguage(target.value)}
                >
                  {languages.map((one) => (
                    <option key={one} value={one} lang={one}>
                      {languageNames[one]}
                    </option>
                  ))}
                </Select>
              </FormField>
              <div className="space-y-3 sm:col-span-2">
                <FormFailure error={save.error} />
                <Button type="submit" tone="accent" busy={save.isPending} disabled={!form.formState.isDirty}>
                  {t('save')}
                </Button>
              </div>
            </form>
          </CardBody>
        </Card>
        <WaysIn />
        <Sessions />
      </div>
    </Page>
  );
}
