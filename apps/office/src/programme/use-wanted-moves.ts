import type { DraftSlot } from '@festivals/domain/programme/contract';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { wantedAfter, type AllWanted, type Move } from './deeds.ts';
import { positionOf, samePosition, type Position } from './move-set.ts';
import { staleOf } from './stale.ts';
import type { DraftSlots } from './use-draft-slots.ts';

/** Somebody was faster: what the reader wanted, of what they had seen. */
type Conflict = { by: string | null; slotId: string; wanted: AllWanted };

type Told = {
  moved: (moves: Move[]) => void;
  /** @param at where what was refused stands again */
  refused: (error: unknown, at?: Position) => void;
};

/** Key presses are gathered for as long as this, then sent as one move. */
const pauseInMs = 400;
const nothing: AllWanted = new Map();

/** Where sets are wanted that the server does not know of yet. What it refuses goes back to where it was. */
export function useWantedMoves(slots: DraftSlots, told: Told) {
  const [wanted, setWanted] = useState(nothing);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  // What the timer and the answers read is what is wanted then, not when they were set.
  const live = useRef({ wanted, timer: 0 });
  /** The reader's own last moves, and which version each was made from. */
  const own = useRef(new Map<string, { from: number; slot: DraftSlot }>());

  const want = (next: AllWanted) => {
    live.current.wanted = next;
    setWanted(next);
  };
  /** Asks the server; true when it agreed. */
  const send = (asked: AllWanted): Promise<boolean> =>
    slots.atWork(async () => {
      try {
        const answered = await slots.move(asked);
        for (const [id, slot] of answered) own.current.set(id, { from: asked.get(id)?.seen.version ?? 0, slot });
        await slots.put(answered);
        // What was pressed meanwhile goes on from here.
        want(wantedAfter(live.current.wanted, asked, answered));
        return true;
      } catch (error) {
        want(nothing);
        const stale = staleOf(error);
        await slots.reload();
        if (stale?.slotId) setConflict({ by: stale.by, slotId: stale.slotId, wanted: asked });
        else told.refused(error, [...asked.values()][0]?.seen);
        return false;
      }
    });
  const flush = async (): Promise<void> => {
    clearTimeout(live.current.timer);
    if (slots.isBusy()) return;
    const asked = new Map([...live.current.wanted].filter(([, { to, seen }]) => !samePosition(seen, to)));
    if (asked.size === 0) return want(nothing);
    const moves = [...asked].map(([slotId, { to, seen }]) => ({ slotId, from: positionOf(seen), to }));
    if (await send(asked)) told.moved(moves);
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
  return {
    wanted,
    isWanting: () => live.current.wanted.size > 0,
    move,
    /** Wants just this, at once, and says whether the server agreed. */
    moveNow: (asked: AllWanted): Promise<boolean> => {
      want(asked);
      return send(asked);
    },
    conflict,
    takeTheirs: () => setConflict(null),
    /** Wants the same again, of the sets as they are now. */
    tryAgain: () => {
      if (!conflict) return;
      const now = slots.known();
      const again = [...conflict.wanted].flatMap(([slotId, { to }]) => {
        const slot = now.get(slotId);
        return slot ? [{ slot, to }] : [];
      });
      move(again, { atOnce: true });
    },
  };
}
