import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leastRate, mostRate, present, readRate, writeRate } from './presentment.ts';

const locales = ['en-GB', 'fr', 'de', 'es', 'it', 'pt-PT'];

it('is written with the sign that its reader types', () => {
  expect(locales.map((locale) => writeRate(1_084_500, locale))).toEqual([
    '1.0845',
    '1,0845',
    '1,0845',
    '1,0845',
    '1,0845',
    '1,0845',
  ]);
});

it.each([
  [4500, 940_000, 4230],
  [4500, 1_084_500, 4880],
  [1, 500_000, 1],
  [1, 499_999, 0],
  [0, 940_000, 0],
  [100_000_00, 1_000_000_000, 10_000_000_000],
])('%i at %i is shown as %i', (amount, rate, shown) => {
  expect(present(amount, rate)).toBe(shown);
});

it('is never further than half a cent from the exact amount, and never falls as the amount rises', () => {
  const amounts = fc.integer({ min: 0, max: 1_000_000_000_00 });
  const rates = fc.integer({ min: leastRate, max: mostRate });
  fc.assert(
    fc.property(amounts, rates, (amount, rate) => {
      const off = BigInt(present(amount, rate)) * 2_000_000n - BigInt(amount) * BigInt(rate) * 2n;
      expect(off <= 1_000_000n && off >= -1_000_000n).toBe(true);
      expect(present(amount + 1, rate)).toBeGreaterThanOrEqual(present(amount, rate));
    }),
  );
});

it('a rate that is written is the rate that is read, in whichever language', () => {
  fc.assert(
    fc.property(fc.integer({ min: leastRate, max: mostRate }), fc.constantFrom(...locales), (rate, locale) => {
      expect(readRate(writeRate(rate, locale))).toBe(rate);
    }),
  );
});

it.each([
  ['0.94', 940_000],
  ['0,94', 940_000],
  [' 1 ', 1_000_000],
  ['0', null],
  ['0.0001', null],
  ['1.2345678', null],
  ['-1', null],
  ['1e3', null],
  ['', null],
])('%s is read as %s', (text, rate) => {
  expect(readRate(text)).toBe(rate);
});
