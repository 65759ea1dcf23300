'use client';

import type * as identity from '@festivals/domain/identity/contract';
import type { Language } from '@festivals/messages';
import { useTranslations } from 'next-intl';
import { inLanguage, paths } from '../shell/paths.ts';
import { ask } from './account-client.ts';
import { EmailField, OtherWay } from './account-fields.tsx';
import { DeedForm } from './deed-form.tsx';

export function ForgotForm({ language }: { language: Language }) {
  const t = useTranslations('site.account');
  return (
    <>
      <DeedForm
        action={t('forgot')}
        done={t('forgot_done')}
        onSend={(text) =>
          ask<typeof identity.forgotPassword>('POST', '/auth/password/forgot', { body: { email: text('email') } })
        }
      >
        <EmailField />
      </DeedForm>
      <div className="mt-6">
        <OtherWay href={inLanguage(language, paths.login())}>{t('to_login')}</OtherWay>
      </div>
    </>
  );
}
