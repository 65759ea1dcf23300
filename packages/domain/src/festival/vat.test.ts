import { expect, it } from 'vitest';
import { vatOn } from './vat.ts';

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
