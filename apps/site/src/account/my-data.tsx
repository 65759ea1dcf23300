'use client';

import type * as contract from '@festivals/domain/personal/contract';
import { localeOf, type Language } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { Notice } from '@festivals/ui/notice';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ProblemNotice } from '../shop/problem-notice.tsx';
import { ask } from './account-client.ts';
import { CurrentPassword } from './current-password.tsx';
import { DeedForm } from './deed-form.tsx';
import { useMember } from './member.tsx';
import { PdfButton } from './pdf-button.tsx';
import { RoomPart } from './room-part.tsx';
import { useDeed } from './use-deed.ts';
import { useWaysIn } from './use-ways-in.ts';

/** A copy of all that is held about me, and the end of my account. */
export function MyData({ language }: { language: Language }) {
  return (
    <>
      <MyCopy language={language} />
      <DeleteAccount />
    </>
  );
}

function MyCopy({ language }: { language: Language }) {
  const t = useTranslations('site.rooms');
  const { data, again } = useMember();
  const deed = useDeed();
  const at = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long' });
  const { state, madeAt, expiresAt } = data.export;
  const begin = () =>
    deed.run(async () => {
      await ask<typeof contract.askMyExport>('POST', '/auth/me/export', {});
      await again();
    });
  return (
    <RoomPart title={t('export_title')} text={t('export_text')}>
      {deed.problem && <ProblemNotice problem={deed.problem} />}
      {state === 'none' && (
        <Button size="xl" busy={deed.busy} className="rounded-full" onClick={() => void begin()}>
          {t('export_ask')}
        </Button>
      )}
      {state === 'making' && (
        <Notice tone="info" live className="text-base">
          {t('export_making')}
        </Notice>
      )}
      {state === 'ready' && madeAt !== null && expiresAt !== null && (
        <>
          <p className="mb-4 text-ink-soft">
            {t('export_ready', { when: at.format(new Date(madeAt)), until: at.format(new Date(expiresAt)) })}
          </p>
          <PdfButton
            load={() => ask<typeof contract.downloadMyExport>('GET', '/auth/me/export', {})}
            fileName="my-data.json"
            label={t('export_save')}
          />
        </>
      )}
    </RoomPart>
  );
}

function DeleteAccount() {
  const t = useTranslations('site.rooms');
  const { data, again } = useMember();
  const { known } = useWaysIn();
  const [mailed, setMailed] = useState(false);
  if (data.deletionAt !== null) return null;
  return (
    <RoomPart title={t('delete_title')} text={t('delete_text')}>
      {data.onlyOrganiserOf.length > 0 ? (
        <Notice tone="warning" className="text-base">
          {t('only_organiser', { festivals: data.onlyOrganiserOf.join(', ') })}
        </Notice>
      ) : mailed ? (
        <Notice tone="success" live className="text-base">
          {t('delete_mailed')}
        </Notice>
      ) : (
        <DeedForm
          action={t('delete_title')}
          tone="danger"
          onSend={async (text) => {
            const password = text('current');
            const { state } = await ask<typeof contract.askMyDeletion>('POST', '/auth/me/deletion', {
              body: password ? { password } : {},
            });
            setMailed(state === 'mailed');
            await again();
          }}
        >
          {known?.hasPassword === false && <p className="text-ink-soft">{t('delete_mail')}</p>}
          <CurrentPassword />
        </DeedForm>
      )}
    </RoomPart>
  );
}
