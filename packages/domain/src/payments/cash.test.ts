import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Currency } from '../primitives.ts';
import { inCoins, nextInCoins, smallestCoin } from './cash.ts';

describe('the smallest coin', () => {
  it.each([
    ['CHF', false, 5],
    ['CHF', true, 5],
    ['EUR', false, 1],
    ['EUR', true, 5],
    ['USD', true, 1],
    ['GBP', true, 1],
  ] as const)('of %s, where the festival rounds: %s, is worth %i', (currency, cashRounding, coin) => {
    expect(smallestCoin(currency, { cashRounding })).toBe(coin);
  });
});

describe('an amount in coins of five', () => {
  it.each([
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 5],
    [4, 5],
    [5, 5],
    [1232, 1230],
    [1233, 1235],
    [1237, 1235],
    [1238, 1240],
    [4500, 4500],
    [-1233, -1235],
    [-1232, -1230],
  ])('of %i is %i', (amount, rounded) => {
    expect(inCoins(amount, 5)).toBe(rounded);
  });

  it('is itself where the smallest coin is the minor unit', () => {
    const amounts = fc.integer({ min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(inCoins(amount, 1)).toBe(amount);
      }),
    );
  });

  it('is made of whole coins, never further away than half of one, and given back as it was taken', () => {
    const amounts = fc.integer({ min: 0, max: 1e12 });
    const coins = fc.constantFrom(1, 5, 10, 50, 100);
    fc.assert(
      fc.property(amounts, coins, (amount, coin) => {
        const rounded = inCoins(amount, coin);
        expect(rounded % coin).toBe(0);
        expect(Math.abs(rounded - amount) * 2).toBeLessThanOrEqual(coin);
        expect(inCoins(rounded, coin)).toBe(rounded);
        expect(inCoins(-amount, coin) + rounded).toBe(0);
      }),
    );
  });

  it('comes to the whole in pieces, each of whole coins and no more than one away', () => {
    const pieces = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 20 });
    const coins = fc.constantFrom(1, 5, 10, 50, 100);
    fc.assert(
      fc.property(pieces, coins, (amounts, coin) => {
        let before = 0;
        let given = 0;
        for (const amount of amounts) {
          const piece = nextInCoins(amount, before, coin);
          expect(piece % coin).toBe(0);
          expect(Math.abs(piece - amount)).toBeLessThanOrEqual(coin);
          expect(piece).toBeGreaterThanOrEqual(0);
          before += amount;
          given += piece;
        }
        expect(given).toBe(inCoins(before, coin));
      }),
    );
  });

  it('knows every currency', () => {
    for (const currency of Currency.options)
      expect(smallestCoin(currency, { cashRounding: true })).toBeGreaterThanOrEqual(1);
  });
});
