import type { Language } from '@festivals/messages';
import { dateFormat } from '../festival/date-format.ts';

/** A moment as the festival's clocks show it: `21:30`. */
export const sayClock = (instant: string, zone: string, language: Language): string =>
  dateFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(
    new Date(instant),
  );

/** From when to when: `21:30 – 23:00`. */
export const sayHours = (
  { startsAt, endsAt }: { startsAt: string; endsAt: string },
  zone: string,
  language: Language,
): string => `${sayClock(startsAt, zone, language)} – ${sayClock(endsAt, zone, language)}`;

/** A festival day in few letters: `Fri 16 Jul`. */
export const sayShortDay = (day: string, language: Language): string =>
  dateFormat(language, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  );
