/**
 * What an order costs, to the cent, and why. The order of operations: price of the moment (step, variation) → bundles → discounts that
 * come by themselves → codes → fees → VAT. See docs/decisions/pricing.md. Pure.
 */
import { refuseCodes } from './codes.ts';
import { discount, inTheirOrder, redeem } from './discounts.ts';
import { feesOf } from './fees.ts';
import type { Buyer, Claim, CodeOnSale, PriceList, PriceVerdict, Why, Wishes } from './price-list.ts';
import { refuse, type Unit, unitsOf } from './units.ts';
import { unionStates } from './union-states.ts';
import { linesOf } from './vat-of-units.ts';

export interface Asked {
  wishes: Wishes;
  list: PriceList;
  /** The codes as they were found, and as they were typed. */
  codes?: readonly CodeOnSale[];
  typed?: readonly string[];
  buyer?: Buyer | null;
  now: Date;
}

/** Prices an order, or says why it is not sold so. Capacity is not asked here: the claim decides it. */
export function priceOrder({ wishes, list, codes = [], typed = [], buyer = null, now }: Asked): PriceVerdict {
  if (list.isOver) return refuse('ticketing.festival_over', {});
  const refused = refuseCodes(codes, typed, now);
  if (refused) return refused;
  const opened = new Set(codes.flatMap(({ opens }) => opens));
  const found = unitsOf(wishes, list, opened, now);
  if (!found.ok) return found;
  const { units } = found;
  discount(units, list.rules.discounts, now);
  const used = inTheirOrder(codes).map((code) => ({
    id: code.id,
    code: code.code,
    amount: redeem(units, code),
    of: code,
  }));
  const spent = used.find(({ amount, of }) => of.budget !== null && amount > of.budget.free);
  if (spent) return refuse('ticketing.code_spent', { code: spent.code });
  const idle = used.find(({ amount, of }) => amount === 0 && !opens(of, units));
  if (idle) return refuse('ticketing.code_without_effect', { code: idle.code });
  const fees = feesOf(units, list.rules.fees);
  const reverseCharge = owesTaxAtHome(buyer, list);
  const lines = linesOf([...units, ...fees], list.rules, reverseCharge).map((line) => ({
    ...line,
    why: line.why.map((why) => ({ ...why, ...calledIn(list, codes, why) })),
  }));
  const totalOf = (some: typeof lines) => some.reduce((all, { quantity, unitPrice }) => all + quantity * unitPrice, 0);
  return {
    ok: true,
    lines,
    claims: claimsOf(units, used),
    codes: used.map(({ id, code, amount }) => ({ id, code, amount })),
    discount: lines.reduce((all, { quantity, listPrice, unitPrice }) => all + quantity * (listPrice - unitPrice), 0),
    fees: totalOf(lines.filter(({ kind }) => kind === 'FEE')),
    vatAmount: lines.reduce((all, { vatAmount }) => all + vatAmount, 0),
    total: totalOf(lines),
    reverseCharge,
  };
}

/** How what took something off is called. */
function calledIn({ rules }: PriceList, codes: readonly CodeOnSale[], { kind, id }: Why) {
  if (kind === 'CODE') return { name: null, code: codes.find((code) => code.id === id)?.code ?? null };
  const named = kind === 'BUNDLE' ? rules.bundles : rules.discounts;
  return { name: named.find((one) => one.id === id)?.name ?? null, code: null };
}

/** A code that takes nothing off has its use when it opened something that is bought. */
const opens = (code: CodeOnSale, units: readonly Unit[]): boolean =>
  units.some(({ kind, id }) => kind === 'TICKET' && id !== null && code.opens.includes(id));

/** A company of another state of the EU, whose number was checked, where the festival sells so. */
const owesTaxAtHome = (buyer: Buyer | null, { rules, country }: PriceList): boolean =>
  rules.reverseCharge && buyer !== null && buyer.country !== country && isOfUnion(buyer.country) && isOfUnion(country);

const union = new Set(unionStates);
/** Whether a state, ISO 3166-1 alpha-2, is one of the European Union. */
export const isOfUnion = (country: string): boolean => union.has(country);

/** What is taken of steps, variations, and codes. The places of lines are claimed by the lines themselves. */
function claimsOf(units: readonly Unit[], used: readonly { amount: number; of: CodeOnSale }[]): Claim[] {
  const stocks = Map.groupBy(
    units.flatMap((unit) => unit.stocks),
    ({ quotaId }) => quotaId,
  );
  const ofUnits = [...stocks].flatMap(([quotaId, taken]) =>
    taken.slice(0, 1).map(({ of }): Claim => ({ of, quotaId, places: taken.length, code: null })),
  );
  const ofCodes = used.flatMap(({ amount, of: { code, uses, budget } }): Claim[] => [
    ...(uses ? [{ of: 'CODE' as const, quotaId: uses.quotaId, places: 1, code }] : []),
    ...(budget && amount > 0 ? [{ of: 'CODE' as const, quotaId: budget.quotaId, places: amount, code }] : []),
  ]);
  return [...ofUnits, ...ofCodes];
}
