import type { DraftPlace } from '@festivals/domain/places/contract';
import type { Geometry } from '@festivals/domain/places/geometry';
import { inks } from '@festivals/ui/map/map-style';
import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { MapCanvas } from './map-canvas.ts';
import { type Pencil, takePencil } from './pencil.ts';
import type { Tool } from './pencil-modes.ts';

/** What somebody who may edit has in the hand, and what becomes of it. */
export interface Hand {
  tool: Tool;
  /** Whether corners snap to those of other places. */
  snap: boolean;
  onDrawn: (geometry: Geometry) => void;
  /** `began` is the outline that was taken into the hand. */
  onReshaped: (placeId: string, geometry: Geometry, began: Geometry) => void;
  /** What is being drawn, as far as it is; null when nothing is. */
  onDrawing: (geometry: Geometry | null) => void;
}

interface Wanted {
  canvas: RefObject<MapCanvas | null>;
  ready: boolean;
  night: boolean;
  /** Null for whoever only looks. */
  hand: Hand | null;
  /** The place whose corners can be dragged. */
  held: DraftPlace | null;
}

/** Lays a pencil on the map for whoever may draw; it takes the tool that they choose, and holds the place that they reshape. */
export function usePencil({ canvas, ready, night, hand, held }: Wanted): void {
  const pencil = useRef<Pencil | null>(null);
  const snaps = useEffectEvent(() => hand?.snap ?? false);
  const drawn = useEffectEvent((geometry: Geometry) => hand?.onDrawn(geometry));
  const reshaped = useEffectEvent((id: string, geometry: Geometry, began: Geometry) =>
    hand?.onReshaped(id, geometry, began),
  );
  const drawing = useEffectEvent((geometry: Geometry | null) => hand?.onDrawing(geometry));
  const mayDraw = hand !== null;
  // The pencil must be off the map before that ends: layout effects are undone before others.
  useLayoutEffect(() => {
    if (!ready || !mayDraw || canvas.current === null) return;
    const taken = takePencil({
      canvas: canvas.current,
      color: inks[night ? 'night' : 'day'].accent,
      snaps: () => snaps(),
      onDrawn: (geometry) => drawn(geometry),
      onReshaped: (id, geometry, began) => reshaped(id, geometry, began),
      onDrawing: (geometry) => drawing(geometry),
    });
    pencil.current = taken;
    return () => {
      taken.end();
      pencil.current = null;
    };
  }, [canvas, ready, mayDraw, night]);
  const tool = hand?.tool ?? 'choose';
  useEffect(() => {
    pencil.current?.take(tool);
    pencil.current?.hold(held);
  }, [ready, mayDraw, night, tool, held]);
}
