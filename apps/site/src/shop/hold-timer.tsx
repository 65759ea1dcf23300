'use client';

import { useSecondsLeft } from '@festivals/ui/countdown';
import { Hourglass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { serverClock } from '../shell/server-clock.ts';

/** How long the tickets are kept, by the server's clock; said aloud only when it becomes short. */
export function HoldTimer({ until, onEnd }: { until: string; onEnd: () => void }) {
  const t = useTranslations('site.shop');
  const left = useSecondsLeft(serverClock.onThisDevice(until), onEnd);
  const time = left === null ? '–:––' : `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  const short = left !== null && left <= 120;
  const aloud =
    left !== null && left <= 60
      ? t('minutes_left', { count: 1 })
      : left !== null && left <= 300
        ? t('minutes_left', { count: 5 })
        : '';
  return (
    <div
      className={`sticky top-3 z-10 flex items-center gap-3 rounded-2xl border px-5 py-3 shadow-raised ${short ? 'border-warning bg-warning-soft text-warning-text' : 'border-line bg-raised text-ink'}`}
    >
      <Hourglass aria-hidden="true" className="size-5 shrink-0" />
      <p className="flex-1">{t('held')}</p>
      <p role="timer" className="tabular font-display text-2xl font-extrabold">
        {time}
      </p>
      <p aria-live="polite" className="sr-only">
        {aloud}
      </p>
    </div>
  );
}
