import type { VatRate } from './details.ts';

/** The rates that hold on a day: of each name the latest that had begun, in the list's order. */
export function vatOn(rates: readonly VatRate[], date: string): VatRate[] {
  const begun = rates.filter(({ from }) => from === null || from <= date);
  const later = (a: VatRate, b: VatRate) => (a.from ?? '') < (b.from ?? '');
  return begun.filter((rate) => !begun.some((other) => other.name === rate.name && later(rate, other)));
}
