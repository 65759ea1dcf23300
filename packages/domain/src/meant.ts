/** What somebody means who names a thing in a file. Pure. */

/** A name as it is compared: without the case, and the spaces around it. */
export const plainName = (text: string): string => text.trim().toLocaleLowerCase('en');

/** The one of several that a cell means, by its id or its name. */
export function meant<T extends { id: string }>(
  cell: string,
  all: readonly T[],
  namesOf: (one: T) => readonly string[],
): T | 'unknown' | 'ambiguous' {
  const byId = all.find(({ id }) => id === cell.toLowerCase());
  const named = (each: T) => namesOf(each).some((name) => plainName(name) === plainName(cell));
  const [one, other] = byId ? [byId] : all.filter(named);
  if (one === undefined) return 'unknown';
  return other === undefined ? one : 'ambiguous';
}

/** The names of something in several languages. */
export const namesIn = ({ name }: { name: Partial<Record<string, string>> }): string[] =>
  Object.values(name).flatMap((one) => one ?? []);
