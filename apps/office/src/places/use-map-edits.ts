import { ApiError } from '@festivals/contract';
import type { Festival } from '@festivals/domain/festival/contract';
import {
  type DraftPlace,
  type NewPlace,
  PlaceChanges,
  type PlaceDeed,
  type SiteMap,
} from '@festivals/domain/places/contract';
import { moved } from '@festivals/domain/places/measure';
import { useToast } from '@festivals/ui/toast';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { api } from '../api.ts';
import { useMe } from '../identity/me.ts';
import { useOnLive } from '../live/use-live.ts';
import { type Clash, type FieldValues, merge, type Merged } from '../record/merge.ts';
import { pick } from '../record/pick.ts';
import { useFailureText } from '../shell/failure.tsx';
import { type Done, inverse, repeat } from './map-steps.ts';
import { mapQuery } from './queries.ts';

/** A change, with what its writer had before them when they began where that was a while ago. */
type Change = { id: string; changes: PlaceChanges; began?: PlaceChanges };

export interface MapEdits {
  create: (place: NewPlaceInput) => Promise<DraftPlace | undefined>;
  change: (changes: readonly Change[]) => Promise<boolean>;
  remove: (ids: readonly string[]) => Promise<boolean>;
  /** Moves places at once and saves when no more moves come: many presses of a key are one step. */
  nudge: (ids: readonly string[], by: { east: number; north: number }) => void;
  /** What two people changed in one place, until somebody says what stands. */
  clash: { id: string; clashes: readonly Clash[] } | null;
  settle: (chosen: FieldValues) => void;
  undo: (() => void) | null;
  redo: (() => void) | null;
  saving: boolean;
}
type NewPlaceInput = Pick<NewPlace, 'kind' | 'geometry'> & Partial<NewPlace>;

const pauseMs = 700;

/**
 * What somebody does to the map: shown at once, saved one after the other, and undone the same way. What others do to it comes in
 * by itself once nothing of ours is on its way; `onGone` hears what they took away.
 */
