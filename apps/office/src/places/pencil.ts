/** Draws and reshapes on the map by pointer: terra-draw, told what our shapes are. */
import { Geometry, type Position } from '@festivals/domain/places/geometry';
import { rounded } from '@festivals/domain/places/measure';
import {
  type GeoJSONStoreFeatures,
  type HexColor,
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawRectangleMode,
  TerraDrawSelectMode,
} from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { MapCanvas } from './map-canvas.ts';
import { joinParts, type Part, partsOf } from './shape-parts.ts';

export type Tool = 'choose' | 'point' | 'line' | 'area' | 'rectangle' | 'measure';

const modes: Readonly<Record<Tool, string>> = {
  choose: 'select',
  point: 'point',
  line: 'linestring',
  area: 'polygon',
  rectangle: 'rectangle',
  measure: 'measure',
};

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
  const ink = color as HexColor;
  const snapping: NonNullable<NonNullable<ConstructorParameters<typeof TerraDrawPolygonMode>[0]>['snapping']> = {
    toCustom: ({ containerX, containerY }) =>
      snaps() ? mutable(canvas.cornerNear(containerX, containerY, held === null ? [] : [held.id])) : undefined,
  };
  const lines = { lineStringColor: ink, lineStringWidth: 3 } as const;
  const areas = { fillColor: ink, fillOpacity: 0.2, outlineColor: ink, outlineWidth: 3 } as const;
  // Keys are ours: the same ones work with and without a pointer.
  const keyEvents = { cancel: 'Escape', finish: 'Enter' };
  const corners = { draggable: true, midpoints: true, deletable: true, snappable: snapping };
  const shape = { feature: { draggable: true, coordinates: corners } };
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map: canvas.map, coordinatePrecision: 8 }),
    modes: [
      new TerraDrawSelectMode({
        allowManualDeselection: false,
        keyEvents: null,
        flags: { point: { feature: { draggable: true } }, linestring: shape, polygon: shape },
        styles: {
          selectedPointColor: ink,
          selectedPointWidth: 19,
          selectedPointOpacity: 0.3,
          selectedPointOutlineColor: ink,
          selectedPointOutlineWidth: 2,
          selectedLineStringColor: ink,
          selectedLineStringWidth: 3,
          selectedPolygonColor: ink,
          selectedPolygonFillOpacity: 0.2,
          selectedPolygonOutlineColor: ink,
          selectedPolygonOutlineWidth: 3,
          selectionPointColor: ink,
          selectionPointWidth: 6,
          selectionPointOutlineColor: '#ffffff',
          selectionPointOutlineWidth: 2,
          midPointColor: ink,
          midPointWidth: 4,
          midPointOpacity: 0.7,
          midPointOutlineColor: '#ffffff',
          midPointOutlineWidth: 1,
        },
      }),
      new TerraDrawPointMode({ styles: { pointColor: ink, pointWidth: 6 } }),
      new TerraDrawLineStringMode({ snapping, keyEvents, styles: lines }),
      new TerraDrawPolygonMode({ snapping, keyEvents, styles: areas }),
      new TerraDrawRectangleMode({ keyEvents, styles: areas }),
      new TerraDrawLineStringMode({
        modeName: 'measure',
        snapping,
        keyEvents,
        styles: { ...lines, lineStringDash: [4, 3] },
      }),
    ],
  });
  draw.start();
  draw.setMode(modes.choose);

  draw.on('finish', (id, { action }) => {
    if (tool === 'choose') {
      const geometry = held && shapeInHand(draw.getSnapshot());
      if (held && geometry && action !== 'draw') {
        const began = held.geometry;
        held = { ...held, geometry };
        onReshaped(held.id, geometry, began);
      }
      return;
    }
    const drawn = draw.getSnapshotFeature(id);
    const geometry = drawn && tidy(drawn.geometry);
    if (tool === 'measure') return onDrawing(geometry ?? null);
    // The tool is laid down by whoever hears of it; terra-draw is still in the middle of this.
    setTimeout(() => {
      draw.clear();
      onDrawing(null);
      if (geometry) onDrawn(geometry);
    });
  });
  draw.on('change', (ids, type) => {
    if (type === 'delete' || type === 'styling') return;
    if (tool === 'choose') return;
    const drawn = ids
      .flatMap((id) => draw.getSnapshotFeature(id) ?? [])
      .find(({ properties, geometry }) => properties['mode'] === modes[tool] && geometry.type !== 'Point');
    if (drawn) onDrawing(tidy(drawn.geometry));
  });

  const release = () => {
    held = null;
    draw.clear();
  };
  // What is under somebody's finger is not changed below it: what others made of it waits until the finger is lifted.
  const hand = canvas.map.getCanvasContainer();
  let pressed = false;
  let awaiting: Held | null = null;
  const press = () => {
    pressed = true;
  };
  const lift = () => {
    pressed = false;
    if (awaiting !== null) setTimeout(() => awaiting !== null && hold(awaiting));
  };
  hand.addEventListener('pointerdown', press, true);
  window.addEventListener('pointerup', lift);
  window.addEventListener('pointercancel', lift);
  const hold = (place: Held | null) => {
    if (tool !== 'choose') return;
    if (pressed && place !== null && held?.id === place.id) {
      if (!isSame(held.geometry, place.geometry)) awaiting = place;
      return;
    }
    awaiting = null;
    // What the hand has just reshaped comes back from the server as it is.
    if (place !== null && held?.id === place.id && isSame(shapeInHand(draw.getSnapshot()), place.geometry)) return;
    release();
    if (place === null) return;
    const features = partsOf(place.geometry).map((part, at) => featureOf(place.id, part, at));
    if (features.length === 0 || features.length > 20) return;
    const added = draw.addFeatures(features);
    if (added.some(({ valid }) => !valid)) return draw.clear();
    held = place;
    const [first] = added;
    if (first?.id !== undefined) draw.selectFeature(first.id);
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
    clear: () => {
      draw.clear();
      onDrawing(null);
    },
    end: () => {
      hand.removeEventListener('pointerdown', press, true);
      window.removeEventListener('pointerup', lift);
      window.removeEventListener('pointercancel', lift);
      if (draw.enabled) draw.stop();
    },
  };

  function shapeInHand(snapshot: readonly GeoJSONStoreFeatures[]): Geometry | null {
    if (held === null) return null;
    const parts = snapshot
      .filter(({ properties }) => properties['placeId'] === held?.id)
      .toSorted((one, other) => Number(one.properties['part']) - Number(other.properties['part']))
      .map(({ geometry }) => geometry);
    return tidy(joinParts(held.geometry, parts));
  }
}

const modeOf = { Point: 'point', LineString: 'linestring', Polygon: 'polygon' } as const;
const featureOf = (placeId: string, part: Part, at: number): GeoJSONStoreFeatures => ({
  type: 'Feature',
  geometry: part,
  properties: { mode: modeOf[part.type], placeId, part: at },
});

const isSame = (one: Geometry | null, other: Geometry) => JSON.stringify(one) === JSON.stringify(other);

const mutable = (position: Position | undefined) => (position === undefined ? undefined : [...position]);

/** What the pencil drew, when it is a shape already. */
function tidy(geometry: { type: string; coordinates: unknown } | null): Geometry | null {
  if (geometry === null) return null;
  const round = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(round) : typeof value === 'number' ? rounded(value) : value;
  const read = Geometry.safeParse({ type: geometry.type, coordinates: round(geometry.coordinates) });
  return read.success ? read.data : null;
}
