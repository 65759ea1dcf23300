/** The states of the European Union, ISO 3166-1 alpha-2. */
export const unionStates: readonly string[] =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

/**
 * Whether lines are sold without the tax that belongs to them, because the company that buys owes it (directive 2006/112/EC, article 196).
 * Prices of a cent or two hold no tax anyway and say nothing.
 */
export function isReverseCharged(
  lines: readonly { vat: number; vatAmount: number; unitPrice: number; quantity: number }[],
): boolean {
  const taxable = lines.filter(
    ({ vat, unitPrice, quantity }) => Math.round((unitPrice * quantity * vat) / (10_000 + vat)) > 0,
  );
  return taxable.length > 0 && taxable.every(({ vatAmount }) => vatAmount === 0);
}
