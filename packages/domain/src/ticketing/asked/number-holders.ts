/** Gives each ticket of which nothing was told a number of its line that nobody has; in the order in which they are given. */
export function numberHolders<T extends { lineNo: number; nth: number | null }>(
  holders: readonly T[],
): (T & { nth: number })[] {
  const taken = new Set(holders.flatMap(({ lineNo, nth }) => (nth === null ? [] : [`${lineNo}.${nth}`])));
  return holders.map((holder) => {
    let nth = holder.nth ?? 1;
    if (holder.nth === null) {
      while (taken.has(`${holder.lineNo}.${nth}`)) nth += 1;
      taken.add(`${holder.lineNo}.${nth}`);
    }
    return { ...holder, nth };
  });
}
