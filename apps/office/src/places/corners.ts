import { Geometry, type Position } from '@festivals/domain/places/geometry';
import { mapPositions } from '@festivals/domain/places/positions';
import { pathsOf, rounded } from '@festivals/domain/places/measure';

/** One corner of a shape, by the path it is on and its place there; the end of a ring is its beginning and comes once. */
export interface Corner {
  path: number;
  at: number;
  position: Position;
}

const isArea = ({ type }: Geometry) => type === 'Polygon' || type === 'MultiPolygon';

export function cornersOf(geometry: Geometry): Corner[] {
  if (geometry.type === 'Point') return [{ path: 0, at: 0, position: geometry.coordinates }];
  return pathsOf(geometry).flatMap((path, index) =>
    (isArea(geometry) ? path.slice(0, -1) : path).map((position, at) => ({ path: index, at, position })),
  );
}

/** The shape with one path changed; null when that leaves no shape. */
function withPath(geometry: Geometry, index: number, change: (corners: Position[]) => Position[]): Geometry | null {
  let path = -1;
  const redraw = (line: Position[]): Position[] => {
    path += 1;
    if (path !== index) return line;
    const corners = change(isArea(geometry) ? line.slice(0, -1) : [...line]);
    return isArea(geometry) ? [...corners, ...corners.slice(0, 1)] : corners;
  };
  const changed = (): unknown => {
    switch (geometry.type) {
      case 'Point':
        return change([geometry.coordinates])[0];
      case 'LineString':
        return redraw(geometry.coordinates);
      case 'MultiLineString':
      case 'Polygon':
        return geometry.coordinates.map(redraw);
      case 'MultiPolygon':
        return geometry.coordinates.map((rings) => rings.map(redraw));
    }
  };
  const read = Geometry.safeParse({ type: geometry.type, coordinates: changed() });
  return read.success ? mapPositions(read.data, ([x, y]) => [rounded(x), rounded(y)]) : null;
}

export const moveCorner = (geometry: Geometry, { path, at }: Corner, to: Position) =>
  withPath(geometry, path, (corners) => corners.with(at, to));

export const removeCorner = (geometry: Geometry, { path, at }: Corner) =>
  withPath(geometry, path, (corners) => corners.toSpliced(at, 1));

/** A new corner half way to the next one; on a line's end, as far again beyond it. */
export const addCorner = (geometry: Geometry, { path, at, position: [x, y] }: Corner) =>
  withPath(geometry, path, (corners) => {
    const next = corners[at + 1] ?? (isArea(geometry) ? corners[0] : undefined);
    const [beforeX, beforeY] = corners[at - 1] ?? [x, y];
    const added: Position = next ? [(x + next[0]) / 2, (y + next[1]) / 2] : [2 * x - beforeX, 2 * y - beforeY];
    return corners.toSpliced(at + 1, 0, added);
  });
