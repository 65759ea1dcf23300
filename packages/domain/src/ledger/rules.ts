/** One side of an entry: a debit is positive, a credit negative, in minor units. */
export interface Leg {
  currency: string;
  amount: number;
}

/** What is missing for zero, per currency; empty when the legs make an entry. */
export function imbalance(legs: readonly Leg[]): Array<{ currency: string; amount: number }> {
  const sums = new Map<string, number>();
  for (const { currency, amount } of legs) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return [...sums].filter(([, sum]) => sum !== 0).map(([currency, sum]) => ({ currency, amount: sum }));
}
