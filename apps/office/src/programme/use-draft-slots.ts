import type { Festival } from '@festivals/domain/festival/contract';
import type { DraftSlot, NewSlot } from '@festivals/domain/programme/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { z } from 'zod';
import { api } from '../api.ts';
import { contentOf, type AllWanted, type Slots } from './deeds.ts';
import { positionOf } from './move-set.ts';
import { draftQuery } from './queries.ts';

export type DraftSlots = ReturnType<typeof useDraftSlots>;

/** The draft's sets as the server last said, and what changes them: one request at a time, its answer shown at once. */
export function useDraftSlots(festivalId: Festival['id'], refused: (error: unknown) => void) {
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  // What a timer reads is whether a request is on its way then, not when the timer was set.
  const live = useRef({ busy: false });
  const { queryKey } = draftQuery(festivalId);
  const params = { festivalId };

  const learn = async (change: (slots: DraftSlot[]) => DraftSlot[]) => {
    await queryClient.cancelQueries({ queryKey });
    queryClient.setQueryData(queryKey, (now) => now && { ...now, slots: change(now.slots) });
  };
  const reload = () => queryClient.invalidateQueries({ queryKey });
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
  /** Lets something happen, and says what the server answered; null where it refused. */
  const attempt = (work: () => Promise<DraftSlot>): Promise<DraftSlot | null> =>
    atWork(async () => {
      try {
        return await work();
      } catch (error) {
        refused(error);
        await reload();
        return null;
      }
    });

  return {
    busy,
    isBusy: () => live.current.busy,
    atWork,
    reload,
    known: (): Slots => new Map((queryClient.getQueryData(queryKey)?.slots ?? []).map((slot) => [slot.id, slot])),
    /** Moves sets from the versions that were seen; throws what the server refuses. */
    move: async (asked: AllWanted): Promise<Slots> => {
      const moves = [...asked].map(([slotId, { to, seen }]) => ({ slotId, version: seen.version, ...positionOf(to) }));
      const answered = await api.programme.moveSlots({ params, body: { moves } });
      return new Map(answered.map((slot) => [slot.id, slot]));
    },
    put: (fresh: Slots) => learn((slots) => slots.map((one) => fresh.get(one.id) ?? one)),
    create: (body: z.input<typeof NewSlot>): Promise<DraftSlot | null> =>
      atWork(async () => {
        try {
          const slot = await api.programme.createSlot({ params, body });
          await learn((slots) => [...slots, slot]);
          return slot;
        } catch (error) {
          refused(error);
          return null;
        }
      }),
    remove: (slot: DraftSlot) =>
      attempt(async () => {
        await api.programme.deleteSlot({ params: { ...params, slotId: slot.id }, query: { version: slot.version } });
        await learn((slots) => slots.filter(({ id }) => id !== slot.id));
        return slot;
      }),
    bringBack: (slotId: string) =>
      attempt(async () => {
        const slot = await api.programme.restoreSlot({ params: { ...params, slotId } });
        await learn((slots) => [...slots, slot]);
        return slot;
      }),
    rewrite: (seen: DraftSlot, as: DraftSlot) =>
      attempt(async () => {
        const body = { version: seen.version, changes: contentOf(as) };
        const slot = await api.programme.updateSlot({ params: { ...params, slotId: seen.id }, body });
        await learn((slots) => slots.map((one) => (one.id === slot.id ? slot : one)));
        return slot;
      }),
  };
}
