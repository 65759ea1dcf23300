'use client';

import type { Language } from '@festivals/messages';
import { useTranslations } from 'next-intl';
import { inLanguage, paths } from '../shell/paths.ts';
import { site } from '../shell/site-client.ts';
import { EmailField, OtherWay } from './account-fields.tsx';
import { DeedForm } from './deed-form.tsx';

export function ForgotForm({ language }: { language: Language }) {
  const t = useTranslations('site.account');
  return (
    <>
      <DeedForm
        action={t('forgot')}
        done={t('forgot_done')}
        onSend={(text) => site.identity.forgotPassword({ body: { email: text('email') } })}
      >
        <EmailField />
      </DeedForm>
      <div className="mt-6">
        <OtherWay href={inLanguage(language, paths.login())}>{t('to_login')}</OtherWay>
      </div>
    </>
  );
}
