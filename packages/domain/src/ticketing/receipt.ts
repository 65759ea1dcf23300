import type { Line } from './schemas.ts';

/** The tax of one rate within an order, minor units; the rate in basis points. */
export interface RateTaxed {
  rate: number;
  net: number;
  vat: number;
  gross: number;
}

/**
 * An order's tax by rate, lowest rate first: the lines' own tax, added up. It was rounded when the order was priced, so that no
 * receipt says another cent than the books.
 */
export function taxByRate(lines: readonly Pick<Line, 'quantity' | 'unitPrice' | 'vat' | 'vatAmount'>[]): RateTaxed[] {
  return [...Map.groupBy(lines, ({ vat }) => vat)]
    .map(([rate, ofRate]) => {
      const gross = ofRate.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
      const vat = ofRate.reduce((sum, { vatAmount }) => sum + vatAmount, 0);
      return { rate, net: gross - vat, vat, gross };
    })
    .toSorted((one, other) => one.rate - other.rate);
}
