/** An amount that contains its tax, taken apart; `net + vat` is the amount again, to the cent. */
export interface VatSplit {
  net: number;
  vat: number;
}

const whole = 10_000;

/** `numerator / denominator` to the nearest integer, halves away from zero; exact while both are safe integers. */
function divideRounded(numerator: number, denominator: number): number {
  const size = Math.abs(numerator);
  const rest = size % denominator;
  const quotient = (size - rest) / denominator + (rest * 2 >= denominator ? 1 : 0);
  return numerator < 0 ? -quotient : quotient;
}

/**
 * Takes the tax out of a price that includes it.
 * @param inclusive minor units, negative for money given back
 * @param rate basis points: 2 100 is 21 %
 */
export function splitVat(inclusive: number, rate: number): VatSplit {
  // `|| 0` spares callers a negative zero.
  const vat = divideRounded(inclusive * rate, whole + rate) || 0;
  return { net: inclusive - vat, vat };
}

/** A position of an order: `quantity` times an inclusive `unitPrice`. */
export interface PricedLine {
  quantity: number;
  unitPrice: number;
  vat: number;
}

/** What the lines cost together, tax included. */
export const totalOf = (lines: readonly Omit<PricedLine, 'vat'>[]): number =>
  lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0);

/**
 * The tax within an order per rate, lowest rate first. Amounts of one rate are added up before the tax is taken out,
 * so that a cent is rounded once per rate and not once per line (EN 16931, BR-CO-17).
 */
export function vatByRate(lines: readonly PricedLine[]): Array<VatSplit & { rate: number }> {
  const byRate = Map.groupBy(lines, (line) => line.vat);
  return [...byRate]
    .toSorted(([left], [right]) => left - right)
    .map(([rate, sameRate]) => ({ rate, ...splitVat(totalOf(sameRate), rate) }));
}

/** How many decimals a currency is written with: 2, 0 for the yen, 3 for the dinar (ISO 4217). */
export const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** An amount of minor units as people of this language write it. */
export const formatMoney = (amount: number, currency: string, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount / 10 ** decimalsOf(currency));
