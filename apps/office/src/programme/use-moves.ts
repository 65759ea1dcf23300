import type { Festival } from '@festivals/domain/festival/contract';
import type { DraftSlot, ProgrammeDraft } from '@festivals/domain/programme/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { api } from '../api.ts';
import { moved, positionOf, samePosition, type Position } from './move-set.ts';
import { draftQuery } from './queries.ts';

/** What one deed moved, from where to where: its own inverse, read backwards. */
type Move = { slotId: string; from: Position; to: Position };
type Stacks = { done: Move[][]; undone: Move[][] };
type Told = { undone: () => void; redone: () => void; refused: (error: unknown) => void };

/** Key presses are gathered for as long as this, then sent as one move. */
const pauseInMs = 400;

/**
 * Moves sets at once on the screen and then on the server. What the server refuses goes back to where it was.
 * One request is on its way at a time, so that each knows the version that the one before it made.
 */
export function useMoves(festival: Festival, draft: ProgrammeDraft, told: Told) {
  const queryClient = useQueryClient();
  const [wanted, setWanted] = useState<ReadonlyMap<string, Position>>(new Map());
  const [stacks, setStacks] = useState<Stacks>({ done: [], undone: [] });
  const [busy, setBusy] = useState(false);
  // What the timer and the answers read is what is wanted then, not when they were set.
  const live = useRef({ wanted, busy: false, timer: 0 });
  const { queryKey } = draftQuery(festival.id);

  const want = (next: ReadonlyMap<string, Position>) => {
    live.current.wanted = next;
    setWanted(next);
  };
  const known = (): readonly DraftSlot[] => queryClient.getQueryData(queryKey)?.slots ?? [];

  /** Asks the server; true when it agreed. */
  const send = async (moves: readonly Move[]): Promise<boolean> => {
    live.current.busy = true;
    setBusy(true);
    try {
      const versions = new Map(known().map(({ id, version }) => [id, version]));
      const answered = await api.programme.moveSlots({
        params: { festivalId: festival.id },
        body: {
          moves: moves.map(({ slotId, to }) => ({ slotId, version: versions.get(slotId) ?? 1, ...positionOf(to) })),
        },
      });
      const fresh = new Map(answered.map((slot) => [slot.id, slot]));
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData(
        queryKey,
        (now) => now && { ...now, slots: now.slots.map((one) => fresh.get(one.id) ?? one) },
      );
      const settled = new Map(moves.map(({ slotId, to }) => [slotId, to]));
      want(new Map([...live.current.wanted].filter(([id, at]) => settled.get(id) !== at)));
      return true;
    } catch (error) {
      want(new Map());
      told.refused(error);
      void queryClient.invalidateQueries({ queryKey });
      return false;
    } finally {
      live.current.busy = false;
      setBusy(false);
    }
  };

  const flush = async (): Promise<void> => {
    clearTimeout(live.current.timer);
    if (live.current.busy) return;
    const now = new Map(known().map((slot) => [slot.id, slot]));
    const moves = [...live.current.wanted].flatMap(([slotId, to]) => {
      const from = now.get(slotId);
      return from && !samePosition(from, to) ? [{ slotId, from: positionOf(from), to }] : [];
    });
    if (moves.length === 0) return want(new Map());
    if (await send(moves)) setStacks(({ done }) => ({ done: [...done, moves], undone: [] }));
    // What was pressed while the answer was awaited.
    if (live.current.wanted.size > 0) await flush();
  };

  // Whoever leaves right after a key press means it all the same.
  const leave = useEffectEvent(() => void flush());
  useEffect(() => () => leave(), []);

  const move = (slotId: string, to: Position, { atOnce }: { atOnce: boolean }) => {
    want(new Map(live.current.wanted).set(slotId, to));
    clearTimeout(live.current.timer);
    if (atOnce) void flush();
    else live.current.timer = window.setTimeout(() => void flush(), pauseInMs);
  };

  /** Sends the latest of one stack back and puts it on the other. */
  const replay = async (from: 'done' | 'undone') => {
    if (live.current.busy || live.current.wanted.size > 0) return;
    const latest = stacks[from].at(-1);
    if (!latest) return;
    const moves =
      from === 'done' ? latest.map(({ slotId, from: back, to }) => ({ slotId, from: to, to: back })) : latest;
    want(new Map(moves.map(({ slotId, to }) => [slotId, to])));
    const agreed = await send(moves);
    // A step that the server refuses once is refused again: it leaves the stack either way.
    setStacks(({ done, undone }) =>
      from === 'done'
        ? { done: done.slice(0, -1), undone: agreed ? [...undone, latest] : undone }
        : { done: agreed ? [...done, latest] : done, undone: undone.slice(0, -1) },
    );
    if (agreed) (from === 'done' ? told.undone : told.redone)();
  };

  const shown = useMemo<ProgrammeDraft>(
    () => ({
      ...draft,
      slots: draft.slots.map((slot) => {
        const to = wanted.get(slot.id);
        return to ? moved(slot, to, festival.zone, festival.cutOff) : slot;
      }),
    }),
    [draft, wanted, festival.zone, festival.cutOff],
  );
  const resting = !busy && wanted.size === 0;
  return {
    shown,
    move,
    undo: () => replay('done'),
    redo: () => replay('undone'),
    mayUndo: resting && stacks.done.length > 0,
    mayRedo: resting && stacks.undone.length > 0,
  };
}
