import type { DraftPlace } from '@festivals/domain/places/contract';
import { moved } from '@festivals/domain/places/measure';
import { useEffect, useEffectEvent, useRef } from 'react';
import { type Done, movedSince } from './map-steps.ts';
import type { LiveMap } from './use-live-map.ts';

const pauseMs = 700;

/** Moves places at once and hands the move over when no more come: many presses of a key are one step. */
export function useNudges(map: LiveMap, onPause: (done: Done) => void) {
  const held = useRef<{ before: Map<string, DraftPlace>; timer: ReturnType<typeof setTimeout> } | null>(null);
  const settle = () => {
    const nudged = held.current;
    if (nudged === null) return;
    clearTimeout(nudged.timer);
    held.current = null;
    onPause(movedSince(nudged.before, map.places()));
    map.end();
  };
  // Whoever leaves the screen right after a nudge still means it.
  const leave = useEffectEvent(settle);
  useEffect(() => () => leave(), []);
  return {
    /** Hands over what was nudged; called by the pause, and before anything else is done. */
    settle,
    isHeld: (placeId: string) => held.current?.before.has(placeId) ?? false,
    // From where each is now, not from what was last drawn: keys come faster than the screen.
    nudge: (ids: readonly string[], by: { east: number; north: number }) => {
      if (held.current === null) map.begin();
      else clearTimeout(held.current.timer);
      const before = held.current?.before ?? new Map<string, DraftPlace>();
      for (const place of map.places())
        if (ids.includes(place.id) && !before.has(place.id)) before.set(place.id, place);
      held.current = { before, timer: setTimeout(settle, pauseMs) };
      map.show((now) =>
        now.map((place) => (ids.includes(place.id) ? { ...place, geometry: moved(place.geometry, by) } : place)),
      );
    },
  };
}
