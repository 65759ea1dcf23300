'use client';

import type * as contract from '@festivals/domain/identity/account-contract';
import { Button } from '@festivals/ui/button';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { Notice } from '@festivals/ui/notice';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import type { z } from 'zod';
import { ProblemNotice } from '../shop/problem-notice.tsx';
import { ask } from './account-client.ts';
import { CurrentPassword } from './current-password.tsx';
import { DeedForm } from './deed-form.tsx';
import { useMember } from './member.tsx';
import { RoomPart } from './room-part.tsx';
import { useDeed } from './use-deed.ts';

type Change = z.infer<typeof contract.EmailChange>;

/** The address that I log in with, and the one that shall replace it. */
export function MyEmail() {
  const t = useTranslations('site.rooms');
  const { me } = useMember();
  const [change, setChange] = useState<Change | null>(null);
  const deed = useDeed();
  const load = async () => setChange((await ask<typeof contract.getEmailChange>('GET', '/auth/email', {})).change);
  const begin = useEffectEvent(() => void deed.run(load));
  useEffect(() => begin(), []);
  const keep = () =>
    deed.run(async () => {
      await ask<typeof contract.cancelEmailChange>('DELETE', '/auth/email', {});
      await load();
    });
  return (
    <RoomPart title={t('email_title')} text={t('email_text', { email: me.email })}>
      {deed.problem && <ProblemNotice problem={deed.problem} />}
      {change ? (
        <Notice tone="info" live className="text-base">
          <p className="wrap-anywhere">{t('change_waits', { email: change.email, state: stateOf(change) })}</p>
          <Button size="lg" busy={deed.busy} className="mt-3 rounded-full" onClick={() => void keep()}>
            {t('keep_email')}
          </Button>
        </Notice>
      ) : (
        <DeedForm
          action={t('change_email')}
          onSend={async (text) => {
            const password = text('current');
            await ask<typeof contract.askEmailChange>('POST', '/auth/email', {
              body: { email: text('email'), ...(password && { password }) },
            });
            await load();
          }}
        >
          <Field label={t('new_email')} required>
            <Input scale="lg" name="email" type="email" autoComplete="email" required maxLength={254} />
          </Field>
          <CurrentPassword />
        </DeedForm>
      )}
    </RoomPart>
  );
}

const stateOf = ({ oldConfirmed, newConfirmed }: Change) => (oldConfirmed ? 'old' : newConfirmed ? 'new' : 'none');
