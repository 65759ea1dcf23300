'use client';

import type * as contract from '@festivals/domain/identity/account-contract';
import { Notice } from '@festivals/ui/notice';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ask } from './account-client.ts';
import { DeedForm } from './deed-form.tsx';
import { mailToken } from './mail-token.ts';
import { useMember } from './member.tsx';
import { RoomPart } from './room-part.tsx';

/** Confirms one side of a change of address, at a press. */
export function ConfirmEmail() {
  const t = useTranslations('site.rooms');
  const { again } = useMember();
  const [said, setSaid] = useState<string | null>(null);
  return (
    <RoomPart title={t('confirm_email_title')}>
      {said === null ? (
        <DeedForm
          action={t('confirm_email')}
          onSend={async () => {
            const { email, change } = await ask<typeof contract.confirmEmailChange>('POST', '/auth/email/confirm', {
              body: { token: mailToken() },
            });
            setSaid(
              change
                ? t('change_waits', { email: change.email, state: change.oldConfirmed ? 'old' : 'new' })
                : t('email_moved', { email }),
            );
            await again();
          }}
        >
          {null}
        </DeedForm>
      ) : (
        <Notice tone="success" live className="text-base wrap-anywhere">
          {said}
        </Notice>
      )}
    </RoomPart>
  );
}
