import { isLanguage } from '@festivals/messages';

/** What a form holds, by the names of its fields. */
export type FieldValues = Readonly<Record<string, unknown>>;

/** A field that two people changed, each to something else. */
export interface Clash {
  field: string;
  mine: unknown;
  theirs: unknown;
}

export interface Merged {
  /** What they changed where nothing speaks against it; it can be taken as it is. */
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
  const taken: Record<string, unknown> = {};
  const clashes: Clash[] = [];
  for (const field of Object.keys(theirs)) {
    const versions = { base: base[field], mine: mine[field], theirs: theirs[field] };
    if (same(versions.base, versions.theirs)) continue;
    const both = together(versions);
    if (both === contradiction) clashes.push({ field, mine: versions.mine, theirs: versions.theirs });
    else if (!same(both.value, versions.mine)) taken[field] = both.value;
  }
  return { taken, clashes };
}

interface Versions<T = unknown> {
  base: T;
  mine: T;
  theirs: T;
}
const contradiction = Symbol();
type Together<T = unknown> = { value: T } | typeof contradiction;

/** One value that says what both said. Only of texts by language and of lists of things with ids can each have changed another part. */
function together({ base, mine, theirs }: Versions): Together {
  if (same(mine, theirs) || same(base, mine)) return { value: theirs };
  if (same(base, theirs)) return { value: mine };
  if (isTexts(mine) && isTexts(theirs) && (base === undefined || isTexts(base)))
    return textsTogether({ base: base ?? {}, mine, theirs });
  if (isThings(base) && isThings(mine) && isThings(theirs)) return thingsTogether({ base, mine, theirs });
  return contradiction;
}

type Texts = Readonly<Record<string, unknown>>;
const isTexts = (value: unknown): value is Texts =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).every(isLanguage);

function textsTogether({ base, mine, theirs }: Versions<Texts>): Together {
  const value: Record<string, unknown> = {};
  for (const language of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const both = together({ base: base[language], mine: mine[language], theirs: theirs[language] });
    if (both === contradiction) return contradiction;
    if (both.value !== undefined) value[language] = both.value;
  }
  return { value };
}

interface Thing {
  id: string;
}
const isThings = (value: unknown): value is readonly Thing[] =>
  Array.isArray(value) &&
  value.every((one: unknown) => typeof one === 'object' && one !== null && 'id' in one && typeof one.id === 'string') &&
  new Set(value.map(({ id }: Thing) => id)).size === value.length;

/** A thing is changed as a whole: its amount means nothing without its kind. What one took away and the other changed contradicts. */
function thingsTogether({ base, mine, theirs }: Versions<readonly Thing[]>): Together {
  const by = (things: readonly Thing[]) => new Map(things.map((thing) => [thing.id, thing]));
  const [old, here, there] = [by(base), by(mine), by(theirs)];
  // Whoever put them into another order meant it; where both did, theirs is the one that is seen already.
  const onlyMineMoved = same(idsIn(theirs, old), idsIn(base, there)) && !same(idsIn(mine, old), idsIn(base, here));
  const order = onlyMineMoved ? [...mine, ...theirs] : [...theirs, ...mine];
  const value: Thing[] = [];
  for (const id of new Set(order.map((thing) => thing.id))) {
    const both = together({ base: old.get(id), mine: here.get(id), theirs: there.get(id) });
    if (both === contradiction) return contradiction;
    // One of the three, or none where it was taken away.
    if (both.value !== undefined) value.push(both.value as Thing);
  }
  return { value };
}

/** The ids of those that stand in both, in the order of the first. */
const idsIn = (things: readonly Thing[], others: ReadonlyMap<string, Thing>): string[] =>
  things.map(({ id }) => id).filter((id) => others.has(id));
