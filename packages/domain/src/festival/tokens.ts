/** Prices in tokens, a unit of display alone: the books know money. Pure, and knows no schema. */
import { partOf } from '../shares.ts';

/** `count` tokens cost `price`, in minor units. */
export interface TokenRate {
  count: number;
  price: number;
}

/** How many tokens an amount of minor units comes to, in hundredths of one, halves up; and whether that is the whole truth. */
export function inTokens(amount: number, { count, price }: TokenRate): { hundredths: number; exact: boolean } {
  const hundredths = partOf(amount, count * 100, price);
  return { hundredths, exact: hundredths * price === amount * count * 100 };
}
