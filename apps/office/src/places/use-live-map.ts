import type { Festival } from '@festivals/domain/festival/contract';
import type { DraftPlace, SiteMap } from '@festivals/domain/places/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '../api.ts';
import { useMe } from '../identity/me.ts';
import { useOnLive } from '../live/use-live.ts';
import { mapQuery } from './queries.ts';

export type LiveMap = ReturnType<typeof useLiveMap>;

/**
 * The places as they are on the screen: what is done here is shown at once, what others do comes in by itself once nothing of
 * ours is on its way; `onGone` hears what they took away.
 */
export function useLiveMap(festivalId: Festival['id'], onGone: (places: readonly DraftPlace[]) => void) {
  const queryClient = useQueryClient();
  const { id: me } = useMe();
  const { queryKey } = mapQuery(festivalId);
  // How many of our deeds are under way; how often the map was changed here; of which places we await news of our own deeds;
  // whether others did something that is not shown yet, and whether it is being asked for.
  const here = useRef({ underWay: 0, steps: 0, own: new Set<string>(), stale: false, asking: false });

  const places = () => queryClient.getQueryData<SiteMap>(queryKey)?.places ?? [];
  const show = (change: (places: readonly DraftPlace[]) => DraftPlace[]) => {
    here.current.steps += 1;
    queryClient.setQueryData<SiteMap>(queryKey, (map) => map && { ...map, places: change(map.places) });
  };
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
    if (now.asking || !now.stale || now.underWay > 0) return;
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
  return {
    places,
    show,
    /** Something of ours is under way: what others do waits. */
    begin: () => {
      here.current.underWay += 1;
    },
    end: () => {
      here.current.underWay -= 1;
      void takeIn();
    },
    /** News of this place is about to come, and is our own. */
    expect: (id: string) => void here.current.own.add(id),
    /** What is shown may be wrong: the server is asked again. */
    startAnew: () => {
      here.current.own.clear();
      return queryClient.invalidateQueries({ queryKey });
    },
  };
}
