import type { OpeningHours } from '@festivals/domain/places/opening-hours';
import type { Language } from '@festivals/messages';
import { sayDay } from '../festival/say-dates.ts';

/** Opening hours, a line a day: `Friday 9 July 16:00 – 02:30`. */
export const sayHours = (hours: readonly OpeningHours[], language: Language): string[] =>
  hours
    .toSorted((a, b) => a.day.localeCompare(b.day))
    .map(({ day, opens, closes }) => `${sayDay(day, language)} ${opens} – ${closes}`);
