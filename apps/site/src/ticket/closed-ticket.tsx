'use client';

import type { Language } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { useTranslations } from 'next-intl';
import { inLanguage, paths } from '../shell/paths.ts';
import { PillLink } from '../shell/pill-link.tsx';

/** A ticket that does not open here, or not now. */
export function ClosedTicket({
  kind,
  language,
  onAgain,
}: {
  kind: 'closed' | 'failed';
  language: Language;
  onAgain: () => void;
}) {
  const t = useTranslations('site.ticket');
  const login = () => `${inLanguage(language, paths.login())}?next=${encodeURIComponent(location.pathname)}`;
  return (
    <div role="alert" className="mx-auto max-w-xl space-y-4">
      <h1 className="headline text-4xl">{t(kind === 'closed' ? 'closed' : 'failed')}</h1>
      <p className="text-lg text-ink-soft">{t(kind === 'closed' ? 'closed_text' : 'failed_text')}</p>
      {kind === 'failed' ? (
        <Button size="lg" onClick={onAgain} className="rounded-button">
          {t('again')}
        </Button>
      ) : (
        <PillLink tone="accent" href={login()}>
          {t('sign_in')}
        </PillLink>
      )}
    </div>
  );
}
