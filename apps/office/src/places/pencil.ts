/** Draws and reshapes on the map by pointer: terra-draw, told what our shapes are. */
import { Geometry } from '@festivals/domain/places/geometry';
import { rounded } from '@festivals/domain/places/measure';
import type { GeoJSONStoreFeatures, TerraDraw } from 'terra-draw';
import type { MapCanvas } from './map-canvas.ts';
import { modes, openDrawing, type Tool } from './pencil-modes.ts';
import { joinParts, type Part, partsOf } from './shape-parts.ts';

export interface PencilOptions {
  canvas: MapCanvas;
  color: string;
  /** Whether corners snap to those of other places; asked at every move. */
  snaps: () => boolean;
  onDrawn: (geometry: Geometry) => void;
  /** `began` is the outline that was taken into the hand. */
  onReshaped: (placeId: string, geometry: Geometry, began: Geometry) => void;
  /** What is being drawn, as far as it is; null when nothing is. */
  onDrawing: (geometry: Geometry | null) => void;
}

interface Held {
  id: string;
  geometry: Geometry;
}

export interface Pencil {
  take: (tool: Tool) => void;
  /** Holds a place so that its corners can be dragged; null lets go. */
  hold: (place: Held | null) => void;
  clear: () => void;
  end: () => void;
}

export function takePencil({ canvas, color, snaps, onDrawn, onReshaped, onDrawing }: PencilOptions): Pencil {
  let tool: Tool = 'choose';
  let held: Held | null = null;
  // What others made of the place in the hand while a finger was on it.
  let awaiting: Held | null = null;
  const draw = openDrawing(canvas, color, (x, y) =>
    snaps() ? canvas.cornerNear(x, y, held === null ? [] : [held.id]) : undefined,
  );
  draw.start();
  draw.setMode(modes.choose);

  const reshape = () => {
    const geometry = held && shapeOf(held, draw.getSnapshot());
    if (!held || !geometry) return;
    const began = held.geometry;
    held = { ...held, geometry };
    onReshaped(held.id, geometry, began);
  };
  draw.on('finish', (id, { action }) => {
    if (tool === 'choose') return action === 'draw' ? undefined : reshape();
    const drawn = draw.getSnapshotFeature(id);
    const geometry = drawn && tidy(drawn.geometry);
    if (tool === 'measure') return onDrawing(geometry ?? null);
    // The tool is laid down by whoever hears of it; terra-draw is still in the middle of this.
    setTimeout(() => {
      clear();
      if (geometry) onDrawn(geometry);
    });
  });
  draw.on('change', (ids, type) => {
    if (type === 'delete' || type === 'styling' || tool === 'choose') return;
    const drawn = ids
      .flatMap((id) => draw.getSnapshotFeature(id) ?? [])
      .find(({ properties, geometry }) => properties['mode'] === modes[tool] && geometry.type !== 'Point');
    if (drawn) onDrawing(tidy(drawn.geometry));
  });

  const clear = () => {
    draw.clear();
    onDrawing(null);
  };
  const release = () => {
    held = null;
    draw.clear();
  };
  const hand = watchHand(canvas.map.getCanvasContainer(), () => {
    if (awaiting !== null) setTimeout(() => awaiting !== null && hold(awaiting));
  });
  const hold = (place: Held | null) => {
    if (tool !== 'choose') return;
    // What is under somebody's finger is not changed below it: what others made of it waits until the finger is lifted.
    if (hand.isDown() && place !== null && held?.id === place.id) {
      if (!isSame(held.geometry, place.geometry)) awaiting = place;
      return;
    }
    awaiting = null;
    // What the hand has just reshaped comes back from the server as it is.
    if (place !== null && held?.id === place.id && isSame(shapeOf(held, draw.getSnapshot()), place.geometry)) return;
    release();
    if (place !== null && lay(draw, place)) held = place;
  };
  return {
    take: (next) => {
      if (next === tool) return;
      release();
      onDrawing(null);
      tool = next;
      draw.setMode(modes[next]);
    },
    hold,
    clear,
    end: () => {
      hand.end();
      if (draw.enabled) draw.stop();
    },
  };
}

/** Draws a place so that its corners can be taken; false where there are too many, or a hole, which no hand can hold. */
function lay(draw: TerraDraw, place: Held): boolean {
  const features = partsOf(place.geometry).map((part, at) => featureOf(place.id, part, at));
  if (features.length === 0 || features.length > 20) return false;
  const added = draw.addFeatures(features);
  const [first] = added;
  if (added.some(({ valid }) => !valid)) draw.clear();
  else if (first?.id !== undefined) draw.selectFeature(first.id);
  return added.every(({ valid }) => valid);
}

/** Whether a finger or a button is down on the map, and word of when it no longer is. */
function watchHand(container: HTMLElement, onLift: () => void) {
  let isDown = false;
  const press = () => {
    isDown = true;
  };
  const lift = () => {
    isDown = false;
    onLift();
  };
  container.addEventListener('pointerdown', press, true);
  window.addEventListener('pointerup', lift);
  window.addEventListener('pointercancel', lift);
  return {
    isDown: () => isDown,
    end: () => {
      container.removeEventListener('pointerdown', press, true);
      window.removeEventListener('pointerup', lift);
      window.removeEventListener('pointercancel', lift);
    },
  };
}

/** The place in the hand as it is drawn now. */
function shapeOf(held: Held, snapshot: readonly GeoJSONStoreFeatures[]): Geometry | null {
  const parts = snapshot
    .filter(({ properties }) => properties['placeId'] === held.id)
    .toSorted((one, other) => Number(one.properties['part']) - Number(other.properties['part']))
    .map(({ geometry }) => geometry);
  return tidy(joinParts(held.geometry, parts));
}

const modeOf = { Point: 'point', LineString: 'linestring', Polygon: 'polygon' } as const;
const featureOf = (placeId: string, part: Part, at: number): GeoJSONStoreFeatures => ({
  type: 'Feature',
  geometry: part,
  properties: { mode: modeOf[part.type], placeId, part: at },
});

const isSame = (one: Geometry | null, other: Geometry) => JSON.stringify(one) === JSON.stringify(other);

/** What the pencil drew, when it is a shape already. */
function tidy(geometry: { type: string; coordinates: unknown } | null): Geometry | null {
  if (geometry === null) return null;
  const round = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(round) : typeof value === 'number' ? rounded(value) : value;
  const read = Geometry.safeParse({ type: geometry.type, coordinates: round(geometry.coordinates) });
  return read.success ? read.data : null;
}
