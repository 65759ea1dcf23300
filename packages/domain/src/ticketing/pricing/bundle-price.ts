/** What the shop says of a bundle before anybody chose it. Pure. */
import { feesOf } from './fees.ts';
import type { Bundle, PriceRules, TypeOnSale } from './price-list.ts';
import { unitsOf } from './units.ts';
import { linesOf } from './vat-of-units.ts';

/** What one bundle costs at a moment, VAT and the fees of its tickets within: what an order of it is charged. On sale or not yet. */
export function priceOfBundle(bundle: Bundle, types: readonly TypeOnSale[], rules: PriceRules, now: Date): number {
  const list = {
    festival: 'PUBLISHED' as const,
    isOver: false,
    country: '',
    rules,
    types: types.map((type) => ({ ...type, onSaleFrom: null, onSaleUntil: null })),
    options: [],
  };
  const found = unitsOf({ items: [], bundles: [{ bundleId: bundle.id, quantity: 1 }] }, list, new Set(), now);
  if (!found.ok) return bundle.price;
  const fees = feesOf(
    found.units,
    rules.fees.filter(({ kind }) => kind !== 'PER_ORDER'),
  );
  return linesOf([...found.units, ...fees], rules, false).reduce(
    (sum, { quantity, unitPrice }) => sum + quantity * unitPrice,
    0,
  );
}
