/** What a form holds, by the names of its fields. */
export type FieldValues = Readonly<Record<string, unknown>>;

/** A field that two people changed, each to something else. */
export interface Clash {
  field: string;
  mine: unknown;
  theirs: unknown;
}

export interface Merged {
  /** What only they changed; it can be taken as it is. */
  taken: FieldValues;
  clashes: Clash[];
}

/** A value as it counts: a text that is empty is none, and the order of members tells nothing. */
function canonical(value: unknown): unknown {
  if (value === undefined || value === '' || value === null || (typeof value === 'number' && Number.isNaN(value)))
    return null;
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object') return value;
  const members = Object.entries(value)
    .map(([key, inner]) => [key, canonical(inner)] as const)
    .filter(([, inner]) => inner !== null);
  return Object.fromEntries(members.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether two values of a field are one to their reader. */
export const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(canonical(a) ?? null) === JSON.stringify(canonical(b) ?? null);

/** Whether a form says anything else than it began with. */
export const differs = (values: FieldValues, base: FieldValues): boolean =>
  Object.keys(base).some((field) => !same(values[field], base[field]));

/** What two people made of the same record: `base` is what both began with. */
export function merge(base: FieldValues, mine: FieldValues, theirs: FieldValues): Merged {
  const changed = Object.keys(theirs).filter((field) => !same(base[field], theirs[field]));
  const clashes = changed
    .filter((field) => !same(base[field], mine[field]) && !same(mine[field], theirs[field]))
    .map((field) => ({ field, mine: mine[field], theirs: theirs[field] }));
  const contested = new Set(clashes.map(({ field }) => field));
  const taken = Object.fromEntries(
    changed.filter((field) => !contested.has(field)).map((field) => [field, theirs[field]]),
  );
  return { taken, clashes };
}
