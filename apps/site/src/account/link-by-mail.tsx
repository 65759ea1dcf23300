'use client';

import type * as contract from '@festivals/domain/identity/provider-contract';
import type { Language } from '@festivals/messages';
import { useTranslations } from 'next-intl';
import { inLanguage, paths } from '../shell/paths.ts';
import { ask } from './account-client.ts';
import { OtherWay } from './account-fields.tsx';
import { DeedForm } from './deed-form.tsx';
import { settleIn } from './device-owner.ts';
import { mailToken } from './mail-token.ts';

/** Links a provider at a press, with the token of the mail, in the browser that came from it. */
export function LinkByMail({ language }: { language: Language }) {
  const t = useTranslations('site.way');
  const account = useTranslations('site.account');
  return (
    <>
      <DeedForm
        action={t('link')}
        onSend={async () => {
          const { signedIn, next } = await ask<typeof contract.confirmProviderLink>('POST', '/auth/link/confirm', {
            body: { token: mailToken() },
          });
          settleIn(signedIn.me.id);
          location.replace(next ?? inLanguage(language, paths.account()));
        }}
      >
        {null}
      </DeedForm>
      <div className="mt-6">
        <OtherWay href={inLanguage(language, paths.login())}>{account('to_login')}</OtherWay>
      </div>
    </>
  );
}
