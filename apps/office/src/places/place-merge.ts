/** What of a change can be saved beside what somebody else made of the same place. Pure. */
import { type DraftPlace, PlaceChanges } from '@festivals/domain/places/contract';
import { type Clash, merge, type Merged } from '../record/merge.ts';
import { pick } from '../record/pick.ts';

/** What can be saved at once, null where it is nothing; and what both changed, until somebody says what stands. */
export interface Beside {
  mine: PlaceChanges | null;
  clashes: readonly Clash[];
}

/** A change before it is sent; `began` is what its writer had before them when they began, where that was a while ago. */
export const besideSeen = (began: PlaceChanges, changes: PlaceChanges, now: DraftPlace): Beside =>
  beside(changes, merge(began, changes, pick(now, keysOf(began))));

/** A change that the server refused because somebody saved the place first; `was` is the place that it was made to. */
export const besideSaved = (was: DraftPlace, changes: PlaceChanges, there: DraftPlace): Beside =>
  beside(changes, merge(was, { ...was, ...given(changes) }, there));

/** Both where they go together, nothing of what is asked about. */
function beside(changes: PlaceChanges, { taken, clashes }: Merged): Beside {
  const asked = new Set(clashes.map(({ field }) => field));
  const left = keysOf(changes).filter((field) => !asked.has(field));
  // What both made of a field is one of its values.
  const mine = Object.fromEntries(left.map((field) => [field, taken[field] ?? changes[field]])) as PlaceChanges;
  return { mine: keysOf(mine).length === 0 ? null : mine, clashes };
}

const PlaceField = PlaceChanges.keyof();
/** The fields of a change. */
const keysOf = (changes: PlaceChanges) => PlaceField.options.filter((field) => changes[field] !== undefined);

/** The members of a change that are given; what is left out stays as it is. */
export const given = (changes: PlaceChanges | undefined): Partial<DraftPlace> =>
  // Every member of a change is one of a place; what is undefined is gone.
  Object.fromEntries(Object.entries(changes ?? {}).filter(([, value]) => value !== undefined)) as Partial<DraftPlace>;
