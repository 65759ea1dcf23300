'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { isMapFilter, type MapFilter } from './map-filters.ts';

export interface MapAddress {
  place: string | null;
  show: MapFilter | null;
  openOnly: boolean;
}

const nowhere: MapAddress = { place: null, show: null, openOnly: false };

const read = (): MapAddress => {
  const query = new URLSearchParams(location.search);
  const show = query.get('show');
  return { place: query.get('place'), show: isMapFilter(show) ? show : null, openOnly: query.get('open') === 'now' };
};

/** The address of the map as somebody sees it now, without our origin: to be shared, or to come back to. */
export function mapQuery({ place, show, openOnly }: MapAddress): string {
  const query = new URLSearchParams();
  if (show !== null) query.set('show', show);
  if (openOnly) query.set('open', 'now');
  if (place !== null) query.set('place', place);
  return query.size === 0 ? '' : `?${query}`;
}

/**
 * What is looked at, kept in the address. The page itself is the same for everyone and made ahead, so that its address is read
 * once it is there.
 */
export function useMapAddress() {
  const [address, setAddress] = useState(nowhere);
  const latest = useRef(nowhere);
  const arriveAt = useCallback((next: MapAddress) => {
    // Most come to the map itself: nothing is drawn again for them.
    if (mapQuery(next) === mapQuery(latest.current)) return;
    latest.current = next;
    setAddress(next);
  }, []);
  useEffect(() => {
    const follow = () => arriveAt(read());
    follow();
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, [arriveAt]);
  const go = useCallback(
    (change: Partial<MapAddress>) => {
      const before = latest.current;
      const next = { ...before, ...change };
      arriveAt(next);
      const to = `${location.pathname}${mapQuery(next)}`;
      // Another place is another page to go back from; a filter is not.
      if (next.place !== before.place) history.pushState(null, '', to);
      else history.replaceState(null, '', to);
    },
    [arriveAt],
  );
  return [address, go] as const;
}
