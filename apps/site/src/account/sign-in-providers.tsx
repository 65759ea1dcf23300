'use client';

import type * as provider from '@festivals/domain/identity/provider-contract';
import type { Language } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { ProviderMark } from '@festivals/ui/provider-mark';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { inLanguage, paths } from '../shell/paths.ts';
import { ProblemNotice } from '../shop/problem-notice.tsx';
import { ask } from './account-client.ts';
import { nextPath } from './next-path.ts';
import { useDeed } from './use-deed.ts';

/** The other ways in that this house offers; nothing at all where there are none. */
export function SignInProviders({ language }: { language: Language }) {
  const t = useTranslations('site.way');
  const { providers, origin } = useProviders();
  const deed = useDeed();
  const [busy, setBusy] = useState<string | null>(null);
  if (providers.length === 0) return null;
  if (origin !== null && origin !== location.origin) {
    // On a festival's own domain: providers know the house's address alone.
    return (
      <p className="mt-8">
        <a
          href={origin + inLanguage(language, paths.login())}
          className="inline-block py-2 font-semibold text-accent-text underline underline-offset-4"
        >
          {t('elsewhere', { providers: providers.map(({ name }) => name).join(', ') })}
        </a>
      </p>
    );
  }
  const begin = (providerId: string) =>
    deed.run(async () => {
      setBusy(providerId);
      const next = nextPath() ?? inLanguage(language, paths.account());
      const { url } = await ask<typeof provider.beginProviderSignIn>('POST', '/auth/providers/:providerId/begin', {
        params: { providerId },
        body: { next },
      });
      location.assign(url);
      // The page is about to go: until then the button stays busy.
      await new Promise(() => undefined);
    });
  return (
    <div className="mt-8">
      {deed.problem && <ProblemNotice problem={deed.problem} />}
      <ul className="grid gap-3">
        {providers.map(({ id, name, icon }) => (
          <li key={id}>
            <Button
              size="xl"
              className="h-auto min-h-14 w-full rounded-full border-2 py-2 whitespace-normal"
              busy={deed.busy && busy === id}
              disabled={deed.busy}
              onClick={() => void begin(id)}
            >
              <ProviderMark icon={icon} />
              {t('with', { provider: name })}
            </Button>
          </li>
        ))}
      </ul>
      <p className="mt-6 flex items-center gap-4 text-ink-soft before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t('or')}
      </p>
    </div>
  );
}

interface Offered {
  origin: string | null;
  providers: readonly provider.SignInProvider[];
}

/** What is offered; a question without an answer offers nothing, and the password still works. */
export function useProviders(): Offered {
  const [offered, setOffered] = useState<Offered>({ origin: null, providers: [] });
  useEffect(() => {
    ask<typeof provider.listSignInProviders>('GET', '/auth/providers', {}).then(setOffered, () => undefined);
  }, []);
  return offered;
}
