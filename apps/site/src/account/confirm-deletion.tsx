'use client';

import type * as contract from '@festivals/domain/personal/contract';
import { useTranslations } from 'next-intl';
import { ask } from './account-client.ts';
import { DeedForm } from './deed-form.tsx';
import { mailToken } from './mail-token.ts';
import { useMember } from './member.tsx';
import { RoomPart } from './room-part.tsx';

/** Confirms the end of the account, at a press; then every room says when it is, with the way back. */
export function ConfirmDeletion() {
  const t = useTranslations('site.rooms');
  const { data, again } = useMember();
  if (data.deletionAt !== null) return null;
  return (
    <RoomPart title={t('delete_confirm_title')} text={t('delete_text')}>
      <DeedForm
        action={t('delete_title')}
        tone="danger"
        onSend={async () => {
          await ask<typeof contract.confirmMyDeletion>('POST', '/auth/me/deletion/confirm', {
            body: { token: mailToken() },
          });
          await again();
        }}
      >
        {null}
      </DeedForm>
    </RoomPart>
  );
}
