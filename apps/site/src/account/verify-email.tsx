'use client';

import type * as identity from '@festivals/domain/identity/contract';
import type { Language } from '@festivals/messages';
import { useTranslations } from 'next-intl';
import { inLanguage, paths } from '../shell/paths.ts';
import { ask } from './account-client.ts';
import { OtherWay } from './account-fields.tsx';
import { DeedForm } from './deed-form.tsx';
import { mailToken } from './mail-token.ts';

/** Confirms an address at a press, not by itself: mail scanners open links too. */
export function VerifyEmail({ language }: { language: Language }) {
  const t = useTranslations('site.account');
  return (
    <>
      <DeedForm
        action={t('verify')}
        done={t('verify_done')}
        onSend={() => ask<typeof identity.verifyEmail>('POST', '/auth/verify-email', { body: { token: mailToken() } })}
      >
        {null}
      </DeedForm>
      <div className="mt-6">
        <OtherWay href={inLanguage(language, paths.login())}>{t('to_login')}</OtherWay>
      </div>
    </>
  );
}
