import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMoney, splitVat, totalOf, vatByRate } from './money.ts';

const amount = fc.integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 });
const rate = fc.integer({ min: 0, max: 10_000 });

describe('tax within an inclusive price', () => {
  test.each([
    { inclusive: 121_00, rate: 2100, net: 100_00, vat: 21_00 },
    { inclusive: 106_00, rate: 600, net: 100_00, vat: 6_00 },
    { inclusive: 189_00, rate: 600, net: 178_30, vat: 10_70 },
    { inclusive: 1, rate: 2100, net: 1, vat: 0 },
    { inclusive: 3, rate: 10_000, net: 1, vat: 2 },
    { inclusive: 5_00, rate: 0, net: 5_00, vat: 0 },
    { inclusive: -121_00, rate: 2100, net: -100_00, vat: -21_00 },
  ])('$inclusive at $rate basis points holds $vat', ({ inclusive, rate, net, vat }) => {
    expect(splitVat(inclusive, rate)).toEqual({ net, vat });
  });

  test('loses no cent, and is the nearest cent to the exact tax', () => {
    fc.assert(
      fc.property(amount, rate, (inclusive, rate) => {
        const { net, vat } = splitVat(inclusive, rate);
        expect(net + vat).toBe(inclusive);
        const error = BigInt(vat) * BigInt(10_000 + rate) - BigInt(inclusive) * BigInt(rate);
        expect((error < 0n ? -error : error) * 2n <= BigInt(10_000 + rate)).toBe(true);
      }),
    );
  });

  test('gives back exactly what it took', () => {
    fc.assert(
      fc.property(amount, rate, (inclusive, rate) => {
        expect(splitVat(-inclusive, rate).vat + splitVat(inclusive, rate).vat).toBe(0);
      }),
    );
  });
});

describe('an order with several rates', () => {
  test('is taxed once per rate, not once per line', () => {
    const lines = Array.from({ length: 100 }, () => ({ quantity: 1, unitPrice: 2, vat: 2100 }));
    expect(splitVat(2, 2100).vat * 100).toBe(0);
    expect(vatByRate(lines)).toEqual([{ rate: 2100, net: 1_65, vat: 35 }]);
  });

  test('has rates in order, and their parts add up to the total', () => {
    const line = fc.record({
      quantity: fc.integer({ min: 1, max: 50 }),
      unitPrice: fc.integer({ min: 0, max: 100_000_00 }),
      vat: fc.constantFrom(0, 600, 1200, 2100),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const parts = vatByRate(lines);
        expect(parts.reduce((sum, part) => sum + part.net + part.vat, 0)).toBe(totalOf(lines));
        const rates = parts.map((part) => part.rate);
        expect(rates).toEqual([...new Set(rates)].toSorted((left, right) => left - right));
      }),
    );
  });
});

test('writes money as the reader does', () => {
  expect(formatMoney(1_234_56, 'EUR', 'en')).toBe('€1,234.56');
  expect(formatMoney(1_234_56, 'EUR', 'de').replaceAll(/\s/g, ' ')).toBe('1.234,56 €');
  expect(formatMoney(-5, 'CHF', 'en').replaceAll(/\s/g, ' ')).toBe('-CHF 0.05');
});
