import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CodeOnSale, PricedOrder, PriceRules, PriceVerdict } from './price-list.ts';
import { partOf, shares } from '../../shares.ts';
import { type Case, codeOf, optionOf, price, typeOf } from './testing.ts';

const cents = fc.integer({ min: 0, max: 100_000_00 });
const rate = fc.constantFrom(0, 550, 600, 1000, 2000, 2100);
const ids = ['a', 'b', 'c'];
const someIds = fc.subarray(ids);
const types = fc.tuple(
  ...ids.map((id) => fc.record({ price: cents, vat: rate }).map((more) => typeOf(id, more.price, more))),
);
const code = (name: string): fc.Arbitrary<CodeOnSale> =>
  fc
    .record({
      effect: fc.constantFrom('PERCENT', 'AMOUNT', 'FIXED_PRICE', 'NONE'),
      value: fc.integer({ min: 0, max: 10_000 }),
      per: fc.constantFrom('TICKET', 'ORDER'),
      ticketTypeIds: someIds,
      mostTickets: fc.option(fc.integer({ min: 1, max: 5 })),
      withDiscounts: fc.boolean(),
      // One that opens what is bought is never refused for taking nothing off.
      opens: fc.constant(ids),
    })
    .map((more) => codeOf(name, more as Partial<CodeOnSale>));