export function useMapEdits(festivalId: Festival['id'], onGone: (places: readonly DraftPlace[]) => void): MapEdits {
  const queryClient = useQueryClient();
  const { id: me } = useMe();
  const say = useToast();
  const describe = useFailureText();
  const { queryKey } = mapQuery(festivalId);
  const [past, setPast] = useState<readonly Done[]>([]);
  const [future, setFuture] = useState<readonly Done[]>([]);
  const [clash, setClash] = useState<MapEdits['clash']>(null);
  const [waiting, setWaiting] = useState(0);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  // Removed places are no longer on the map, but can come back: with which version.
  const versions = useRef(new Map<string, number>());
  const nudged = useRef<{ before: Map<string, DraftPlace>; timer: ReturnType<typeof setTimeout> } | null>(null);
  // How many saves are under way; how often the map was changed here; of which places we await news of our own deeds; whether
  // others did something that is not shown yet, and whether it is being asked for.
  const here = useRef({ sending: 0, steps: 0, own: new Set<string>(), stale: false, asking: false });

  const places = () => queryClient.getQueryData<SiteMap>(queryKey)?.places ?? [];
  const show = (change: (places: readonly DraftPlace[]) => DraftPlace[]) => {
    here.current.steps += 1;
    queryClient.setQueryData<SiteMap>(queryKey, (map) => map && { ...map, places: change(map.places) });
  };
  const put = (written: readonly DraftPlace[]) =>
    show((all) => {
      const fresh = new Map(written.map((place) => [place.id, place]));
      const known = all.map((place) => fresh.get(place.id) ?? place);
      return [...known, ...written.filter(({ id }) => !all.some((place) => place.id === id))];
    });

  useOnLive('place:updated', ({ changes }) => {
    // Our own deeds are shown already; each is told of once.
    const own = changes?.map(({ id, by }) => here.current.own.delete(id) && by === me);
    if (own?.every(Boolean)) return;
    here.current.stale = true;
    void takeIn();
  });
  /** Asks for the map as others left it, as soon as nothing of ours is on its way. */
  async function takeIn(): Promise<void> {
    const now = here.current;
    if (now.asking || !now.stale || now.sending > 0 || nudged.current !== null) return;
    now.asking = true;
    now.stale = false;
    const { steps } = now;
    // Without a network nothing is lost: when it returns, everything on the screen is asked for again.
    const map = await api.places.getMap({ params: { festivalId } }).catch(() => null);
    now.asking = false;
    if (map === null) return;
    if (now.steps === steps) {
      const there = new Set(map.places.map(({ id }) => id));
      const gone = places().filter(({ id }) => !there.has(id));
      queryClient.setQueryData<SiteMap>(queryKey, map);
      if (gone.length > 0) onGone(gone);
    } else {
      // What was done here meanwhile is newer than the answer.
      now.stale = true;
    }
    await takeIn();
  }

  /** Sends rows after all that was sent before; `rows` is asked for only then, so that versions are the latest. */
  function send(rows: () => PlaceDeed[], stale: () => boolean = () => false): Promise<DraftPlace[] | null> {
    setWaiting((count) => count + 1);
    here.current.sending += 1;
    const sent = queue.current.then(async () => {
      const deeds = rows();
      for (const deed of deeds) if (deed.op !== 'create') here.current.own.add(deed.id);
      try {
        const written: DraftPlace[] = [];
        // So many rows are one request; what is more goes in several.
        for (let from = 0; from < deeds.length; from += 500) {
          const part = deeds.slice(from, from + 500);
          const body = { rows: part };
          written.push(
            ...(await api.places.savePlaces({ params: { festivalId }, body }, { idempotencyKey: crypto.randomUUID() })),
          );
        }
        for (const { id, version } of written) versions.current.set(id, version);
        for (const [at, { op }] of deeds.entries())
          if (op === 'create' && written[at]) here.current.own.add(written[at].id);
        const gone = new Set(deeds.flatMap((deed) => (deed.op === 'remove' ? [deed.id] : [])));
        const held = new Set(nudged.current?.before.keys());
        put(written.filter(({ id }) => !gone.has(id) && !held.has(id)));
        // Where stages and stands choose from.
        void queryClient.invalidateQueries({ queryKey: ['festival', festivalId, 'places'] });
        return written;
      } catch (error) {
        versions.current.clear();
        here.current.own.clear();
        await queryClient.invalidateQueries({ queryKey });
        if (error instanceof ApiError && error.name === 'ROWS_REFUSED' && stale()) return null;
        const { title, detail } = describe(error);
        say({ title, tone: 'danger', ...(error instanceof ApiError ? {} : { detail }) });
        return null;
      } finally {
        setWaiting((count) => count - 1);
        here.current.sending -= 1;
        void takeIn();
      }
    });
    queue.current = sent;
    return sent;
  }

  const versionOf = (id: string) =>
    Math.max(versions.current.get(id) ?? 1, places().find((place) => place.id === id)?.version ?? 1);
  const remember = (done: Done) => {
    setPast((steps) => [...steps.slice(-99), done]);
    setFuture([]);
  };
  const rowsOf = (done: Done): PlaceDeed[] =>
    done.map((one) => {
      const row = { id: one.id, version: versionOf(one.id) };
      if (one.op === 'change') return { ...row, op: 'change', changes: one.changes };
      return { ...row, op: one.op === 'remove' ? 'remove' : 'restore' };
    });
  function showStep(done: Done): void {
    const gone = new Set(done.flatMap(({ id, op }) => (op === 'remove' ? [id] : [])));
    const changed = new Map(done.flatMap((one) => (one.op === 'change' ? [[one.id, one.changes] as const] : [])));
    show((all) =>
      all.filter(({ id }) => !gone.has(id)).map((place) => ({ ...place, ...given(changed.get(place.id)) })),
    );
  }
  async function step(done: Done): Promise<boolean> {
    showStep(done);
    const sent = await send(
      () => rowsOf(done),
      () => meet(done),
    );
    return sent !== null;
  }

  /**
   * Somebody saved this one place first. What they changed elsewhere stands beside what was changed here; where both changed
   * the same, it is asked which shall stand.
   */
  function meet(done: Done): boolean {
    const [one] = done;
    if (one === undefined || done.length > 1 || one.op !== 'change') return false;
    const there = places().find(({ id }) => id === one.id);
    if (there === undefined) return false;
    const merged = merge(one.was, { ...one.was, ...given(one.changes) }, there);
    if (merged.clashes.length > 0) setClash({ id: one.id, clashes: merged.clashes });
    const mine = beside(one.changes, merged);
    if (keysOf(mine).length > 0) void change([{ id: one.id, changes: mine }]);
    return true;
  }

  async function keep(done: Done): Promise<boolean> {
    const saved = await step(done);
    if (saved) remember(done);
    return saved;
  }

  async function change(changes: readonly Change[]): Promise<boolean> {
    settle();
    const before = new Map(places().map((place) => [place.id, place]));
    const done = changes.flatMap(({ id, changes: to, began = {} }): Done => {
      const was = before.get(id);
      if (was === undefined) return [];
      // Somebody else changed the same since it was begun: it is asked which shall stand, and the rest is saved.
      const merged = merge(began, to, pick(was, keysOf(began)));
      if (merged.clashes.length > 0) setClash({ id, clashes: merged.clashes });
      const mine = beside(to, merged);
      return keysOf(mine).length === 0 ? [] : [{ id, op: 'change', changes: mine, was }];
    });
    if (done.length === 0) return false;
    return keep(done);
  }

  /** Saves what was nudged; called by the pause, and before anything else is done. */
  function settle(): void {
    const held = nudged.current;
    if (held === null) return;
    clearTimeout(held.timer);
    nudged.current = null;
    const now = new Map(places().map((place) => [place.id, place]));
    const done = [...held.before].flatMap(([id, was]): Done => {
      const place = now.get(id);
      return place === undefined ? [] : [{ id, op: 'change', changes: { geometry: place.geometry }, was }];
    });
    void keep(done);
  }
  // Whoever leaves the screen right after a nudge still means it.
  const leave = useEffectEvent(settle);
  useEffect(() => () => leave(), []);

  const walk = (from: readonly Done[], back: boolean) => {
    const done = from.at(-1);
    if (done === undefined || waiting > 0) return null;
    return () => {
      settle();
      const [take, give] = back ? [setPast, setFuture] : [setFuture, setPast];
      take((steps) => steps.slice(0, -1));
      void step(back ? inverse(done) : repeat(done)).then((saved) => saved && give((steps) => [...steps, done]));
    };
  };

  return {
    create: async (place) => {
      settle();
      const full = { name: {}, note: {}, capacity: null, icon: null, color: null, hours: [], layerId: null, ...place };
      const [created] = (await send(() => [{ op: 'create', place: full }])) ?? [];
      if (created) remember([{ id: created.id, op: 'create', was: created }]);
      return created;
    },
    change,
    remove: async (ids) => {
      settle();
      const done = places().flatMap((place): Done =>
        ids.includes(place.id) ? [{ id: place.id, op: 'remove', was: place }] : [],
      );
      for (const { id, was } of done) versions.current.set(id, was.version);
      return keep(done);
    },
    // From where each is now, not from what was last drawn: keys come faster than the screen.
    nudge: (ids, by) => {
      const before = nudged.current?.before ?? new Map<string, DraftPlace>();
      for (const place of places()) if (ids.includes(place.id) && !before.has(place.id)) before.set(place.id, place);
      if (nudged.current !== null) clearTimeout(nudged.current.timer);
      nudged.current = { before, timer: setTimeout(settle, pauseMs) };
      show((now) =>
        now.map((place) => (ids.includes(place.id) ? { ...place, geometry: moved(place.geometry, by) } : place)),
      );
    },
    clash,
    settle: (chosen) => {
      setClash(null);
      const changes = PlaceChanges.safeParse(chosen).data;
      if (clash !== null && changes !== undefined) void change([{ id: clash.id, changes }]);
    },
    undo: walk(past, true),
    redo: walk(future, false),
    saving: waiting > 0,
  };
}

const PlaceField = PlaceChanges.keyof();
/** The fields of a change. */
const keysOf = (changes: PlaceChanges) => PlaceField.options.filter((field) => changes[field] !== undefined);

/** What of a change can be saved beside somebody else's: both where they go together, nothing of what is asked about. */
function beside(changes: PlaceChanges, { taken, clashes }: Merged): PlaceChanges {
  const asked = new Set(clashes.map(({ field }) => field));
  const left = keysOf(changes).filter((field) => !asked.has(field));
  // What both made of a field is one of its values.
  return Object.fromEntries(left.map((field) => [field, taken[field] ?? changes[field]])) as PlaceChanges;
}

/** The members of a change that are given; what is left out stays as it is. */
const given = (changes: PlaceChanges | undefined): Partial<DraftPlace> =>
  // Every member of a change is one of a place; what is undefined is gone.
  Object.fromEntries(Object.entries(changes ?? {}).filter(([, value]) => value !== undefined)) as Partial<DraftPlace>;
