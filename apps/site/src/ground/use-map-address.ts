'use client';

import { useEffect, useState } from 'react';
import { isMapFilter, type MapFilter } from './map-filters.ts';

export interface MapAddress {
  place: string | null;
  show: MapFilter | null;
  openOnly: boolean;
}

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
  const [address, setAddress] = useState<MapAddress>({ place: null, show: null, openOnly: false });
  useEffect(() => {
    const follow = () => setAddress(read());
    follow();
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const go = (change: Partial<MapAddress>) => {
    const next = { ...address, ...change };
    setAddress(next);
    const to = `${location.pathname}${mapQuery(next)}`;
    // Another place is another page to go back from; a filter is not.
    if (change.place !== undefined && change.place !== address.place) history.pushState(null, '', to);
    else history.replaceState(null, '', to);
  };
  return [address, go] as const;
}
