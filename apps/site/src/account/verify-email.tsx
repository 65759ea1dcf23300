'use client';

import type { Language } from '@festivals/messages';
import { useTranslations } from 'next-intl';
import { inLanguage, paths } from '../shell/paths.ts';
import { site } from '../shell/site-client.ts';
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
        onSend={() => site.identity.verifyEmail({ body: { token: mailToken() } })}
      >
        {null}
      </DeedForm>
      <div className="mt-6">
        <OtherWay href={inLanguage(language, paths.login())}>{t('to_login')}</OtherWay>
      </div>
    </>
  );
}
