'use client';

import type * as account from '@festivals/domain/identity/account-contract';
import type { Language } from '@festivals/messages';
import { Spinner } from '@festivals/ui/spinner';
import { useTranslations } from 'next-intl';
import { ask } from './account-client.ts';
import { PasswordField } from './account-fields.tsx';
import { CurrentPassword } from './current-password.tsx';
import { DeedForm } from './deed-form.tsx';
import { MyProviders } from './my-providers.tsx';
import { MySessions } from './my-sessions.tsx';
import { RoomPart } from './room-part.tsx';
import { useWaysIn } from './use-ways-in.ts';

/** How I log in: my password, other providers, and where I am logged in now. */
export function MyWaysIn({ language }: { language: Language }) {
  const t = useTranslations('site.rooms');
  const words = useTranslations('site.account');
  const { known, load } = useWaysIn();
  if (!known) return <Spinner label={words('loading')} className="mt-10 size-8 text-accent" />;
  return (
    <>
      <RoomPart title={t('password')} text={known.hasPassword ? t('password_text') : t('no_password')}>
        <DeedForm
          action={t('change_password')}
          doneBeside={t('password_changed')}
          onSend={async (text) => {
            const current = text('current');
            await ask<typeof account.changePassword>('POST', '/auth/password/change', {
              body: { password: text('password'), ...(current && { current }) },
            });
            await load();
          }}
        >
          <CurrentPassword has={known.hasPassword} />
          <PasswordField fresh />
        </DeedForm>
      </RoomPart>
      <MyProviders language={language} ways={known} again={load} />
      <RoomPart title={words('sessions')} text={words('sessions_text')}>
        <MySessions language={language} />
      </RoomPart>
    </>
  );
}
