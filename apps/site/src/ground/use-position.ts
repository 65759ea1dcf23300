'use client';

import type { Position } from '@festivals/domain/places/geometry';
import { useEffect, useState } from 'react';

export type Whereabouts =
  | { state: 'unasked' | 'asking' }
  /** `accuracy` in metres, as the device reckons. */
  | { state: 'known'; at: Position; accuracy: number }
  | { state: 'denied' | 'unavailable' };

/** Where the visitor stands: asked only when they want it, followed until they have enough of it, told to nobody. */
export function usePosition() {
  const [asked, setAsked] = useState(false);
  const [where, setWhere] = useState<Whereabouts>({ state: 'unasked' });
  useEffect(() => {
    if (!asked) return;
    const watch = navigator.geolocation.watchPosition(
      ({ coords }) =>
        setWhere({ state: 'known', at: [coords.longitude, coords.latitude], accuracy: Math.ceil(coords.accuracy) }),
      ({ code, PERMISSION_DENIED }) => setWhere({ state: code === PERMISSION_DENIED ? 'denied' : 'unavailable' }),
      { enableHighAccuracy: true, maximumAge: 10_000, timeout: 20_000 },
    );
    return () => navigator.geolocation.clearWatch(watch);
  }, [asked]);
  return {
    where,
    ask: () => {
      if (!('geolocation' in navigator)) return setWhere({ state: 'unavailable' });
      setWhere({ state: 'asking' });
      setAsked(true);
    },
    forget: () => {
      setAsked(false);
      setWhere({ state: 'unasked' });
    },
  };
}
