/** Prices shown in another currency beside the one that is charged. Pure, and integers alone. */
import { partOf } from '../shares.ts';

/** Rates are written in millionths: 940 000 is 0.94 of the other currency for one unit of the festival's own. */
export const rateUnit = 1_000_000;

/** What an amount is shown as in another currency, minor units to the nearest, halves up. Both have two decimals. */
export const present = (amount: number, rate: number): number => partOf(amount, rate, rateUnit);

/** A rate as people type it, with a point or a comma and at most six decimals, in millionths; null for what is no such rate. */
export function readRate(text: string): number | null {
  const match = /^(\d{1,4})(?:[.,](\d{1,6}))?$/.exec(text.trim());
  if (match?.[1] === undefined) return null;
  const rate = Number(match[1]) * rateUnit + Number((match[2] ?? '').padEnd(6, '0'));
  return rate >= leastRate && rate <= mostRate ? rate : null;
}

/** A rate as a reader of this language would type it: with their decimal sign. */
export const writeRate = (rate: number, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 6, useGrouping: false }).format(rate / rateUnit);

export const leastRate = 1000;
export const mostRate = 1_000_000_000;
