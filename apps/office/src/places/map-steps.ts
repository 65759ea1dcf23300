import type { DraftPlace, PlaceChanges } from '@festivals/domain/places/contract';

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
