'use client';

import { ApiError } from '@festivals/contract';
import type { Me } from '@festivals/domain/identity/contract';
import type { Language } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { Spinner } from '@festivals/ui/spinner';
import { LogOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import { favouriteStore } from '../programme/favourite-store.ts';
import { joinAllFavourites } from '../programme/favourite-sync.ts';
import { inLanguage, paths } from '../shell/paths.ts';
import { session } from '../shell/session.ts';
import { site } from '../shell/site-client.ts';
import { ProblemNotice } from '../shop/problem-notice.tsx';
import { problemOf, type Problem } from '../shop/say-problem.ts';
import { MySessions } from './my-sessions.tsx';
import { MyTickets } from './my-tickets.tsx';
import { useDeed } from './use-deed.ts';

type State =
  | { kind: 'loading' }
  | { kind: 'guest' }
  | { kind: 'failed'; problem: Problem }
  | { kind: 'member'; me: Me };

/** My account; guests are shown the way in. */
export function Account({ language }: { language: Language }) {
  const t = useTranslations('site.account');
  const [state, setState] = useState<State>({ kind: 'loading' });
  const leaving = useDeed();
  const arrive = useEffectEvent(() => {
    if (!session.expected()) return setState({ kind: 'guest' });
    site.identity.me({}).then(
      (me) => {
        setState({ kind: 'member', me });
        // What was chosen as a guest comes along.
        void joinAllFavourites();
      },
      (error: unknown) =>
        setState(
          error instanceof ApiError && error.status === 401
            ? { kind: 'guest' }
            : { kind: 'failed', problem: problemOf(error) },
        ),
    );
  });
  useEffect(() => arrive(), []);

  const leave = (everywhere: boolean) =>
    leaving.run(async () => {
      await (everywhere ? site.identity.logoutEverywhere({}) : site.identity.logout({}));
      session.ended();
      favouriteStore.forget();
      setState({ kind: 'guest' });
    });

  if (state.kind === 'loading') return <Spinner label={t('loading')} className="mt-10 size-10 text-accent" />;
  if (state.kind === 'failed') return <ProblemNotice problem={state.problem} />;
  if (state.kind === 'guest') {
    return (
      <div className="mt-6 max-w-prose">
        <p className="text-lg text-ink-soft">{t('guest_text')}</p>
        <div className="mt-8 flex flex-wrap gap-3">
          <a
            href={inLanguage(language, paths.login())}
            className="inline-flex h-14 items-center rounded-full bg-accent px-8 text-lg font-semibold text-on-accent hover:bg-accent-hover"
          >
            {t('login')}
          </a>
          <a
            href={inLanguage(language, paths.register())}
            className="inline-flex h-14 items-center rounded-full border-2 border-edge px-8 text-lg font-semibold hover:bg-hover"
          >
            {t('register')}
          </a>
        </div>
      </div>
    );
  }
  return (
    <>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-4">
        <p className="text-lg text-ink-soft">{t('signed_in_as', { name: state.me.name, email: state.me.email })}</p>
        <Button size="lg" onClick={() => leave(false)} busy={leaving.busy} className="rounded-full">
          <LogOut aria-hidden="true" />
          {t('logout')}
        </Button>
      </div>
      {leaving.problem && <ProblemNotice problem={leaving.problem} />}
      <MyTickets language={language} />
      <MySessions language={language} onEverywhere={() => leave(true)} />
    </>
  );
}
