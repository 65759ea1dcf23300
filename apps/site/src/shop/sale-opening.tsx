'use client';

import { localeOf, type Language } from '@festivals/messages';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { sayInstant } from '../festival/say-dates.ts';
import { serverClock } from '../shell/server-clock.ts';
import { sayTimeLeft } from './say-time-left.ts';

interface Props {
  /** The instant at which the sale opens. */
  from: string;
  zone: string;
  language: Language;
}

/** When a sale opens: on the festival's clock, on the visitor's own where that is another, and how long it still is by the server's. */
export function SaleOpening({ from, zone, language }: Props) {
  const t = useTranslations('site.tickets');
  const [here, setHere] = useState<{ left: number; zone: string } | null>(null);
  useEffect(() => {
    const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const count = () => setHere({ left: Date.parse(from) - serverClock.now().getTime(), zone: own });
    count();
    const timer = setInterval(count, 1000);
    return () => clearInterval(timer);
  }, [from]);
  const there = sayInstant(from, zone, language);
  const own = here === null ? there : sayInstant(from, here.zone, language);
  return (
    <span className="block text-ink-soft">
      {/* The server's and the browser's edition of ICU may differ in a space. */}
      <span suppressHydrationWarning className="block font-semibold">
        {t('on_sale_from', { when: there })}
      </span>
      {own !== there && <span className="block text-sm">{t('your_time', { when: own })}</span>}
      {here !== null && (
        <span role="timer" className="tabular mt-1 block font-display text-lg font-bold text-accent-text">
          {here.left > 0 ? t('opens_in', { left: sayTimeLeft(here.left, localeOf(language)) }) : t('opening')}
        </span>
      )}
    </span>
  );
}
