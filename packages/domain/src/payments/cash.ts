/** What is paid in cash: an amount rounded to the smallest coin. Prices, tax and every other way to pay stay as they are. */
import type { Currency } from '../primitives.ts';

/**
 * The smallest coin of a currency, minor units. Switzerland strikes none below five rappen (coinage ordinance, SR 941.101). In euros it is
 * for the festival to say, by the law or the custom of its country: Belgian law rounds what is paid in cash to five cents (code of economic
 * law, articles VI.7/1 ff., for all since December 2019), and so it is done in Finland, Ireland, Italy, the Netherlands and Slovakia.
 */
export const smallestCoin = (currency: Currency, { cashRounding }: { cashRounding: boolean }): number => {
  if (currency === 'CHF') return 5;
  return currency === 'EUR' && cashRounding ? 5 : 1;
};

/**
 * The amount of coins next to `amount`, minor units; halves away from zero. It is the whole that is rounded, never its lines, so that what is
 * taken and what is given back of the same amount are the same.
 * @param coin the smallest coin, minor units
 */
export function inCoins(amount: number, coin: number): number {
  const size = Math.abs(amount);
  const rest = size % coin;
  const rounded = size - rest + (rest > 0 && rest * 2 >= coin ? coin : 0);
  return amount < 0 ? -rounded : rounded;
}

/**
 * What the till gives of `amount` to whom it gave `before` of the same order already, minor units: together the pieces come to the whole,
 * rounded once, however often it is paid in pieces.
 * @param coin the smallest coin, minor units
 */
export const nextInCoins = (amount: number, before: number, coin: number): number =>
  inCoins(before + amount, coin) - inCoins(before, coin);
