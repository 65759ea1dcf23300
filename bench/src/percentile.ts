/** The value below which a share of the measurements lies (nearest rank); 0 of none. */
export function percentile(measured: readonly number[], share: number): number {
  const sorted = measured.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));
