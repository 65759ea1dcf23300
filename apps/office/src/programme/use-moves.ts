import type { Festival } from '@festivals/domain/festival/contract';
import type { DraftSlot, NewSlot, ProgrammeDraft } from '@festivals/domain/programme/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { z } from 'zod';
import { api } from '../api.ts';
import { moved, positionOf, samePosition, type Position } from './move-set.ts';
import { draftQuery } from './queries.ts';
import { staleOf } from './stale.ts';

/** What one deed did: sets moved from where to where, a set made, written anew in its sheet, or removed. Read backwards it is its own inverse. */
type Move = { slotId: string; from: Position; to: Position };
export type Deed =
  | { kind: 'moved'; moves: Move[] }
  | { kind: 'made'; slot: DraftSlot }
  | { kind: 'removed'; slot: DraftSlot }
  | { kind: 'edited'; from: DraftSlot; to: DraftSlot };
type Stacks = { done: Deed[]; undone: Deed[] };
type Told = {
  undone: (at: Position) => void;
  redone: (at: Position) => void;
  /** Undoing would undo what somebody else did since. */
  outdated: () => void;
  /** @param at where what was refused stands again */
  refused: (error: unknown, at?: Position) => void;
};
/** Where a set is wanted, and in which state the reader saw it when they took hold of it. */
type Wanted = { to: Position; seen: DraftSlot };
/** Somebody was faster: what the reader wanted, of what they had seen. */
export type Conflict = { by: string | null; slotId: string; wanted: ReadonlyMap<string, Wanted> };

/** What somebody writes of a set, without what follows from it. */
const contentOf = ({ id: _id, version: _version, day: _day, ...content }: DraftSlot) => content;
const sameContent = (one: DraftSlot, other: DraftSlot): boolean =>
  Object.entries(contentOf(one)).every(
    ([field, value]) => JSON.stringify(value) === JSON.stringify(other[field as keyof DraftSlot]),
  );

/** Where one should look after a deed was taken back or done again. */
function placeOf(deed: Deed, back: boolean): Position | undefined {
  if (deed.kind === 'edited') return back ? deed.from : deed.to;
  if (deed.kind !== 'moved') return deed.slot;
  const [first] = deed.moves;
  return back ? first?.from : first?.to;
}

/** Key presses are gathered for as long as this, then sent as one move. */
const pauseInMs = 400;

/**
 * Moves sets at once on the screen and then on the server. What the server refuses goes back to where it was. A move is made from the
 * version that was seen, so that nobody's change is overwritten unseen; one request is on its way at a time.
 */
