'use client';

import type { Language } from '@festivals/messages';
import { useTranslations } from 'next-intl';
import { inLanguage, paths } from '../shell/paths.ts';
import { site } from '../shell/site-client.ts';
import { EmailField, NameField, OtherWay, PasswordField } from './account-fields.tsx';
import { DeedForm } from './deed-form.tsx';

export function RegisterForm({ language }: { language: Language }) {
  const t = useTranslations('site.account');
  return (
    <>
      <DeedForm
        action={t('register')}
        done={t('register_done')}
        onSend={(text) =>
          site.identity.register({
            body: { name: text('name'), email: text('email'), password: text('password'), language },
          })
        }
      >
        <NameField />
        <EmailField />
        <PasswordField fresh />
      </DeedForm>
      <div className="mt-6">
        <OtherWay href={inLanguage(language, paths.login())}>{t('to_login')}</OtherWay>
      </div>
    </>
  );
}
