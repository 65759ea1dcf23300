'use client';

import type * as identity from '@festivals/domain/identity/contract';
import type { Language } from '@festivals/messages';
import { useTranslations } from 'next-intl';
import { inLanguage, paths } from '../shell/paths.ts';
import { session } from '../shell/session.ts';
import { ask } from './account-client.ts';
import { OtherWay, PasswordField } from './account-fields.tsx';
import { DeedForm } from './deed-form.tsx';
import { mailToken } from './mail-token.ts';

export function ResetForm({ language }: { language: Language }) {
  const t = useTranslations('site.account');
  return (
    <>
      <DeedForm
        action={t('reset')}
        done={t('reset_done')}
        onSend={async (text) => {
          await ask<typeof identity.resetPassword>('POST', '/auth/password/reset', {
            body: { token: mailToken(), password: text('password') },
          });
          session.ended();
        }}
      >
        <PasswordField fresh />
      </DeedForm>
      <div className="mt-6">
        <OtherWay href={inLanguage(language, paths.login())}>{t('to_login')}</OtherWay>
        <OtherWay href={inLanguage(language, paths.forgot())}>{t('to_forgot')}</OtherWay>
      </div>
    </>
  );
}
