/** What was done to the programme's draft, so that it can be taken back and done again. Pure. */
import type { DraftSlot } from '@festivals/domain/programme/contract';
import { samePosition, type Position } from './move-set.ts';

export type Move = { slotId: string; from: Position; to: Position };
/** What one deed did: sets moved from where to where, a set made, written anew in its sheet, or removed. Read backwards it is its own inverse. */
export type Deed =
  | { kind: 'moved'; moves: Move[] }
  | { kind: 'made'; slot: DraftSlot }
  | { kind: 'removed'; slot: DraftSlot }
  | { kind: 'edited'; from: DraftSlot; to: DraftSlot };

/** Where a set is wanted, and in which state the reader saw it when they took hold of it. */
export type Wanted = { to: Position; seen: DraftSlot };
export type AllWanted = ReadonlyMap<string, Wanted>;
export type Slots = ReadonlyMap<string, DraftSlot>;

/** What somebody writes of a set, without what follows from it. */
export const contentOf = ({ id: _id, version: _version, day: _day, ...content }: DraftSlot) => content;
export const sameContent = (one: DraftSlot, other: DraftSlot): boolean =>
  Object.entries(contentOf(one)).every(
    ([field, value]) => JSON.stringify(value) === JSON.stringify(other[field as keyof DraftSlot]),
  );

/** Where one should look after a deed was taken back or done again. */
export function placeOf(deed: Deed, back: boolean): Position | undefined {
  if (deed.kind === 'edited') return back ? deed.from : deed.to;
  if (deed.kind !== 'moved') return deed.slot;
  const [first] = deed.moves;
  return back ? first?.from : first?.to;
}

/** The moves again, or back, of the sets as they are; null where one of them no longer stands where they left it. */
export function movesAgain(moves: readonly Move[], back: boolean, slots: Slots): AllWanted | null {
  const asked = new Map<string, Wanted>();
  for (const { slotId, from, to } of moves) {
    const seen = slots.get(slotId);
    if (seen && samePosition(seen, back ? to : from)) asked.set(slotId, { seen, to: back ? from : to });
  }
  return asked.size < moves.length ? null : asked;
}

/** What is still wanted once moves were answered: what was pressed meanwhile, from where the sets now stand. */
export const wantedAfter = (wanted: AllWanted, asked: AllWanted, answered: Slots): AllWanted =>
  new Map(
    [...wanted].flatMap(([id, one]) =>
      asked.get(id)?.to === one.to ? [] : [[id, { ...one, seen: answered.get(id) ?? one.seen }]],
    ),
  );

/** What can be taken back, and what was; the latest last. */
export type Stacks = { done: readonly Deed[]; undone: readonly Deed[] };
export const noDeeds: Stacks = { done: [], undone: [] };

export const withDone = ({ done }: Stacks, deed: Deed): Stacks => ({ done: [...done, deed], undone: [] });

/** The latest of one stack goes onto the other as it is then kept. A deed that cannot be done leaves the stack either way. */
export const replayed = ({ done, undone }: Stacks, back: boolean, kept: Deed | null): Stacks =>
  back
    ? { done: done.slice(0, -1), undone: kept ? [...undone, kept] : undone }
    : { done: kept ? [...done, kept] : done, undone: undone.slice(0, -1) };
