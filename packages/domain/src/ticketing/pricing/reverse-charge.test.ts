import { expect, test } from 'vitest';
import { isReverseCharged } from './reverse-charge.ts';

const line = (unitPrice: number, vat: number, vatAmount: number, quantity = 1) => ({
  unitPrice,
  vat,
  vatAmount,
  quantity,
});

test.each([
  ['nothing', [], false],
  ['with its tax', [line(10_600, 600, 600)], false],
  ['without its tax', [line(10_000, 600, 0)], true],
  ['free of charge', [line(0, 600, 0)], false],
  ['at a rate of nothing', [line(10_000, 0, 0)], false],
  ['of a cent, which holds no tax', [line(1, 600, 0)], false],
  ['of which one line has its tax', [line(10_000, 600, 0), line(500, 2100, 87)], false],
  ['without tax, beside a gift', [line(10_000, 600, 0, 2), line(500, 0, 0)], true],
])('an order %s', (_, lines, is) => expect(isReverseCharged(lines)).toBe(is));
