/** What was done to the map, step by step: how each is shown, sent, taken back and done again. Pure. */
import type { DraftPlace, PlaceChanges, PlaceDeed } from '@festivals/domain/places/contract';
import { given } from './place-merge.ts';

/** What was done to one place, with how it was before (or, for a new one, how it came out). */
export type DoneToOne = { id: string; was: DraftPlace } & (
  | { op: 'create' | 'remove' | 'restore' }
  | { op: 'change'; changes: PlaceChanges }
);
/** One step of undo: everything that was done at once. */
export type Done = DoneToOne[];

/** What takes a step back: only the fields that it changed, so that others' work on the same place stays. */
export const inverse = (done: Done): Done =>
  done.map((one) => {
    const { id, was } = one;
    if (one.op === 'remove') return { id, op: 'restore', was };
    if (one.op !== 'change') return { id, op: 'remove', was };
    const { changes } = one;
    // Fields of a place, and of the change that they undo.
    const before = Object.fromEntries(
      Object.entries(was).filter(([field]) => Object.hasOwn(changes, field)),
    ) as PlaceChanges;
    return { id, op: 'change', changes: before, was };
  });

/** The step once more: what was made and unmade comes back, rather than being made a second time. */
export const repeat = (done: Done): Done =>
  done.map((one) => (one.op === 'create' ? { id: one.id, op: 'restore', was: one.was } : one));

/** What doing a step asks of the server. */
export const deedsOf = (done: Done, versionOf: (placeId: string) => number): PlaceDeed[] =>
  done.map((one) => {
    const row = { id: one.id, version: versionOf(one.id) };
    if (one.op === 'change') return { ...row, op: 'change', changes: one.changes };
    return { ...row, op: one.op === 'remove' ? 'remove' : 'restore' };
  });

/** The places as they are shown once a step was done; what comes back does so with the server's answer. */
export function shownAfter(places: readonly DraftPlace[], done: Done): DraftPlace[] {
  const gone = new Set(done.flatMap(({ id, op }) => (op === 'remove' ? [id] : [])));
  const changed = new Map(done.flatMap((one) => (one.op === 'change' ? [[one.id, one.changes] as const] : [])));
  return places.filter(({ id }) => !gone.has(id)).map((place) => ({ ...place, ...given(changed.get(place.id)) }));
}

/** The places with what the server wrote: known ones in their row, new ones at the end. */
export function withWritten(places: readonly DraftPlace[], written: readonly DraftPlace[]): DraftPlace[] {
  const fresh = new Map(written.map((place) => [place.id, place]));
  const known = places.map((place) => fresh.get(place.id) ?? place);
  return [...known, ...written.filter(({ id }) => !places.some((place) => place.id === id))];
}

/** The one step that many small moves were; `before` has each place as it stood before the first of them. */
export const movedSince = (before: ReadonlyMap<string, DraftPlace>, places: readonly DraftPlace[]): Done => {
  const now = new Map(places.map((place) => [place.id, place]));
  return [...before].flatMap(([id, was]): Done => {
    const place = now.get(id);
    return place === undefined ? [] : [{ id, op: 'change', changes: { geometry: place.geometry }, was }];
  });
};
