import { describe, expect, it } from 'vitest';
import { after, before, type Case, codeOf, optionOf, price, said, typeOf } from './testing.ts';
import type { Bundle } from './schemas.ts';

const day = typeOf('day', 45_00);
const weekend = typeOf('weekend', 120_00);
const vip = typeOf('vip', 333_33, { vat: 2100 });
const types = [day, weekend, vip];

// The ids of tests are words: what they are is of no matter to a price.
const family = (cents: number): Bundle =>
  ({
    id: 'family',
    name: { en: 'Family' },
    description: {},
    price: cents,
    parts: [
      { ticketTypeId: 'day', variationId: null, quantity: 2 },
      { ticketTypeId: 'child', variationId: null, quantity: 2 },
    ],
    maxPerOrder: 2,
  }) as unknown as Bundle;
const child = typeOf('child', 15_00);

describe('bundles, options, gifts', () => {
  const given = {
    types: [day, child],
    options: [optionOf('tent', 30_00, { quotaId: 'q-tent' })],
    rules: { bundles: [family(99_00)], donations: true },
  };
  it('shares a bundle’s price among its tickets by what they cost alone', () => {
    const verdict = price({ items: [], bundles: [{ bundleId: 'family', quantity: 1 }] }, given);
    expect(said(verdict)).toEqual(['day 2 × 3713 (420)', 'child 2 × 1237 (140)']);
    expect(verdict).toMatchObject({ total: 99_00, discount: 21_00 });
    expect(verdict.ok && verdict.lines.flatMap(({ bundleId }) => bundleId)).toEqual(expect.arrayContaining(['family']));
  });
  it('never makes a bundle dearer than its parts', () => {
    const verdict = price(
      { items: [], bundles: [{ bundleId: 'family', quantity: 1 }] },
      { ...given, rules: { bundles: [family(500_00)] } },
    );
    expect(verdict).toMatchObject({ total: 120_00, discount: 0 });
  });
  it('leaves bundles out of codes and discounts', () => {
    const verdict = price(
      { items: [{ ticketTypeId: 'day', quantity: 1 }], bundles: [{ bundleId: 'family', quantity: 1 }] },
      { ...given, codes: [codeOf('TEN')] },
    );
    expect(verdict).toMatchObject({ total: 99_00 + 40_50 });
  });
  it.each([
    [
      'one tent',
      { items: [{ ticketTypeId: 'day', quantity: 1 }], options: [{ optionId: 'tent', quantity: 1 }] },
      75_00,
    ],
    ['a gift', { items: [{ ticketTypeId: 'day', quantity: 1 }], donation: 5_00 }, 50_00],
  ] as const)('adds %s', (_, wanted, total) => {
    expect(price(wanted, given)).toMatchObject({ total });
  });
  it('takes no VAT of a gift', () => {
    const verdict = price({ items: [{ ticketTypeId: 'day', quantity: 1 }], donation: 5_00 }, given);
    expect(said(verdict)).toEqual(['day 1 × 4500 (255)', 'DONATION 1 × 500 (0)']);
  });
  it.each([
    [
      'a tent without a ticket',
      { items: [], options: [{ optionId: 'tent', quantity: 1 }] },
      'ticketing.option_needs_ticket',
    ],
    [
      'two tents for one ticket',
      { items: [{ ticketTypeId: 'day', quantity: 1 }], options: [{ optionId: 'tent', quantity: 2 }] },
      'ticketing.too_many',
    ],
    ['three bundles of two', { items: [], bundles: [{ bundleId: 'family', quantity: 3 }] }, 'ticketing.too_many'],
    ['an unknown option', { items: [], options: [{ optionId: 'x', quantity: 1 }] }, 'general.not_found'],
  ] as const)('refuses %s', (_, wanted, code) => {
    expect(price(wanted, given)).toMatchObject({ ok: false, code });
  });
  it('sells alone what needs no ticket, so many in an order, without fees and codes of tickets', () => {
    const parking = { ...given, options: [optionOf('car', 10_00, { needsTicket: false, most: 2 })] };
    const cars = (quantity: number) => ({ items: [], options: [{ optionId: 'car', quantity }] });
    expect(price(cars(2), parking)).toMatchObject({ total: 20_00, fees: 0 });
    expect(price(cars(3), parking)).toMatchObject({ code: 'ticketing.too_many' });
    expect(price(cars(1), { ...parking, codes: [codeOf('TEN')] })).toMatchObject({
      code: 'ticketing.code_without_effect',
    });
  });
  it('sells nothing of a festival that is over', () => {
    expect(price({ day: 1 }, { ...given, isOver: true })).toEqual({
      ok: false,
      code: 'ticketing.festival_over',
      data: {},
    });
  });
});

