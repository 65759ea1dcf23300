'use client';

import type { OpeningHours } from '@festivals/domain/places/opening-hours';
import { openState, type OpenState, wallTimeOf, type WallTime } from '@festivals/domain/places/open-now';
import type { Language } from '@festivals/messages';
import { useTranslations } from 'next-intl';
import { sayDay } from '../festival/say-dates.ts';
import { useServerNow } from './use-server-now.ts';

/** Whether something is open at the festival now, in words, on a line that is kept for them until the time is known; nothing where it is always open. */
export function OpenNow({
  hours,
  zone,
  language,
}: {
  hours: readonly OpeningHours[];
  zone: string;
  language: Language;
}) {
  const t = useTranslations('site.open_now');
  const now = useServerNow();
  if (hours.length === 0) return null;
  const clock = now && wallTimeOf(now, zone);
  const state = clock && openState(hours, clock);
  return (
    <span className="my-0.5 block min-h-7 [@media(scripting:none)]:hidden">
      {clock && state && (
        <span
          className={`inline-block rounded-button px-2.5 py-0.5 text-sm font-semibold ${
            state.open ? 'bg-success-soft text-success-text' : 'bg-sunken text-ink-soft'
          }`}
        >
          {words(state, clock)}
        </span>
      )}
    </span>
  );

  function words(said: OpenState, { date }: WallTime): string {
    if (said.open) return said.until === null ? t('open') : t('until', { time: said.until });
    if (said.next === null) return t('over');
    const { day, opens } = said.next;
    return day === date ? t('at', { time: opens }) : t('on', { day: sayDay(day, language), time: opens });
  }
}
