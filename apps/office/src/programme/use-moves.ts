import type { Festival } from '@festivals/domain/festival/contract';
import type { DraftSlot, NewSlot, ProgrammeDraft } from '@festivals/domain/programme/contract';
import { useMemo, useState } from 'react';
import type { z } from 'zod';
import { movesAgain, noDeeds, placeOf, replayed, sameContent, withDone, type Deed } from './deeds.ts';
import { moved, type Position } from './move-set.ts';
import { useDraftSlots } from './use-draft-slots.ts';
import { useWantedMoves } from './use-wanted-moves.ts';

type Told = {
  undone: (at: Position) => void;
  redone: (at: Position) => void;
  /** Undoing would undo what somebody else did since. */
  outdated: () => void;
  /** @param at where what was refused stands again */
  refused: (error: unknown, at?: Position) => void;
};

/**
 * Moves sets at once on the screen and then on the server, and takes back what was done. A move is made from the version that was
 * seen, so that nobody's change is overwritten unseen; one request is on its way at a time.
 */
export function useMoves(festival: Festival, draft: ProgrammeDraft, told: Told) {
  const [stacks, setStacks] = useState(noDeeds);
  const remember = (deed: Deed) => setStacks((now) => withDone(now, deed));
  const server = useDraftSlots(festival.id, told.refused);
  const { wanted, isWanting, move, moveNow, conflict, takeTheirs, tryAgain } = useWantedMoves(server, {
    moved: (moves) => remember({ kind: 'moved', moves }),
    refused: told.refused,
  });
  /** Adds a set where an artist was dropped. */
  const make = async (body: z.input<typeof NewSlot>): Promise<void> => {
    const slot = await server.create(body);
    if (slot) remember({ kind: 'made', slot });
  };

  /** A set as it is now, if it still is what a deed left of it. */
  const unchanged = (left: DraftSlot): DraftSlot | null => {
    const now = server.known().get(left.id);
    if (now !== undefined && sameContent(now, left)) return now;
    told.outdated();
    return null;
  };
  /** Does a deed again, or its inverse; the deed as it is then to be kept, or null where it was not to be. */
  const redo = async (deed: Deed, back: boolean): Promise<Deed | null> => {
    if (deed.kind === 'moved') {
      const asked = movesAgain(deed.moves, back, server.known());
      if (asked === null) told.outdated();
      return asked !== null && (await moveNow(asked)) ? deed : null;
    }
    if (deed.kind === 'edited') {
      const seen = unchanged(back ? deed.to : deed.from);
      const slot = seen && (await server.rewrite(seen, back ? deed.from : deed.to));
      return slot && { ...deed, [back ? 'from' : 'to']: slot };
    }
    const comesBack = back === (deed.kind === 'removed');
    const seen = comesBack ? null : unchanged(deed.slot);
    const slot = comesBack ? await server.bringBack(deed.slot.id) : seen && (await server.remove(seen));
    return slot && { ...deed, slot };
  };
  /** Sends the latest of one stack back and puts it on the other. */
  const replay = async (from: 'done' | 'undone') => {
    if (server.isBusy() || isWanting()) return;
    const latest = stacks[from].at(-1);
    if (!latest) return;
    const back = from === 'done';
    const kept = await redo(latest, back);
    setStacks((now) => replayed(now, back, kept));
    const at = kept && placeOf(kept, back);
    if (at) (back ? told.undone : told.redone)(at);
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
  const resting = !server.busy && wanted.size === 0;
  return {
    slots,
    move,
    make,
    /** Remembers what was done in a set's sheet, so that it can be taken back like a move. */
    remember,
    undo: () => replay('done'),
    redo: () => replay('undone'),
    mayUndo: resting && stacks.done.length > 0,
    mayRedo: resting && stacks.undone.length > 0,
    conflict,
    takeTheirs,
    tryAgain,
  };
}
