/** Amounts in exact shares. Integers alone: not a cent is lost or made. Pure. */

/** `part / whole` of an amount to the nearest integer, halves away from zero; exact for any safe integers. */
export function partOf(amount: number, part: number, whole: number): number {
  if (whole <= 0) return 0;
  const product = BigInt(amount) * BigInt(part);
  const size = product < 0n ? -product : product;
  const over = BigInt(whole);
  const rounded = Number((size * 2n + over) / (over * 2n));
  return product < 0n ? -rounded || 0 : rounded;
}

/**
 * Shares an amount in proportion to weights by largest remainder (ties: the first): the shares come to the amount again. Weights that
 * are all nothing share alike; without weights there are no shares.
 * @param amount minor units, not negative
 */
export function shares(amount: number, weights: readonly number[]): number[] {
  if (weights.length === 0) return [];
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (all === 0)
    return shares(
      amount,
      weights.map(() => 1),
    );
  const parts = weights.map((weight, at) => {
    const product = BigInt(amount) * BigInt(weight);
    return { at, share: Number(product / BigInt(all)), rest: product % BigInt(all) };
  });
  let left = amount - parts.reduce((sum, { share }) => sum + share, 0);
  for (const part of parts.toSorted((one, other) =>
    other.rest === one.rest ? one.at - other.at : other.rest > one.rest ? 1 : -1,
  )) {
    if (left === 0) break;
    part.share += 1;
    left -= 1;
  }
  return parts.map(({ share }) => share);
}
