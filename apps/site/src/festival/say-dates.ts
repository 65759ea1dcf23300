import { dateIn } from '@festivals/domain/calendar';
import type { Language } from '@festivals/messages';
import { dateFormat } from './date-format.ts';

/** Local dates have no zone: they are counted at noon in UTC, where no zone moves them. */
const noon = (date: string) => new Date(`${date}T12:00:00Z`);

/** `9 – 11 July 2027`, in the reader's own order. */
export function sayDates(startsOn: string, endsOn: string, language: Language): string {
  const format = dateFormat(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return startsOn === endsOn ? format.format(noon(startsOn)) : format.formatRange(noon(startsOn), noon(endsOn));
}

/** `Friday 9 July`. */
export const sayDay = (date: string, language: Language): string =>
  dateFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(noon(date));

/** A moment on the festival's own clock: `15 January 2027 at 10:00`. */
export const sayInstant = (instant: string, zone: string, language: Language): string =>
  dateFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(new Date(instant));

/** Whole days until a local date as the festival's zone counts them; negative once it is past. */
export function daysUntil(date: string, zone: string, now: Date): number {
  const today = dateIn(now, zone);
  return Math.round((noon(date).getTime() - noon(today).getTime()) / 86_400_000);
}
