'use client';

import type * as contract from '@festivals/domain/identity/provider-contract';
import type { Language } from '@festivals/messages';
import { Spinner } from '@festivals/ui/spinner';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import { inLanguage, paths } from '../shell/paths.ts';
import { session } from '../shell/session.ts';
import { ProblemNotice } from '../shop/problem-notice.tsx';
import type { Problem } from '../shop/say-problem.ts';
import { ask } from './account-client.ts';
import { OtherWay } from './account-fields.tsx';
import { problemOf } from './account-problem.ts';
import { ConfirmLink } from './confirm-link.tsx';
import { settleIn } from './device-owner.ts';

type Confirm = Extract<contract.ProviderOutcome, { outcome: 'confirm' }>;
type State = { kind: 'asking' } | { kind: 'failed'; problem: Problem } | { kind: 'confirm'; confirm: Confirm };

/** An answer of a provider is good once: React may mount twice, and a reader may go back. */
let finishing: Promise<contract.ProviderOutcome> | null = null;

/** Back from a provider: signed in, asked to confirm, or told what to do. */
export function ComeBack({ language, providerId }: { language: Language; providerId: string }) {
  const t = useTranslations('site.way');
  const account = useTranslations('site.account');
  const [state, setState] = useState<State>({ kind: 'asking' });
  const arrive = useEffectEvent(async () => {
    finishing ??= finish(providerId);
    try {
      const done = await finishing;
      if (done.outcome === 'confirm') return setState({ kind: 'confirm', confirm: done });
      if (done.outcome === 'signed_in') settleIn(done.signedIn.me.id);
      location.replace(done.next ?? inLanguage(language, paths.account()));
    } catch (error) {
      setState({ kind: 'failed', problem: problemOf(error) });
    }
  });
  useEffect(() => void arrive(), []);
  if (state.kind === 'asking') return <Spinner label={account('loading')} className="mt-10 size-10 text-accent" />;
  if (state.kind === 'confirm') return <ConfirmLink language={language} confirm={state.confirm} />;
  return (
    <div className="mt-8">
      <ProblemNotice problem={state.problem} />
      <div className="mt-4">
        <OtherWay href={inLanguage(language, paths.login())}>{account('to_login')}</OtherWay>
        <OtherWay href={inLanguage(language, paths.register())}>{account('to_register')}</OtherWay>
        {session.expected() && <OtherWay href={inLanguage(language, paths.waysIn())}>{t('to_ways')}</OtherWay>}
      </div>
    </div>
  );
}

/** Hands the parameters over and takes them out of the address, where a history or a screenshot would keep them. */
function finish(providerId: string): Promise<contract.ProviderOutcome> {
  const parameters = location.search;
  history.replaceState(null, '', location.pathname);
  return ask<typeof contract.finishProviderSignIn>('POST', '/auth/providers/:providerId/finish', {
    params: { providerId },
    body: { parameters },
  });
}
