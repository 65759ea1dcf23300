/** The notes that somebody hands over for an amount, minor units of a currency with so many decimals: the next round sums above it, at most three. */
export function notesFor(total: number, decimals: number): number[] {
  const unit = 10 ** decimals;
  const sums = [5, 10, 20, 50, 100, 200].map((note) => Math.ceil(total / (note * unit)) * note * unit);
  return [...new Set(sums)].filter((sum) => sum > total).slice(0, 3);
}
