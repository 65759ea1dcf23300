import fc from 'fast-check';
import { expect, it } from 'vitest';
import { taxByRate } from './receipt.ts';

const line = (quantity: number, unitPrice: number, vat: number, vatAmount: number) => ({
  quantity,
  unitPrice,
  vat,
  vatAmount,
});

it.each([
  ['nothing', [], []],
  ['one line', [line(2, 4_950, 600, 560)], [{ rate: 600, net: 9_340, vat: 560, gross: 9_900 }]],
  [
    'two rates, the lower first, and two lines of one',
    [line(1, 2_100, 2_100, 364), line(1, 106, 600, 6), line(1, 212, 600, 12)],
    [
      { rate: 600, net: 300, vat: 18, gross: 318 },
      { rate: 2_100, net: 1_736, vat: 364, gross: 2_100 },
    ],
  ],
  ['what a company owes itself', [line(1, 4_245, 0, 0)], [{ rate: 0, net: 4_245, vat: 0, gross: 4_245 }]],
])('adds up the tax of %s', (_, lines, taxes) => {
  expect(taxByRate(lines)).toEqual(taxes);
});

it('loses no cent and no tax of any order', () => {
  const lines = fc.array(
    fc.record({
      quantity: fc.integer({ min: 1, max: 50 }),
      unitPrice: fc.integer({ min: 0, max: 100_000 }),
      vat: fc.constantFrom(0, 600, 1_200, 2_100),
      vatAmount: fc.integer({ min: 0, max: 10_000 }),
    }),
  );
  fc.assert(
    fc.property(lines, (all) => {
      const taxes = taxByRate(all);
      const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
      expect(sum(taxes.map(({ gross }) => gross))).toBe(
        sum(all.map(({ quantity, unitPrice }) => quantity * unitPrice)),
      );
      expect(sum(taxes.map(({ vat }) => vat))).toBe(sum(all.map(({ vatAmount }) => vatAmount)));
      for (const { net, vat, gross } of taxes) expect(net + vat).toBe(gross);
    }),
  );
});
