import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  availability,
  limitsAreReversed,
  orderReference,
  priceBasket,
  saleState,
  type TypeOnSale,
  windowIsReversed,
} from './rules.ts';

const now = new Date('2027-01-01T12:00:00.000Z');
const type = (changes: Partial<TypeOnSale> = {}): TypeOnSale => ({
  id: 'a',
  quotaId: 'q',
  name: { en: 'Day' },
  price: 4550,
  vat: 600,
  minPerOrder: 1,
  maxPerOrder: 4,
  hidden: false,
  onSaleFrom: null,
  onSaleUntil: null,
  ...changes,
});

describe('sale window', () => {
  it.each([
    [{ onSaleFrom: '2027-01-01T12:00:00.001Z' }, 'PUBLISHED', 'NOT_YET'],
    [{ onSaleFrom: '2027-01-01T12:00:00.000Z' }, 'PUBLISHED', 'OPEN'],
    [{ onSaleUntil: '2027-01-01T12:00:00.000Z' }, 'PUBLISHED', 'CLOSED'],
    [{}, 'ONGOING', 'OPEN'],
    [{}, 'DRAFT', 'CLOSED'],
    [{}, 'CANCELLED', 'CLOSED'],
    [{}, 'COMPLETED', 'CLOSED'],
  ] as const)('%j of a festival that is %s is %s', (changes, status, state) => {
    expect(saleState(type(changes), status, now)).toBe(state);
  });
});

describe('pricing a basket', () => {
  it('sums exact cents', () => {
    const verdict = priceBasket(
      [
        { ticketTypeId: 'a', quantity: 3 },
        { ticketTypeId: 'b', quantity: 1 },
      ],
      [type(), type({ id: 'b', price: 1 })],
      'PUBLISHED',
      now,
    );
    expect(verdict).toMatchObject({ ok: true, total: 13_651 });
  });

  it('adds up for any basket: the total is the sum of its lines, and no line is lost', () => {
    const wish = fc.record({
      price: fc.integer({ min: 0, max: 10_000_000 }),
      quantity: fc.integer({ min: 1, max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(wish, { minLength: 1, maxLength: 20 }), (wishes) => {
        const types = wishes.map(({ price }, index) => type({ id: String(index), price, maxPerOrder: 50 }));
        const verdict = priceBasket(
          wishes.map(({ quantity }, index) => ({ ticketTypeId: String(index), quantity })),
          types,
          'PUBLISHED',
          now,
        );
        const total = wishes.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
        expect(verdict).toMatchObject({ ok: true, total });
        expect(verdict.ok && verdict.lines.length).toBe(wishes.length);
      }),
    );
  });

  it('refuses an unknown type, a closed sale and too many, and says which', () => {
    expect(priceBasket([{ ticketTypeId: 'x', quantity: 1 }], [type()], 'PUBLISHED', now)).toMatchObject({
      code: 'general.not_found',
    });
    expect(priceBasket([{ ticketTypeId: 'a', quantity: 1 }], [type()], 'CANCELLED', now)).toMatchObject({
      code: 'ticketing.sales_closed',
    });
    expect(priceBasket([{ ticketTypeId: 'a', quantity: 5 }], [type()], 'PUBLISHED', now)).toMatchObject({
      code: 'ticketing.too_many',
      data: { ticketTypeId: 'a', most: 4 },
    });
  });
});

describe('limits of a type', () => {
  it('sells a hidden type to nobody, and a type with a least number not below it', () => {
    expect(priceBasket([{ ticketTypeId: 'a', quantity: 1 }], [type({ hidden: true })], 'PUBLISHED', now)).toMatchObject(
      { code: 'general.not_found' },
    );
    const table = [type({ minPerOrder: 3 })];
    expect(priceBasket([{ ticketTypeId: 'a', quantity: 2 }], table, 'PUBLISHED', now)).toMatchObject({
      code: 'ticketing.too_few',
      data: { ticketTypeId: 'a', least: 3 },
    });
    expect(priceBasket([{ ticketTypeId: 'a', quantity: 3 }], table, 'PUBLISHED', now)).toMatchObject({ ok: true });
  });

  it.each([
    ['2027-01-01T12:00:00Z', '2027-01-01T11:00:00Z', true],
    ['2027-01-01T12:00:00Z', '2027-01-01T12:00:00.000Z', true],
    ['2027-01-01T12:00:00Z', '2027-01-01T12:00:00.001Z', false],
    [null, '2027-01-01T12:00:00Z', false],
    ['2027-01-01T12:00:00Z', undefined, false],
  ])('a sale from %s until %s is reversed: %s', (onSaleFrom, onSaleUntil, reversed) => {
    expect(windowIsReversed({ onSaleFrom, onSaleUntil })).toBe(reversed);
  });

  it.each([
    [1, 1, false],
    [2, 1, true],
    [undefined, 1, false],
  ])('at least %s and at most %s contradict each other: %s', (minPerOrder, maxPerOrder, reversed) => {
    expect(limitsAreReversed({ minPerOrder, maxPerOrder })).toBe(reversed);
  });
});

describe('availability', () => {
  it.each([
    ['EXACT', 500, 'AVAILABLE', 500],
    ['EXACT', 19, 'FEW_LEFT', 19],
    ['FEW', 20, 'AVAILABLE', null],
    ['FEW', 19, 'FEW_LEFT', null],
    ['FEW', 1, 'FEW_LEFT', null],
    ['NONE', 500, 'AVAILABLE', null],
    ['NONE', 1, 'AVAILABLE', null],
    ['NONE', 0, 'SOLD_OUT', 0],
    ['EXACT', -3, 'SOLD_OUT', 0],
  ] as const)('told %s, %i free places are %s', (disclosure, free, word, left) => {
    const told = { ...type(), disclosure, fewLeftBelow: 20 };
    expect(availability(told, free, 'PUBLISHED', now)).toEqual({ availability: word, left });
  });
  it('says no number of what is not on sale', () => {
    const told = {
      ...type({ onSaleFrom: '2027-02-01T00:00:00.000Z' }),
      disclosure: 'EXACT',
      fewLeftBelow: 20,
    } as const;
    expect(availability(told, 7, 'PUBLISHED', now)).toEqual({ availability: 'NOT_YET', left: null });
  });
});

it('makes references of eight letters that nobody mistakes', () => {
  expect(orderReference(Uint8Array.of(0, 31, 32, 255, 7, 8, 9, 10))).toMatch(/^[A-HJ-NP-Z2-9]{8}$/);
});
