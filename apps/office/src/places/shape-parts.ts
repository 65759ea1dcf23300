import type { Geometry, Position } from '@festivals/domain/places/geometry';

/** What a pencil can hold: a point, one line, one outline. */
export type Part =
  | { type: 'Point'; coordinates: Position }
  | { type: 'LineString'; coordinates: Position[] }
  | { type: 'Polygon'; coordinates: Position[][] };

/** The parts of a shape that can be reshaped by hand; none when it has holes, which no hand can hold. */
export function partsOf(geometry: Geometry): Part[] {
  switch (geometry.type) {
    case 'Point':
    case 'LineString':
      return [geometry];
    case 'Polygon':
      return geometry.coordinates.length === 1 ? [geometry] : [];
    case 'MultiLineString':
      return geometry.coordinates.map((coordinates) => ({ type: 'LineString', coordinates }));
    case 'MultiPolygon':
      return geometry.coordinates.every((rings) => rings.length === 1)
        ? geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }))
        : [];
  }
}

/** The shape again, of the same kind as it was, from its parts in their order. */
export function joinParts(
  was: Geometry,
  parts: readonly { type: string; coordinates: unknown }[],
): { type: string; coordinates: unknown } | null {
  const [first] = parts;
  if (first === undefined) return null;
  const coordinates = parts.map((part) => part.coordinates);
  return was.type.startsWith('Multi') ? { type: was.type, coordinates } : first;
}
