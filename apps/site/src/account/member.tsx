'use client';

import type * as identity from '@festivals/domain/identity/contract';
import type * as personal from '@festivals/domain/personal/contract';
import { localeOf, type Language } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { Notice } from '@festivals/ui/notice';
import { Spinner } from '@festivals/ui/spinner';
import { LogOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { createContext, use, useCallback, useEffect, useEffectEvent, useMemo, useState, type ReactNode } from 'react';
import { joinAllFavourites } from '../programme/favourite-sync.ts';
import { inLanguage, paths } from '../shell/paths.ts';
import { session } from '../shell/session.ts';
import { ProblemNotice } from '../shop/problem-notice.tsx';
import type { Problem } from '../shop/say-problem.ts';
import { forgetMyTickets } from '../ticket/kept-ticket.ts';
import { ask, Refusal } from './account-client.ts';
import { problemOf } from './account-problem.ts';
import { isHere, moveOut, settleIn } from './device-owner.ts';
import { useDeed } from './use-deed.ts';
import { PillLink } from '../shell/pill-link.tsx';
import { useReturn } from './use-return.ts';

type State =
  | { kind: 'loading' }
  | { kind: 'guest' }
  | { kind: 'failed'; problem: Problem }
  | { kind: 'member'; me: identity.Me; data: personal.MyData };

interface Member {
  me: identity.Me;
  data: personal.MyData;
  /** Asks again, after something of it has changed. */
  again: () => Promise<void>;
  /** The session is over. */
  left: () => void;
}

const MemberContext = createContext<Member | null>(null);

/** Whose account this is; only for what stands inside `Member`. */
export function useMember(): Member {
  const member = use(MemberContext);
  if (!member) throw new Error('A room of the account is shown to its member alone.');
  return member;
}

/** Shows a room to whoever is signed in, and the way in to guests. */
export function Member({ language, children }: { language: Language; children: ReactNode }) {
  const t = useTranslations('site.account');
  const [state, setState] = useState<State>({ kind: 'loading' });
  const guest = useCallback(() => {
    forgetMyTickets();
    setState({ kind: 'guest' });
  }, []);
  const load = useCallback(async () => {
    try {
      const [me, data] = await Promise.all([
        ask<typeof identity.me>('GET', '/auth/me', {}),
        ask<typeof personal.getMyData>('GET', '/auth/me/data', {}),
      ]);
      settleIn(me.id);
      setState({ kind: 'member', me, data });
      // What was chosen as a guest comes along.
      void joinAllFavourites();
    } catch (error) {
      if (error instanceof Refusal && error.status === 401) return guest();
      setState({ kind: 'failed', problem: problemOf(error) });
    }
  }, [guest]);
  const left = useCallback(() => {
    moveOut();
    setState({ kind: 'guest' });
  }, []);
  const member = useMemo(
    () => (state.kind === 'member' ? { me: state.me, data: state.data, again: load, left } : null),
    [state, load, left],
  );
  const arrive = () => (session.expected() ? void load() : guest());
  const begin = useEffectEvent(arrive);
  useEffect(() => begin(), []);
  useReturn(() => {
    if (state.kind !== 'member' || isHere(state.me.id)) return;
    setState({ kind: 'loading' });
    arrive();
  });

  if (state.kind === 'loading') return <Spinner label={t('loading')} className="mt-10 size-10 text-accent" />;
  if (state.kind === 'failed') {
    return (
      <div className="mt-8 max-w-prose">
        <ProblemNotice problem={state.problem} />
      </div>
    );
  }
  if (state.kind === 'guest') return <Guest language={language} />;
  return (
    <MemberContext value={member}>
      <SignedInAs />
      <Leaving language={language} />
      {children}
    </MemberContext>
  );
}

function SignedInAs() {
  const t = useTranslations('site.account');
  const { me, left } = useMember();
  const leaving = useDeed();
  const leave = () =>
    leaving.run(async () => {
      await ask<typeof identity.logout>('POST', '/auth/logout', {});
      left();
    });
  return (
    <>
      <div className="mt-6 flex flex-wrap items-center justify-between gap-4">
        <p className="min-w-0 text-lg wrap-anywhere text-ink-soft">
          {t('signed_in_as', { name: me.name, email: me.email })}
        </p>
        <Button size="lg" onClick={() => void leave()} busy={leaving.busy} className="rounded-full">
          <LogOut aria-hidden="true" />
          {t('logout')}
        </Button>
      </div>
      {leaving.problem && <ProblemNotice problem={leaving.problem} />}
    </>
  );
}

function Guest({ language }: { language: Language }) {
  const t = useTranslations('site.account');
  const next = (path: string) => `${inLanguage(language, path)}?next=${encodeURIComponent(location.pathname)}`;
  return (
    <div className="mt-6 max-w-prose">
      <p className="text-lg text-ink-soft">{t('guest_text')}</p>
      <div className="mt-8 flex flex-wrap gap-3">
        <PillLink tone="accent" href={next(paths.login())}>
          {t('login')}
        </PillLink>
        <PillLink href={inLanguage(language, paths.register())}>{t('register')}</PillLink>
      </div>
    </div>
  );
}

/** An account that is about to end says so in every room, with the way back. */
function Leaving({ language }: { language: Language }) {
  const t = useTranslations('site.rooms');
  const { data, again } = useMember();
  const deed = useDeed();
  if (data.deletionAt === null) return null;
  const date = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long' }).format(new Date(data.deletionAt));
  const keep = () =>
    deed.run(async () => {
      await ask<typeof personal.cancelMyDeletion>('DELETE', '/auth/me/deletion', {});
      await again();
    });
  return (
    <Notice tone="warning" className="mt-6 text-base">
      <p>{t('leaving', { date })}</p>
      {deed.problem && <ProblemNotice problem={deed.problem} />}
      <Button size="lg" className="mt-3 rounded-full" busy={deed.busy} onClick={() => void keep()}>
        {t('keep')}
      </Button>
    </Notice>
  );
}
