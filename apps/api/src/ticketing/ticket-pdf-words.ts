import type { Language } from '@festivals/domain/primitives';
import { localeOf } from '../paper/locale-of.ts';

/** The festival's days. They are dates on the festival's own calendar already, so that no zone may move them. */
export function formatDates({ startsOn, endsOn }: { startsOn: string; endsOn: string }, language: Language): string {
  const format = new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.formatRange(new Date(startsOn), new Date(endsOn));
}

/** 2 100 basis points as "21 %". */
export const formatRate = (basisPoints: number, language: Language): string =>
  new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 2 }).format(
    basisPoints / 10_000,
  );
