'use client';

import type * as contract from '@festivals/domain/identity/provider-contract';
import type { Result } from '@festivals/contract';
import { localeOf, type Language } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { ProviderMark } from '@festivals/ui/provider-mark';
import { useTranslations } from 'next-intl';
import { inLanguage, paths } from '../shell/paths.ts';
import { ProblemNotice } from '../shop/problem-notice.tsx';
import { ask } from './account-client.ts';
import { CurrentPassword } from './current-password.tsx';
import { RoomPart } from './room-part.tsx';
import { useProviders } from './sign-in-providers.tsx';
import { textsOf, useDeed } from './use-deed.ts';

/** Providers that log me in, each to be unlinked, and those that could be added. */
export function MyProviders({
  language,
  ways,
  again,
}: {
  language: Language;
  ways: Result<typeof contract.listWaysIn>;
  again: () => Promise<void>;
}) {
  const t = useTranslations('site.rooms');
  const { providers, origin } = useProviders();
  const deed = useDeed();
  const free = origin === null || origin === location.origin ? providers : [];
  if (ways.identities.length === 0 && free.length === 0) return null;
  const at = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long' });
  const unlink = (identityId: string) =>
    deed.run(async () => {
      await ask<typeof contract.unlinkIdentity>('DELETE', '/auth/ways-in/:identityId', { params: { identityId } });
      await again();
    });
  const link = (providerId: string, password: string) =>
    deed.run(async () => {
      const { url } = await ask<typeof contract.beginProviderLink>('POST', '/auth/providers/:providerId/link', {
        params: { providerId },
        body: { next: inLanguage(language, paths.waysIn()), ...(password && { password }) },
      });
      location.assign(url);
      await new Promise(() => undefined);
    });
  return (
    <RoomPart title={t('providers')} text={free.length > 0 && ways.hasPassword ? t('link_text') : undefined}>
      {deed.problem && <ProblemNotice problem={deed.problem} />}
      {ways.identities.length > 0 && (
        <ul className="mb-6 divide-y divide-line rounded-3xl border border-line bg-surface">
          {ways.identities.map(({ id, provider, icon, email, linkedAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-4 px-5 py-4">
              <ProviderMark icon={icon} />
              <div className="min-w-0 flex-1 basis-40">
                <p className="font-semibold">{provider}</p>
                <p className="text-sm wrap-anywhere text-ink-soft">
                  {t('linked_since', { email: email ?? provider, when: at.format(new Date(linkedAt)) })}
                </p>
              </div>
              <Button
                size="lg"
                disabled={deed.busy}
                onClick={() => void unlink(id)}
                aria-label={`${t('unlink')}: ${provider}`}
                className="rounded-full"
              >
                {t('unlink')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {free.length > 0 && (
        <form
          method="post"
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            const { submitter } = event.nativeEvent as SubmitEvent;
            const chosen = submitter instanceof HTMLButtonElement ? submitter.value : (free[0]?.id ?? '');
            void link(chosen, textsOf(event.currentTarget)('current'));
          }}
        >
          <CurrentPassword has={ways.hasPassword} />
          <div className="flex flex-wrap gap-3">
            {free.map(({ id, name, icon }) => (
              <Button key={id} type="submit" value={id} size="lg" disabled={deed.busy} className="rounded-full">
                <ProviderMark icon={icon} />
                {t('link', { provider: name })}
              </Button>
            ))}
          </div>
        </form>
      )}
    </RoomPart>
  );
}
