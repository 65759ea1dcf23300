'use client';

import type * as contract from '@festivals/domain/identity/provider-contract';
import type { Language } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { Notice } from '@festivals/ui/notice';
import { useTranslations } from 'next-intl';
import { inLanguage, paths } from '../shell/paths.ts';
import { ProblemNotice } from '../shop/problem-notice.tsx';
import { ask } from './account-client.ts';
import { PasswordField } from './account-fields.tsx';
import { DeedForm } from './deed-form.tsx';
import { settleIn } from './device-owner.ts';
import { useDeed } from './use-deed.ts';

type Confirm = Extract<contract.ProviderOutcome, { outcome: 'confirm' }>;

/** There is an account with that address: its owner says so once, by password or by mail. */
export function ConfirmLink({ language, confirm }: { language: Language; confirm: Confirm }) {
  const t = useTranslations('site.way');
  const mail = useDeed();
  return (
    <div className="mt-8">
      <Notice tone="info" live className="text-base">
        {t('confirm_text', { email: confirm.email, provider: confirm.provider })}
      </Notice>
      {confirm.hasPassword && (
        <DeedForm
          action={t('confirm_password')}
          onSend={async (text) => {
            const { signedIn, next } = await ask<typeof contract.confirmProviderLink>('POST', '/auth/link/confirm', {
              body: { password: text('password') },
            });
            settleIn(signedIn.me.id);
            location.replace(next ?? inLanguage(language, paths.account()));
          }}
        >
          <PasswordField />
        </DeedForm>
      )}
      <div className="mt-6">
        {mail.problem && <ProblemNotice problem={mail.problem} />}
        {mail.done ? (
          <Notice tone="success" live className="text-base">
            {t('mailed', { email: confirm.email })}
          </Notice>
        ) : (
          <Button
            size="xl"
            busy={mail.busy}
            className="h-auto min-h-14 w-full rounded-full py-2 whitespace-normal"
            onClick={() => void mail.run(() => ask<typeof contract.mailProviderLink>('POST', '/auth/link/mail', {}))}
          >
            {t('confirm_mail')}
          </Button>
        )}
      </div>
    </div>
  );
}
