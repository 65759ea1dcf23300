import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inTokens } from './tokens.ts';

const rate = { count: 4, price: 1000 };

describe('a price in tokens', () => {
  test.each([
    [250, 100, true],
    [900, 360, true],
    [125, 50, true],
    [1, 0, false],
    [0, 0, true],
    [333, 133, false],
  ])('%i cents at four for ten: %i hundredths, exact: %s', (amount, hundredths, exact) => {
    expect(inTokens(amount, rate)).toEqual({ hundredths, exact });
  });

  test('is never further from the truth than half a hundredth, and exact only where it is the truth', () => {
    const some = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        some,
        fc.integer({ min: 1, max: 100_000 }),
        (amount, count, price) => {
          const { hundredths, exact } = inTokens(amount, { count, price });
          const off = Math.abs(hundredths * price - amount * count * 100);
          expect(off * 2).toBeLessThanOrEqual(price);
          expect(exact).toBe(off === 0);
        },
      ),
    );
  });
});
