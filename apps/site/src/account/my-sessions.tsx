'use client';

import type * as contract from '@festivals/domain/identity/contract';
import type { z } from 'zod';
import { localeOf, type Language } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { Laptop, Smartphone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import { ask } from './account-client.ts';
import { ProblemNotice } from '../shop/problem-notice.tsx';
import { useMember } from './member.tsx';
import { useDeed } from './use-deed.ts';

type Sessions = Array<z.infer<typeof contract.Session>>;

/** Where I am signed in; each can be ended, and all at once. */
export function MySessions({ language }: { language: Language }) {
  const t = useTranslations('site.account');
  const [sessions, setSessions] = useState<Sessions>([]);
  const deed = useDeed();
  const { left } = useMember();
  const everywhere = () =>
    deed.run(async () => {
      await ask<typeof contract.logoutEverywhere>('POST', '/auth/logout-everywhere', {});
      left();
    });
  const load = async () => setSessions(await ask<typeof contract.listSessions>('GET', '/auth/sessions', {}));
  const begin = useEffectEvent(() => void deed.run(load));
  useEffect(() => begin(), []);
  const end = (sessionId: string) =>
    deed.run(async () => {
      await ask<typeof contract.revokeSession>('DELETE', '/auth/sessions/:sessionId', { params: { sessionId } });
      await load();
    });
  const at = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      {deed.problem && <ProblemNotice problem={deed.problem} />}
      <ul className="divide-y divide-line rounded-3xl border border-line bg-surface">
        {sessions.map((one) => {
          const Sign = one.face === 'app' ? Smartphone : Laptop;
          return (
            <li key={one.id} className="flex flex-wrap items-center gap-4 px-5 py-4">
              <Sign aria-hidden="true" className="size-6 text-ink-soft" />
              <div className="min-w-0 flex-1 basis-48">
                <p className="font-semibold">
                  {t('face', { face: one.face })}
                  {one.current && (
                    <span className="ms-2 rounded-full bg-success-soft px-2.5 py-0.5 text-sm text-success-text">
                      {t('this_device')}
                    </span>
                  )}
                </p>
                <p className="truncate text-sm text-ink-soft">{one.userAgent}</p>
                <p className="text-sm text-ink-soft">{t('last_seen', { when: at.format(new Date(one.lastSeenAt)) })}</p>
              </div>
              {!one.current && (
                <Button size="lg" onClick={() => void end(one.id)} disabled={deed.busy} className="rounded-full">
                  {t('end_session')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <Button size="lg" tone="quiet" onClick={() => void everywhere()} className="mt-4 rounded-full">
        {t('logout_everywhere')}
      </Button>
    </>
  );
}
