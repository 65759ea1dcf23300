'use client';

import type * as identity from '@festivals/domain/identity/contract';
import type { Language } from '@festivals/messages';
import { useTranslations } from 'next-intl';
import { inLanguage, paths } from '../shell/paths.ts';
import { ask } from './account-client.ts';
import { EmailField, NameField, OtherWay, PasswordField } from './account-fields.tsx';
import { SignInProviders } from './sign-in-providers.tsx';
import { DeedForm } from './deed-form.tsx';

export function RegisterForm({ language }: { language: Language }) {
  const t = useTranslations('site.account');
  return (
    <>
      <SignInProviders language={language} />
      <DeedForm
        action={t('register')}
        done={t('register_done')}
        onSend={(text) =>
          ask<typeof identity.register>('POST', '/auth/register', {
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
