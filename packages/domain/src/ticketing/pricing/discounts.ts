/** What makes units cheaper: discounts that come by themselves, then codes. Never below nothing. Pure. */
import { inWindow } from './in-window.ts';
import type { AutomaticDiscount, CodeOnSale } from './price-list.ts';
import { partOf, shares } from '../../shares.ts';
import type { Unit } from './units.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const goesWith = (ids: readonly string[], { id }: Unit): boolean =>
  ids.length === 0 || (id !== null && ids.includes(id));

/** Takes up to `off` from one unit, and says why. */
function take(unit: Unit, off: number, why: { kind: 'DISCOUNT' | 'CODE'; id: string }): number {
  const amount = Math.min(Math.max(0, off), unit.price);
  if (amount === 0) return 0;
  unit.price -= amount;
  unit.why = [...unit.why, { ...why, amount }];
  return amount;
}

/** Dearest first; units of one price in the order in which they were wished for. */
const dearestFirst = (units: readonly Unit[]): Unit[] => units.toSorted((one, other) => other.price - one.price);

/**
 * Discounts that come by themselves, in the organiser's order. A ticket takes part in one of them; the parts of a bundle in none.
 * Changes the units.
 */
export function discount(units: readonly Unit[], discounts: readonly AutomaticDiscount[], now: Date): void {
  let free = units.filter(({ kind, bundleId }) => kind === 'TICKET' && bundleId === null);
  for (const one of discounts) {
    if (!inWindow(one, now)) continue;
    const fitting = free.filter((unit) => goesWith(one.ticketTypeIds, unit));
    const helped = helpedBy(one, fitting);
    const part = new Set(helped.map(({ unit }) => unit));
    for (const { unit, off } of helped) take(unit, off, { kind: 'DISCOUNT', id: one.id });
    free = free.filter((unit) => !part.has(unit));
  }
}

/** Who takes part in a discount, those who pay in full included, with what each gets off. */
function helpedBy({ rule }: AutomaticDiscount, fitting: readonly Unit[]): { unit: Unit; off: number }[] {
  switch (rule.kind) {
    case 'N_FOR_M': {
      const groups = Math.floor(fitting.length / rule.buy);
      const inGroups = dearestFirst(fitting).slice(0, groups * rule.buy);
      const paid = groups * rule.pay;
      return inGroups.map((unit, at) => ({ unit, off: at < paid ? 0 : unit.price }));
    }
    case 'FROM_QUANTITY':
      if (fitting.length < rule.from) return [];
      return fitting.map((unit) => ({ unit, off: partOf(unit.price, rule.percent, 10_000) }));
    case 'FROM_AMOUNT':
      if (sum(fitting.map(({ price }) => price)) < rule.from) return [];
      return fitting.map((unit) => ({ unit, off: partOf(unit.price, rule.percent, 10_000) }));
  }
}

const strength: Record<CodeOnSale['effect'], number> = { FIXED_PRICE: 0, PERCENT: 1, AMOUNT: 2, NONE: 3 };

/** The order in which codes apply, whatever order they were typed in: fixed prices, percentages, amounts; the stronger first. */
export const inTheirOrder = (codes: readonly CodeOnSale[]): CodeOnSale[] =>
  codes.toSorted(
    (one, other) =>
      strength[one.effect] - strength[other.effect] ||
      (one.effect === 'FIXED_PRICE' ? one.value - other.value : other.value - one.value) ||
      (one.id < other.id ? -1 : 1),
  );

/** What a code takes off, in all. Changes the units. Bundles and options keep their price. */
export function redeem(units: readonly Unit[], code: CodeOnSale): number {
  const fitting = units.filter(
    (unit) =>
      unit.kind === 'TICKET' &&
      unit.bundleId === null &&
      goesWith(code.ticketTypeIds, unit) &&
      (code.withDiscounts || unit.why.every(({ kind }) => kind !== 'DISCOUNT')),
  );
  const chosen = code.mostTickets === null ? fitting : dearestFirst(fitting).slice(0, code.mostTickets);
  const why = { kind: 'CODE', id: code.id } as const;
  if (code.effect === 'AMOUNT' && code.per === 'ORDER') {
    const prices = chosen.map(({ price }) => price);
    const each = shares(Math.min(code.value, sum(prices)), prices);
    return sum(chosen.map((unit, at) => take(unit, each[at] ?? 0, why)));
  }
  return sum(chosen.map((unit) => take(unit, offOf(unit, code), why)));
}

function offOf({ price }: Unit, { effect, value }: CodeOnSale): number {
  if (effect === 'PERCENT') return partOf(price, value, 10_000);
  if (effect === 'AMOUNT') return value;
  return effect === 'FIXED_PRICE' ? price - value : 0;
}