export function useMoves(festival: Festival, draft: ProgrammeDraft, told: Told) {
  const queryClient = useQueryClient();
  const [wanted, setWanted] = useState<ReadonlyMap<string, Wanted>>(new Map());
  const [stacks, setStacks] = useState<Stacks>({ done: [], undone: [] });
  const [busy, setBusy] = useState(false);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  // What the timer and the answers read is what is wanted then, not when they were set.
  const live = useRef({ wanted, busy: false, timer: 0 });
  /** The reader's own last moves, and which version each was made from. */
  const own = useRef(new Map<string, { from: number; slot: DraftSlot }>());
  const { queryKey } = draftQuery(festival.id);
  const params = { festivalId: festival.id };

  const want = (next: ReadonlyMap<string, Wanted>) => {
    live.current.wanted = next;
    setWanted(next);
  };
  const known = (): ReadonlyMap<string, DraftSlot> =>
    new Map((queryClient.getQueryData(queryKey)?.slots ?? []).map((slot) => [slot.id, slot]));
  const learn = async (change: (slots: DraftSlot[]) => DraftSlot[]) => {
    await queryClient.cancelQueries({ queryKey });
    queryClient.setQueryData(queryKey, (now) => now && { ...now, slots: change(now.slots) });
  };
  const atWork = async <T>(work: () => Promise<T>): Promise<T> => {
    live.current.busy = true;
    setBusy(true);
    try {
      return await work();
    } finally {
      live.current.busy = false;
      setBusy(false);
    }
  };

  /** Asks the server; true when it agreed. */
  const send = (asked: ReadonlyMap<string, Wanted>): Promise<boolean> =>
    atWork(async () => {
      try {
        const moves = [...asked].map(([slotId, { to, seen }]) => ({
          slotId,
          version: seen.version,
          ...positionOf(to),
        }));
        const answered = await api.programme.moveSlots({ params, body: { moves } });
        const fresh = new Map(answered.map((slot) => [slot.id, slot]));
        for (const slot of answered) own.current.set(slot.id, { from: asked.get(slot.id)?.seen.version ?? 0, slot });
        await learn((slots) => slots.map((one) => fresh.get(one.id) ?? one));
        // What was pressed meanwhile goes on from here.
        want(
          new Map(
            [...live.current.wanted].flatMap(([id, one]) => {
              if (asked.get(id)?.to === one.to) return [];
              return [[id, { ...one, seen: fresh.get(id) ?? one.seen }]];
            }),
          ),
        );
        return true;
      } catch (error) {
        want(new Map());
        const stale = staleOf(error);
        await queryClient.invalidateQueries({ queryKey });
        if (stale?.slotId) setConflict({ by: stale.by, slotId: stale.slotId, wanted: asked });
        else told.refused(error, [...asked.values()][0]?.seen);
        return false;
      }
    });

  const flush = async (): Promise<void> => {
    clearTimeout(live.current.timer);
    if (live.current.busy) return;
    const asked = new Map([...live.current.wanted].filter(([, { to, seen }]) => !samePosition(seen, to)));
    if (asked.size === 0) return want(new Map());
    const moves = [...asked].map(([slotId, { to, seen }]) => ({ slotId, from: positionOf(seen), to }));
    if (await send(asked)) setStacks(({ done }) => ({ done: [...done, { kind: 'moved', moves }], undone: [] }));
    if (live.current.wanted.size > 0) await flush();
  };

  // Whoever leaves right after a key press means it all the same.
  const leave = useEffectEvent(() => void flush());
  useEffect(() => () => leave(), []);

  /** @param moves each with the set as it was seen when it was taken hold of */
  const move = (moves: readonly { slot: DraftSlot; to: Position }[], { atOnce }: { atOnce: boolean }) => {
    setConflict(null);
    const next = new Map(live.current.wanted);
    for (const { slot, to } of moves) {
      // What the reader did themselves while they held the set is no surprise to them.
      const mine = own.current.get(slot.id);
      const seen = next.get(slot.id)?.seen ?? (mine?.from === slot.version ? mine.slot : slot);
      next.set(slot.id, { to, seen });
    }
    want(next);
    clearTimeout(live.current.timer);
    if (atOnce) void flush();
    else live.current.timer = window.setTimeout(() => void flush(), pauseInMs);
  };

  const create = (body: z.input<typeof NewSlot>): Promise<DraftSlot | null> =>
    atWork(async () => {
      try {
        const slot = await api.programme.createSlot({ params, body });
        await learn((slots) => [...slots, slot]);
        return slot;
      } catch (error) {
        told.refused(error);
        return null;
      }
    });

  /** Adds a set where an artist was dropped. */
  const make = async (body: z.input<typeof NewSlot>): Promise<void> => {
    const slot = await create(body);
    if (slot) setStacks(({ done }) => ({ done: [...done, { kind: 'made', slot }], undone: [] }));
  };

  const remove = (slot: DraftSlot): Promise<boolean> =>
    atWork(async () => {
      try {
        await api.programme.deleteSlot({ params: { ...params, slotId: slot.id }, query: { version: slot.version } });
        await learn((slots) => slots.filter(({ id }) => id !== slot.id));
        return true;
      } catch (error) {
        told.refused(error);
        await queryClient.invalidateQueries({ queryKey });
        return false;
      }
    });

  /** Lets something happen once more, and says what the server answered; null where it refused. */
  const attempt = <T>(work: () => Promise<T>): Promise<T | null> =>
    atWork(async () => {
      try {
        return await work();
      } catch (error) {
        told.refused(error);
        await queryClient.invalidateQueries({ queryKey });
        return null;
      }
    });

  const bringBack = (slotId: string): Promise<DraftSlot | null> =>
    attempt(async () => {
      const slot = await api.programme.restoreSlot({ params: { ...params, slotId } });
      await learn((slots) => [...slots, slot]);
      return slot;
    });

  const rewrite = (seen: DraftSlot, as: DraftSlot): Promise<DraftSlot | null> =>
    attempt(async () => {
      const body = { version: seen.version, changes: contentOf(as) };
      const slot = await api.programme.updateSlot({ params: { ...params, slotId: seen.id }, body });
      await learn((slots) => slots.map((one) => (one.id === slot.id ? slot : one)));
      return slot;
    });

  /** A set as it is now, if it still is what a deed left of it. */
  const unchanged = (left: DraftSlot): DraftSlot | null => {
    const now = known().get(left.id);
    if (now !== undefined && sameContent(now, left)) return now;
    told.outdated();
    return null;
  };

  /** Does a deed again, or its inverse; the deed as it is then to be kept, or null where it was not to be. */
  const redo = async (deed: Deed, back: boolean): Promise<Deed | null> => {
    const now = known();
    if (deed.kind === 'made' || deed.kind === 'removed') {
      if (back === (deed.kind === 'removed')) {
        const slot = await bringBack(deed.slot.id);
        return slot && { ...deed, slot };
      }
      const slot = unchanged(deed.slot);
      return slot !== null && (await remove(slot)) ? { ...deed, slot } : null;
    }
    if (deed.kind === 'edited') {
      const seen = unchanged(back ? deed.to : deed.from);
      const slot = seen && (await rewrite(seen, back ? deed.from : deed.to));
      return slot && { ...deed, [back ? 'from' : 'to']: slot };
    }
    const asked = new Map<string, Wanted>();
    for (const { slotId, from, to } of deed.moves) {
      const seen = now.get(slotId);
      if (seen && samePosition(seen, back ? to : from)) asked.set(slotId, { seen, to: back ? from : to });
    }
    if (asked.size < deed.moves.length) {
      told.outdated();
      return null;
    }
    want(asked);
    return (await send(asked)) ? deed : null;
  };

  /** Sends the latest of one stack back and puts it on the other. A deed that cannot be done leaves the stack either way. */
  const replay = async (from: 'done' | 'undone') => {
    if (live.current.busy || live.current.wanted.size > 0) return;
    const latest = stacks[from].at(-1);
    if (!latest) return;
    const kept = await redo(latest, from === 'done');
    setStacks(({ done, undone }) =>
      from === 'done'
        ? { done: done.slice(0, -1), undone: kept ? [...undone, kept] : undone }
        : { done: kept ? [...done, kept] : done, undone: undone.slice(0, -1) },
    );
    if (!kept) return;
    const at = placeOf(kept, from === 'done');
    if (at) (from === 'done' ? told.undone : told.redone)(at);
  };

  const slots = useMemo(
    () =>
      wanted.size === 0
        ? draft.slots
        : draft.slots.map((slot) => {
            const one = wanted.get(slot.id);
            return one ? moved(slot, one.to, festival) : slot;
          }),
    [draft.slots, wanted, festival],
  );
  const resting = !busy && wanted.size === 0;
  return {
    slots,
    move,
    make,
    /** Remembers what was done in a set's sheet, so that it can be taken back like a move. */
    remember: (deed: Deed) => setStacks(({ done }) => ({ done: [...done, deed], undone: [] })),
    undo: () => replay('done'),
    redo: () => replay('undone'),
    mayUndo: resting && stacks.done.length > 0,
    mayRedo: resting && stacks.undone.length > 0,
    conflict,
    takeTheirs: () => setConflict(null),
    /** Wants the same again, of the sets as they are now. */
    tryAgain: () => {
      if (!conflict) return;
      const now = known();
      const again = [...conflict.wanted].flatMap(([slotId, { to }]) => {
        const slot = now.get(slotId);
        return slot ? [{ slot, to }] : [];
      });
      move(again, { atOnce: true });
    },
  };
}
