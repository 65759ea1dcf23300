import type { VatRate } from './details.ts';

/** The rates that hold on a day: of each name the latest that had begun, in the list's order. */
export function vatOn(rates: readonly VatRate[], date: string): VatRate[] {
  const begun = rates.filter(({ from }) => from === null || from <= date);
  const later = (a: VatRate, b: VatRate) => (a.from ?? '') < (b.from ?? '');
  return begun.filter((rate) => !begun.some((other) => other.name === rate.name && later(rate, other)));
}

/** The rates that may be chosen on a day: those that hold, and those that are to come. */
export const vatFrom = (rates: readonly VatRate[], date: string): VatRate[] => {
  const holding = vatOn(rates, date);
  return rates.filter((rate) => holding.includes(rate) || (rate.from !== null && rate.from > date));
};

/** Whether something may be sold at this rate (in basis points). A festival that named none leaves it to whoever encodes. */
export const mayBeVat = (rates: readonly VatRate[], rate: number, date: string): boolean =>
  rates.length === 0 || vatFrom(rates, date).some((one) => one.rate === rate);
