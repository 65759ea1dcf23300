/** How terra-draw draws, chooses and measures on our map, and how that looks. */
import type { Position } from '@festivals/domain/places/geometry';
import {
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

export type Tool = 'choose' | 'point' | 'line' | 'area' | 'rectangle' | 'measure';

/** What terra-draw calls a tool. */
export const modes: Readonly<Record<Tool, string>> = {
  choose: 'select',
  point: 'point',
  line: 'linestring',
  area: 'polygon',
  rectangle: 'rectangle',
  measure: 'measure',
};

type Snapping = NonNullable<NonNullable<ConstructorParameters<typeof TerraDrawPolygonMode>[0]>['snapping']>;
/** Where on the map, in pixels from its corner, and the corner of a place that is near. */
export type CornerNear = (x: number, y: number) => Position | undefined;

// Keys are ours: the same ones work with and without a pointer.
const keyEvents = { cancel: 'Escape', finish: 'Enter' };

/** @param cornerNear to what corners snap; nothing where they do not */
export function openDrawing({ map }: MapCanvas, color: string, cornerNear: CornerNear): TerraDraw {
  const ink = color as HexColor;
  const snapping: Snapping = {
    toCustom: ({ containerX, containerY }) => {
      const corner = cornerNear(containerX, containerY);
      return corner === undefined ? undefined : [...corner];
    },
  };
  const lines = { lineStringColor: ink, lineStringWidth: 3 } as const;
  const areas = { fillColor: ink, fillOpacity: 0.2, outlineColor: ink, outlineWidth: 3 } as const;
  return new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 8 }),
    modes: [
      choosing(ink, snapping),
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
}

/** What is chosen can be dragged by its corners, by the middles between them, and as a whole. */
function choosing(ink: HexColor, snapping: Snapping): TerraDrawSelectMode {
  const corners = { draggable: true, midpoints: true, deletable: true, snappable: snapping };
  const shape = { feature: { draggable: true, coordinates: corners } };
  return new TerraDrawSelectMode({
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
  });
}
