import type { DraftPlace } from '@festivals/domain/places/contract';
import type { Position } from '@festivals/domain/places/geometry';
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { type MapCanvas, openCanvas } from './map-canvas.ts';

interface Wanted {
  /** Where the map is to be drawn. */
  box: RefObject<HTMLElement | null>;
  /** Where the icons stand from which its signs are drawn. */
  signs: RefObject<HTMLElement | null>;
  styleUrl: string | null;
  night: boolean;
  middle: Position;
  onPress: (placeId: string | null, many: boolean) => void;
  onFailed: () => void;
}

/** Opens the map in its box, for as long as the box is there. `grid` is how many metres lie between two of its lines. */
export function useCanvas({ box, signs, styleUrl, night, middle, onPress, onFailed }: Wanted) {
  const canvas = useRef<MapCanvas | null>(null);
  const [ready, setReady] = useState(false);
  const [grid, setGrid] = useState<number | null>(null);
  const press = useEffectEvent(onPress);
  const failed = useEffectEvent(onFailed);
  const open = useEffectEvent((container: HTMLElement, icons: Map<string, SVGSVGElement>) =>
    openCanvas({
      container,
      icons,
      styleUrl,
      night,
      middle,
      still: matchMedia('(prefers-reduced-motion: reduce)').matches,
      onReady: () => setReady(true),
      onPress: press,
      onMoved: setGrid,
    }),
  );
  useEffect(() => {
    if (box.current === null || signs.current === null) return;
    const icons = [...signs.current.querySelectorAll('svg')];
    try {
      canvas.current = open(box.current, new Map(icons.map((icon) => [icon.dataset['sign'] ?? '', icon])));
    } catch {
      // No WebGL: the plan without it is shown instead.
      failed();
    }
    return () => {
      canvas.current?.end();
      canvas.current = null;
    };
  }, [box, signs]);
  return { canvas, ready, grid };
}

/** Draws the places, and goes there once: to those that somebody came to see, else to all. */
export function useDrawnPlaces(
  { canvas, ready }: Pick<ReturnType<typeof useCanvas>, 'canvas' | 'ready'>,
  places: readonly { place: DraftPlace; name: string }[],
  chosen: readonly string[],
): void {
  const framed = useRef(false);
  useEffect(() => {
    canvas.current?.show(places);
    if (!ready || framed.current) return;
    framed.current = true;
    const wanted = places.filter(({ place }) => chosen.includes(place.id));
    canvas.current?.fit((wanted.length > 0 ? wanted : places).map(({ place }) => place.geometry));
  }, [canvas, places, ready, chosen]);
}
