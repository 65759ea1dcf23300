'use client';

import type { Language } from '@festivals/messages';
import { useTranslations } from 'next-intl';
import { inLanguage, paths } from '../shell/paths.ts';
import { session } from '../shell/session.ts';
import { site } from '../shell/site-client.ts';
import { EmailField, OtherWay, PasswordField } from './account-fields.tsx';
import { DeedForm } from './deed-form.tsx';

export function LoginForm({ language }: { language: Language }) {
  const t = useTranslations('site.account');
  return (
    <>
      <DeedForm
        action={t('login')}
        onSend={async (text) => {
          await site.identity.login({ body: { email: text('email'), password: text('password') } });
          session.began();
          location.assign(inLanguage(language, paths.account()));
        }}
      >
        <EmailField />
        <PasswordField />
      </DeedForm>
      <div className="mt-6">
        <OtherWay href={inLanguage(language, paths.forgot())}>{t('to_forgot')}</OtherWay>
        <OtherWay href={inLanguage(language, paths.register())}>{t('to_register')}</OtherWay>
      </div>
    </>
  );
}
