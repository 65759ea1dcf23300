/** From prices as they were typed to what is paid, VAT included, in lines whose units cost the same to the cent. Pure. */
import type { OrderLine, PriceRules, Why } from './price-list.ts';
import { partOf, shares } from '../../shares.ts';
import type { Unit } from './units.ts';

/** A line before its reasons are called by their names. */
export type PlainLine = Omit<OrderLine, 'why'> & { why: Why[] };

const whole = 10_000;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** The tax on a net amount, and the tax within a gross one; minor units. */
const onNet = (net: number, rate: number): number => partOf(net, rate, whole);
const within = (gross: number, rate: number): number => partOf(gross, rate, whole + rate);

/** What is paid for one unit at the price that was typed. */
export const grossOf = (price: number, rate: number, { pricesIncludeVat }: Pick<PriceRules, 'pricesIncludeVat'>) =>
  pricesIncludeVat ? price : price + onNet(price, rate);

interface Group {
  unit: Unit;
  quantity: number;
  why: Why[];
  gross: number;
  vat: number;
}

/** The lines of an order with their tax. */
export function linesOf(units: readonly Unit[], rules: PriceRules, reverseCharge: boolean): PlainLine[] {
  const groups = groupsOf(units).map((group) => (reverseCharge ? untaxed(group, rules) : group));
  const taxed = reverseCharge
    ? groups
    : [...Map.groupBy(groups, ({ unit }) => unit.vat).values()].flatMap((sameRate) => taxOf(sameRate, rules));
  const byGroup = new Map(taxed.map((group) => [group.unit, group]));
  return groups.flatMap((group) => evenLines(byGroup.get(group.unit) ?? group, rules, reverseCharge));
}

/** Units that are alike in everything, in the order of the first of them. */
function groupsOf(units: readonly Unit[]): Group[] {
  const alike = Map.groupBy(units, ({ stocks: _stocks, name: _name, ...unit }) => JSON.stringify(unit));
  return [...alike.values()].flatMap((same) => {
    const [unit] = same;
    if (!unit) return [];
    const why = unit.why.map((one) => ({ ...one, amount: one.amount * same.length }));
    return [{ unit, quantity: same.length, why, gross: unit.price * same.length, vat: 0 }];
  });
}

/** What a company of another state pays: the net, of which it owes the tax at home. */
const untaxed = (group: Group, rules: PriceRules): Group => ({
  ...group,
  gross: untaxedPrice(group.unit.price, group.unit.vat, rules) * group.quantity,
  vat: 0,
});

const untaxedPrice = (price: number, rate: number, { pricesIncludeVat }: PriceRules): number =>
  pricesIncludeVat ? price - within(price, rate) : price;

/** The tax of the lines of one rate, which come to the rate's tax of the order wherever it is rounded on the sum. */
function taxOf(groups: readonly Group[], { pricesIncludeVat, rounding }: PriceRules): Group[] {
  const rate = groups[0]?.unit.vat ?? 0;
  const typed = groups.map(({ gross }) => gross);
  if (rounding === 'LINE')
    return groups.map((group) =>
      pricesIncludeVat
        ? { ...group, vat: within(group.gross, rate) }
        : { ...group, gross: group.gross + onNet(group.gross, rate), vat: onNet(group.gross, rate) },
    );
  if (rounding === 'KEEP_GROSS') {
    const gross = groups.map(({ unit, quantity }) => grossOf(unit.price, rate, { pricesIncludeVat }) * quantity);
    const parts = running(gross, (upTo) => within(upTo, rate));
    return groups.map((group, at) => ({ ...group, gross: gross[at] ?? 0, vat: parts[at] ?? 0 }));
  }
  const nets = pricesIncludeVat ? typed.map((gross) => gross - within(gross, rate)) : typed;
  const parts = shares(onNet(sum(nets), rate), nets);
  return groups.map((group, at) => {
    const vat = parts[at] ?? 0;
    return { ...group, gross: (nets[at] ?? 0) + vat, vat };
  });
}

/** What each amount adds to a rounded figure of the sum: the parts come to the figure of the whole (EN 16931, BR-CO-17). */
function running(amounts: readonly number[], of: (upTo: number) => number): number[] {
  let before = 0;
  return amounts.map((amount) => {
    const after = before + amount;
    const part = of(after) - of(before);
    before = after;
    return part;
  });
}

/** A group as lines whose units cost exactly the same: one, or two that differ by a cent. */
function evenLines({ unit, quantity, why, gross, vat }: Group, rules: PriceRules, reverseCharge: boolean): PlainLine[] {
  const low = Math.floor(gross / quantity);
  const dearer = gross - low * quantity;
  const sizes = [
    { count: dearer, price: low + 1 },
    { count: quantity - dearer, price: low },
  ].filter(({ count }) => count > 0);
  const vats = shares(
    vat,
    sizes.map(({ count, price }) => count * price),
  );
  const rate = reverseCharge ? 0 : unit.vat;
  const list = reverseCharge ? untaxedPrice(unit.list, unit.vat, rules) : grossOf(unit.list, unit.vat, rules);
  const parts = why.map((one) =>
    shares(
      one.amount,
      sizes.map(({ count }) => count),
    ),
  );
  return sizes.map(({ count, price }, at) => ({
    kind: unit.kind,
    id: unit.id,
    variationId: unit.variationId,
    tierId: unit.tierId,
    bundleId: unit.bundleId,
    quotaId: unit.quotaId,
    name: unit.name,
    quantity: count,
    listPrice: Math.max(list, price),
    unitPrice: price,
    vat: rate,
    vatAmount: vats[at] ?? 0,
    why: why.map((one, nth) => ({ ...one, amount: parts[nth]?.[at] ?? 0 })),
  }));
}
