import { localeOf, type Language } from '@festivals/messages';

/** A distance as one says it on foot: to ten metres, from a kilometre on in kilometres. */
export function sayDistance(metres: number, language: Language): string {
  const far = metres >= 1000;
  return new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit: far ? 'kilometer' : 'meter',
    unitDisplay: 'short',
    maximumFractionDigits: far && metres < 10_000 ? 1 : 0,
  }).format(far ? metres / 1000 : Math.max(Math.round(metres / 10) * 10, 10));
}
