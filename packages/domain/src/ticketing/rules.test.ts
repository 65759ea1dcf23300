import { describe, expect, it } from 'vitest';
import type { TypeOnSale } from './pricing/price-list.ts';
import { saleState } from './pricing/sale-state.ts';
import { availability, limitsAreReversed, orderReference, windowIsReversed } from './rules.ts';

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

describe('limits of a type', () => {
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
    [1, 1, undefined, false],
    [2, 1, undefined, true],
    [undefined, 1, undefined, false],
    [2, 5, null, false],
    [2, 5, 2, false],
    [2, 5, 1, true],
    [2, undefined, 1, true],
  ])('at least %s and at most %s, %s a person, contradict: %s', (minPerOrder, maxPerOrder, maxPerPerson, reversed) => {
    expect(limitsAreReversed({ minPerOrder, maxPerOrder, maxPerPerson })).toBe(reversed);
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
