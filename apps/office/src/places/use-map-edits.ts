import type { Festival } from '@festivals/domain/festival/contract';
import { type DraftPlace, type NewPlace, PlaceChanges } from '@festivals/domain/places/contract';
import { useState } from 'react';
import type { Clash, FieldValues } from '../record/merge.ts';
import { deedsOf, type Done, inverse, repeat, shownAfter } from './map-steps.ts';
import { type Beside, besideSaved, besideSeen } from './place-merge.ts';
import { useLiveMap } from './use-live-map.ts';
import { useNudges } from './use-nudges.ts';
import { usePlaceQueue } from './use-place-queue.ts';

/** A change, with what its writer had before them when they began where that was a while ago. */
type Change = { id: string; changes: PlaceChanges; began?: PlaceChanges };
type NewPlaceInput = Pick<NewPlace, 'kind' | 'geometry'> & Partial<NewPlace>;
const blank = { name: {}, note: {}, capacity: null, icon: null, color: null, hours: [], layerId: null };

/** What two people changed in one place, until somebody says what stands. */
type Contested = { id: string; clashes: readonly Clash[] } | null;

/** What somebody does to the map: shown at once, saved one after the other, and undone the same way. */
export function useMapEdits(festivalId: Festival['id'], onGone: (places: readonly DraftPlace[]) => void) {
  const [past, setPast] = useState<readonly Done[]>([]);
  const [future, setFuture] = useState<readonly Done[]>([]);
  const [clash, setClash] = useState<Contested>(null);
  const map = useLiveMap(festivalId, onGone);
  const nudges = useNudges(map, (done) => void keep(done));
  const queue = usePlaceQueue(festivalId, map, nudges.isHeld);

  const remember = (done: Done) => {
    setPast((steps) => [...steps.slice(-99), done]);
    setFuture([]);
  };
  /** Shows a step and sends it; true when it was saved. */
  async function step(done: Done): Promise<boolean> {
    map.show((places) => shownAfter(places, done));
    const sent = await queue.send(
      () => deedsOf(done, queue.versionOf),
      () => meet(done),
    );
    return sent !== null;
  }
  async function keep(done: Done): Promise<boolean> {
    const saved = await step(done);
    if (saved) remember(done);
    return saved;
  }
  /** What can be saved of a change; what cannot is asked about. */
  const asked = (id: string, { mine, clashes }: Beside): PlaceChanges | null => {
    if (clashes.length > 0) setClash({ id, clashes });
    return mine;
  };
  /**
   * Somebody saved this one place first. What they changed elsewhere stands beside what was changed here; where both changed
   * the same, it is asked which shall stand.
   */
  function meet(done: Done): boolean {
    const [one] = done;
    if (one === undefined || done.length > 1 || one.op !== 'change') return false;
    const there = map.places().find(({ id }) => id === one.id);
    if (there === undefined) return false;
    const changes = asked(one.id, besideSaved(one.was, one.changes, there));
    if (changes !== null) void change([{ id: one.id, changes }]);
    return true;
  }
  async function change(changes: readonly Change[]): Promise<boolean> {
    nudges.settle();
    const before = new Map(map.places().map((place) => [place.id, place]));
    const done = changes.flatMap(({ id, changes: to, began = {} }): Done => {
      const was = before.get(id);
      const mine = was === undefined ? null : asked(id, besideSeen(began, to, was));
      return was === undefined || mine === null ? [] : [{ id, op: 'change', changes: mine, was }];
    });
    return done.length > 0 && keep(done);
  }
  const walk = (from: readonly Done[], back: boolean) => {
    const done = from.at(-1);
    if (done === undefined || queue.waiting > 0) return null;
    return () => {
      nudges.settle();
      const [take, give] = back ? [setPast, setFuture] : [setFuture, setPast];
      take((steps) => steps.slice(0, -1));
      void step(back ? inverse(done) : repeat(done)).then((saved) => saved && give((steps) => [...steps, done]));
    };
  };
  return {
    create: async (place: NewPlaceInput): Promise<DraftPlace | undefined> => {
      nudges.settle();
      const [created] = (await queue.send(() => [{ op: 'create', place: { ...blank, ...place } }])) ?? [];
      if (created) remember([{ id: created.id, op: 'create', was: created }]);
      return created;
    },
    change,
    remove: (ids: readonly string[]): Promise<boolean> => {
      nudges.settle();
      const gone = map.places().filter(({ id }) => ids.includes(id));
      for (const place of gone) queue.keepVersion(place);
      return keep(gone.map((was) => ({ id: was.id, op: 'remove', was })));
    },
    nudge: nudges.nudge,
    clash,
    settle: (chosen: FieldValues): void => {
      setClash(null);
      const changes = PlaceChanges.safeParse(chosen).data;
      if (clash !== null && changes !== undefined) void change([{ id: clash.id, changes }]);
    },
    undo: walk(past, true),
    redo: walk(future, false),
  };
}