const discountRule = fc.oneof(
  fc
    .integer({ min: 2, max: 5 })
    .chain((buy) =>
      fc.record({ kind: fc.constant('N_FOR_M'), buy: fc.constant(buy), pay: fc.integer({ min: 1, max: buy - 1 }) }),
    ),
  fc.record({
    kind: fc.constant('FROM_QUANTITY'),
    from: fc.integer({ min: 2, max: 9 }),
    percent: fc.integer({ min: 1, max: 10_000 }),
  }),
  fc.record({ kind: fc.constant('FROM_AMOUNT'), from: cents, percent: fc.integer({ min: 1, max: 10_000 }) }),
);
const base = fc.record({
  pricesIncludeVat: fc.boolean(),
  rounding: fc.constantFrom('LINE', 'KEEP_GROSS', 'KEEP_NET'),
  fees: fc.array(
    fc.record({
      id: fc.uuid(),
      name: fc.constant({}),
      kind: fc.constantFrom('PER_TICKET', 'PER_ORDER', 'PERCENT'),
      amount: fc.integer({ min: 1, max: 10_000 }),
      vat: rate,
      ticketTypeIds: someIds,
      onFree: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
});
const withDiscounts = fc.record({
  plain: base,
  discounts: fc.array(
    fc.record({
      id: fc.uuid(),
      name: fc.constant({}),
      ticketTypeIds: someIds,
      from: fc.constant(null),
      until: fc.constant(null),
      rule: discountRule,
    }),
    { maxLength: 3 },
  ),
});
const basket = fc.record({
  a: fc.integer({ min: 0, max: 6 }),
  b: fc.integer({ min: 0, max: 6 }),
  c: fc.integer({ min: 0, max: 6 }),
});
const wanted = (counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
// What is made here has the schema's shape; ids are words.
const rulesOf = (rules: unknown): Partial<PriceRules> => rules as Partial<PriceRules>;

const anyCase = fc.record({ types, rules: withDiscounts, codes: fc.tuple(code('X'), code('Y')), counts: basket });
const priced = (given: {
  types: unknown;
  rules: { plain: object; discounts: unknown };
  codes: CodeOnSale[];
  counts: Record<string, number>;
}) =>
  price(wanted(given.counts), {
    types: given.types as Case['types'] & object,
    rules: rulesOf({ ...given.rules.plain, discounts: given.rules.discounts }),
    codes: Object.values(given.counts).some((count) => count > 0) ? given.codes : [],
  });
const ok = (verdict: PriceVerdict): PricedOrder => {
  if (!verdict.ok) throw new Error(verdict.code);
  return verdict;
};

it('sums: lines come to the order, taxes of lines to its tax, and nothing is below zero', () => {
  fc.assert(
    fc.property(anyCase, (given) => {
      const order = ok(priced(given));
      expect(order.lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0)).toBe(order.total);
      expect(order.lines.reduce((sum, { vatAmount }) => sum + vatAmount, 0)).toBe(order.vatAmount);
      for (const { quantity, unitPrice, listPrice, vatAmount, why } of order.lines) {
        expect(unitPrice).toBeGreaterThanOrEqual(0);
        expect(listPrice).toBeGreaterThanOrEqual(unitPrice);
        expect(vatAmount).toBeGreaterThanOrEqual(0);
        expect(vatAmount).toBeLessThanOrEqual(quantity * unitPrice);
        for (const { amount } of why) expect(amount).toBeGreaterThanOrEqual(0);
      }
      expect(order.discount).toBeGreaterThanOrEqual(0);
      const tickets = order.lines
        .filter(({ kind }) => kind === 'TICKET')
        .reduce((sum, { quantity }) => sum + quantity, 0);
      expect(tickets).toBe(Object.values(given.counts).reduce((sum, count) => sum + count, 0));
    }),
  );
});

it('explains: what was taken off a line is the sum of its reasons, where prices contain their tax', () => {
  fc.assert(
    fc.property(anyCase, (given) => {
      const order = ok(
        priced({
          ...given,
          rules: { ...given.rules, plain: { ...given.rules.plain, pricesIncludeVat: true, rounding: 'KEEP_GROSS' } },
        }),
      );
      for (const { quantity, listPrice, unitPrice, why } of order.lines)
        expect(why.reduce((sum, { amount }) => sum + amount, 0)).toBe(quantity * (listPrice - unitPrice));
    }),
  );
});

it('asks for codes in any order', () => {
  fc.assert(
    fc.property(anyCase, (given) => {
      const one = ok(priced(given));
      const other = ok(priced({ ...given, codes: given.codes.toReversed() }));
      expect(other).toEqual(one);
    }),
  );
});

it('rounds a rate’s tax on the sum to the cent, where what is paid is kept', () => {
  fc.assert(
    fc.property(types, basket, (some, counts) => {
      const order = ok(price(wanted(counts), { types: some }));
      for (const [vat, lines] of Map.groupBy(order.lines, (line) => line.vat)) {
        const gross = lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
        expect(lines.reduce((sum, { vatAmount }) => sum + vatAmount, 0)).toBe(partOf(gross, vat, 10_000 + vat));
      }
    }),
  );
});

it('is monotone: a stronger percentage never costs more, and another ticket never less where nothing depends on the number', () => {
  fc.assert(
    fc.property(types, base, basket, fc.integer({ min: 0, max: 9_999 }), (some, rules, counts, value) => {
      const given = (percent: number): Case => ({
        types: some,
        rules: rulesOf(rules),
        codes: [codeOf('P', { value: percent, opens: ids })],
      });
      const full = { ...counts, a: counts.a + 1 };
      const weak = ok(price(wanted(full), given(value))).total;
      expect(ok(price(wanted(full), given(value + 1))).total).toBeLessThanOrEqual(weak + 2 * ids.length);
      const more = ok(price(wanted({ ...full, b: full.b + 1 }), given(value))).total;
      expect(more + 2 * ids.length).toBeGreaterThanOrEqual(weak);
    }),
  );
});

it('answers anything of the shape of a wish, and throws at nothing', () => {
  const id = fc.constantFrom('a', 'b', 'nobody');
  const count = fc.integer({ min: 1, max: 50 });
  fc.assert(
    fc.property(
      types,
      withDiscounts,
      fc.record({
        items: fc.array(
          fc.record({
            ticketTypeId: id,
            quantity: count,
            variationId: fc.option(id, { nil: undefined }),
            price: fc.option(cents, { nil: undefined }),
          }),
          { maxLength: 5 },
        ),
        options: fc.array(fc.record({ optionId: fc.constantFrom('tent', 'nobody'), quantity: count }), {
          maxLength: 2,
        }),
        bundles: fc.array(fc.record({ bundleId: id, quantity: count }), { maxLength: 2 }),
        donation: fc.option(cents, { nil: undefined }),
      }),
      fc.array(fc.string(), { maxLength: 2 }),
      (some, rules, wishes, typed) => {
        const verdict = price(wishes, {
          types: some,
          options: [optionOf('tent', 10)],
          rules: rulesOf({ ...rules.plain, discounts: rules.discounts }),
          typed,
        });
        expect(typeof verdict.ok).toBe('boolean');
      },
    ),
  );
});

it('shares without losing or making a cent, each within one of its exact part', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000_000 }),
      fc.array(fc.integer({ min: 0, max: 100_000_00 }), { minLength: 1, maxLength: 60 }),
      (amount, weights) => {
        const parts = shares(amount, weights);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
        const all = weights.reduce((sum, weight) => sum + weight, 0);
        if (all > 0)
          for (const [at, part] of parts.entries())
            expect(Math.abs(part - (amount * (weights[at] ?? 0)) / all)).toBeLessThan(1 + 1e-6);
      },
    ),
  );
});