describe('variations and prices that buyers name', () => {
  const kinds = typeOf('day', 45_00, {
    variations: [
      { id: 'adult', name: { en: 'Adult' }, price: 45_00, stock: null },
      { id: 'reduced', name: { en: 'Reduced' }, price: 30_00, stock: { quotaId: 'v', free: 9 } },
    ],
    tiers: [{ id: 'early', price: 40_00, until: after, stock: null }],
  });
  it('takes off a variation what the step takes off the type, and counts it', () => {
    const verdict = price(
      { items: [{ ticketTypeId: 'day', variationId: 'reduced', quantity: 2 }] },
      { types: [kinds] },
    );
    expect(said(verdict)).toEqual(['day 2 × 2500 (283)']);
    expect(verdict).toMatchObject({
      claims: [{ quotaId: 'v', places: 2, code: null }],
      lines: [{ name: { en: 'day · Reduced' } }],
    });
  });
  it('asks which', () => {
    expect(price({ day: 1 }, { types: [kinds] })).toMatchObject({ code: 'ticketing.variation_needed' });
  });
  const solidarity = typeOf('sol', 10_00, { namesPrice: true });
  it.each([
    [25_00, 25_00],
    [10_00, 10_00],
    [undefined, 10_00],
  ])('sells at %s what is worth at least 10.00', (named, total) => {
    const items = [{ ticketTypeId: 'sol', quantity: 1, price: named }];
    expect(price({ items }, { types: [solidarity] })).toMatchObject({ ok: true, total });
  });
  it('refuses less, and hears no price where none is asked for', () => {
    const items = [{ ticketTypeId: 'sol', quantity: 1, price: 9_99 }];
    expect(price({ items }, { types: [solidarity] })).toMatchObject({
      code: 'ticketing.price_below_least',
      data: { least: 10_00 },
    });
    expect(price({ items: [{ ticketTypeId: 'day', quantity: 1, price: 1 }] }, { types: [day] })).toMatchObject({
      total: 45_00,
    });
  });
  it.each([
    ['vip', undefined, 50_00],
    ['vip', 60_00, 60_00],
    ['vip', 49_99, 'ticketing.price_below_least'],
    ['vip', 0, 'ticketing.price_below_least'],
    ['reduced', undefined, 5_00],
    ['reduced', 7_00, 7_00],
  ] as const)('sells the kind %s at %s for no less than it costs', (variationId, named, expected) => {
    const kind = (id: string, cents: number) => ({ id, name: { en: id }, price: cents, stock: null });
    const several = { ...solidarity, variations: [kind('vip', 50_00), kind('reduced', 5_00)] };
    const verdict = price(
      { items: [{ ticketTypeId: 'sol', quantity: 1, variationId, price: named }] },
      { types: [several] },
    );
    expect(verdict.ok ? verdict.total : verdict.code).toBe(expected);
  });
});

describe('refusals', () => {
  const hidden = typeOf('crew', 10_00, { hidden: true });
  it.each<[string, Record<string, number>, Case, string]>([
    ['an unknown type', { x: 1 }, {}, 'general.not_found'],
    ['a hidden type', { crew: 1 }, { types: [hidden] }, 'general.not_found'],
    [
      'a hidden type, with a code for another',
      { crew: 1 },
      { types: [hidden], codes: [codeOf('TEN')] },
      'general.not_found',
    ],
    [
      'a sale that is over',
      { day: 1 },
      { types: [typeOf('day', 1, { onSaleUntil: before })] },
      'ticketing.sales_closed',
    ],
    ['too many', { day: 5 }, { types: [typeOf('day', 1, { maxPerOrder: 4 })] }, 'ticketing.too_many'],
    ['too few', { day: 1 }, { types: [typeOf('day', 1, { minPerOrder: 2 })] }, 'ticketing.too_few'],
    ['a code nobody made', { day: 1 }, { typed: ['NOPE'] }, 'ticketing.code_unknown'],
    [
      'a code that was taken back',
      { day: 1 },
      { codes: [codeOf('TEN', { disabled: true })] },
      'ticketing.code_unknown',
    ],
    ['a code too early', { day: 1 }, { codes: [codeOf('TEN', { validFrom: after })] }, 'ticketing.code_not_now'],
    ['a code too late', { day: 1 }, { codes: [codeOf('TEN', { validUntil: before })] }, 'ticketing.code_not_now'],
    [
      'a code used up',
      { day: 1 },
      { codes: [codeOf('TEN', { uses: { quotaId: 'u', free: 0 } })] },
      'ticketing.code_spent',
    ],
    [
      'a code whose budget does not reach',
      { day: 1 },
      { codes: [codeOf('TEN', { budget: { quotaId: 'b', free: 449 } })] },
      'ticketing.code_spent',
    ],
    [
      'two of which one stands alone',
      { day: 1 },
      { codes: [codeOf('TEN', { stacks: false }), codeOf('FIVE')] },
      'ticketing.code_not_stackable',
    ],
    [
      'a code for nothing that is bought',
      { day: 1 },
      { codes: [codeOf('TEN', { ticketTypeIds: ['vip'] })] },
      'ticketing.code_without_effect',
    ],
  ])('%s', (_, wanted, given, code) => {
    expect(price(wanted, { types, ...given })).toMatchObject({ ok: false, code });
  });
});
