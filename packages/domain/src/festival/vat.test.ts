import { expect, it } from 'vitest';
import { mayBeVat, vatOn } from './vat.ts';

const rates = [
  { name: 'Standard', rate: 2100, from: null },
  { name: 'Reduced', rate: 600, from: null },
  { name: 'Reduced', rate: 1200, from: '2026-07-01' },
  { name: 'Culture', rate: 900, from: '2027-01-01' },
];

it.each([
  ['2026-06-30', [2100, 600]],
  ['2026-07-01', [2100, 1200]],
  ['2027-01-01', [2100, 1200, 900]],
])('on %s the rates %j hold', (date, expected) => {
  expect(vatOn(rates, date).map(({ rate }) => rate)).toEqual(expected);
});

it.each([
  [2100, '2026-06-30', true],
  [600, '2026-06-30', true],
  [600, '2026-07-01', false],
  [900, '2026-06-30', true],
  [1000, '2026-06-30', false],
])('something may be sold at %d on %s: %s', (rate, date, expected) => {
  expect(mayBeVat(rates, rate, date)).toBe(expected);
});

it('any rate will do where the festival named none', () => {
  expect(mayBeVat([], 1000, '2026-06-30')).toBe(true);
});
