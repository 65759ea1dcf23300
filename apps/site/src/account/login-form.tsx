'use client';

import type * as identity from '@festivals/domain/identity/contract';
import type { Language } from '@festivals/messages';
import { useTranslations } from 'next-intl';
import { inLanguage, paths } from '../shell/paths.ts';
import { ask } from './account-client.ts';
import { EmailField, OtherWay, PasswordField } from './account-fields.tsx';
import { SignInProviders } from './sign-in-providers.tsx';
import { settleIn } from './device-owner.ts';
import { nextPath } from './next-path.ts';
import { DeedForm } from './deed-form.tsx';

export function LoginForm({ language }: { language: Language }) {
  const t = useTranslations('site.account');
  return (
    <>
      <SignInProviders language={language} />
      <DeedForm
        action={t('login')}
        onSend={async (text) => {
          const { me } = await ask<typeof identity.login>('POST', '/auth/login', {
            body: { email: text('email'), password: text('password') },
          });
          settleIn(me.id);
          location.assign(nextPath() ?? inLanguage(language, paths.account()));
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
