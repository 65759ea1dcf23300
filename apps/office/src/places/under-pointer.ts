/** What of the map is under a pointer, or within a finger's breadth of it. */
import type { DraftPlace } from '@festivals/domain/places/contract';
import type { Position } from '@festivals/domain/places/geometry';
import { positionsOf } from '@festivals/domain/places/positions';
import type { Map as MapLibre, MapMouseEvent, Point } from 'maplibre-gl';

type At = Pick<Point, 'x' | 'y'>;

/** Pixels of the canvas. */
const finger = 12;

const around = ({ x, y }: At, reach: number): [[number, number], [number, number]] => [
  [x - reach, y - reach],
  [x + reach, y + reach],
];

/** The place under a pointer: signs before lines before areas, and of areas the smallest. */
export function placeAt(map: MapLibre, { point }: MapMouseEvent): string | null {
  for (const layer of ['signs', 'lines', 'areas'].filter((name) => map.getLayer(name))) {
    const [found] = map.queryRenderedFeatures(around(point, layer === 'areas' ? 0 : 6), { layers: [layer] });
    const id: unknown = found?.properties['id'];
    if (typeof id === 'string') return id;
  }
  return null;
}

/** Whether a pointer is on what the pencil holds: its layers' names begin as it calls them. */
export function isInHand(map: MapLibre, { point }: MapMouseEvent): boolean {
  const layers = map.getLayersOrder().filter((id) => id.startsWith('td-'));
  return layers.length > 0 && map.queryRenderedFeatures(point, { layers }).length > 0;
}

/** The corner of one of these places that is nearest to a point of the canvas, if one is near. */
export function cornerNear(
  map: MapLibre,
  at: At,
  places: readonly Pick<DraftPlace, 'id' | 'geometry'>[],
): Position | undefined {
  const drawn = map.queryRenderedFeatures(around(at, finger), { layers: ['signs', 'lines', 'areas'] });
  const ids = new Set(drawn.map(({ properties }) => properties['id']));
  let best: { corner: Position; far: number } | undefined;
  for (const corner of places.filter(({ id }) => ids.has(id)).flatMap(({ geometry }) => positionsOf(geometry))) {
    const { x, y } = map.project([...corner]);
    const far = Math.hypot(x - at.x, y - at.y);
    if (far <= finger && far < (best?.far ?? Number.POSITIVE_INFINITY)) best = { corner, far };
  }
  return best?.corner;
}
