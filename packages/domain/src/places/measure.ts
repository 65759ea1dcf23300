/** Lengths, areas and moves on the earth, for shapes of a festival's size. */
import type { Geometry, Position } from './geometry.ts';
import { mapPositions, positionsOf } from './positions.ts';

/** Metres: the mean radius of the earth, R1 of the International Union of Geodesy and Geophysics. */
export const earthRadius = 6_371_008.8;

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const metresPerDegree = radians(1) * earthRadius;

/** Metres along the great circle (haversine; R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68, 1984). */
export function distance([fromX, fromY]: Position, [toX, toY]: Position): number {
  const half =
    Math.sin(radians(toY - fromY) / 2) ** 2 +
    Math.cos(radians(fromY)) * Math.cos(radians(toY)) * Math.sin(radians(toX - fromX) / 2) ** 2;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** Metres of all lines and outlines; a point has none. */
export function lengthOf(geometry: Geometry): number {
  return pathsOf(geometry).reduce(
    (sum, path) => sum + path.reduce((part, to, at) => part + distance(path[at - 1] ?? to, to), 0),
    0,
  );
}

/**
 * Square metres enclosed, holes taken off; 0 for points and lines. On the sphere (R. G. Chamberlain and W. H. Duquette,
 * "Some Algorithms for Polygons on a Sphere", JPL Publication 07-03, 2007); within 0.6 % of the ellipsoid's.
 */
export function areaOf(geometry: Geometry): number {
  const polygons =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  return polygons.reduce((sum, [outline = [], ...holes]) => {
    const enclosed = holes.reduce((left, hole) => left - ringArea(hole), ringArea(outline));
    return sum + Math.max(0, enclosed);
  }, 0);
}

function ringArea(ring: readonly Position[]): number {
  const corners = ring.slice(1);
  const count = corners.length;
  const sum = corners.reduce((total, [, y], at) => {
    const [before] = corners[(at + count - 1) % count] ?? [0];
    const [after] = corners[(at + 1) % count] ?? [0];
    return total + radians(after - before) * Math.sin(radians(y));
  }, 0);
  return Math.abs(sum / 2) * earthRadius ** 2;
}

/** The lines and outlines of a shape, each by itself; a point has none. */
export function pathsOf(geometry: Geometry): readonly (readonly Position[])[] {
  if (geometry.type === 'Point') return [];
  if (geometry.type === 'LineString') return [geometry.coordinates];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : geometry.coordinates;
}

/** West, south, east and north of all geometries in degrees; null where there is none. */
export function boundsOf(
  geometries: readonly Geometry[],
): [west: number, south: number, east: number, north: number] | null {
  let bounds: [number, number, number, number] | null = null;
  for (const geometry of geometries) {
    for (const [x, y] of positionsOf(geometry)) {
      bounds =
        bounds === null
          ? [x, y, x, y]
          : [Math.min(bounds[0], x), Math.min(bounds[1], y), Math.max(bounds[2], x), Math.max(bounds[3], y)];
    }
  }
  return bounds;
}

/** Where a place's sign stands: the point itself, or the middle of its frame. */
export function middleOf(geometry: Geometry): Position {
  const [west, south, east, north] = boundsOf([geometry]) ?? [0, 0, 0, 0];
  return [(west + east) / 2, (south + north) / 2];
}

/** About a centimetre: finer degrees are noise of a pointer, and make files long. */
export const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

/** A shape moved by metres to the east and to the north; it stays on the map. */
export function moved(geometry: Geometry, { east, north }: { east: number; north: number }): Geometry {
  const [, latitude] = middleOf(geometry);
  const perDegreeEast = metresPerDegree * Math.max(Math.cos(radians(latitude)), 0.01);
  const within = (value: number, limit: number) => rounded(Math.min(limit, Math.max(-limit, value)));
  return mapPositions(geometry, ([x, y]) => [
    within(x + east / perDegreeEast, 180),
    within(y + north / metresPerDegree, 90),
  ]);
}

/** The eight winds, as a compass names them. */
export const winds = ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'] as const;
export type Wind = (typeof winds)[number];

/** In which direction somebody sets off to go straight from one position to another. */
export function directionOf([fromX, fromY]: Position, [toX, toY]: Position): Wind {
  const [from, to, across] = [radians(fromY), radians(toY), radians(toX - fromX)];
  const degrees =
    (Math.atan2(
      Math.sin(across) * Math.cos(to),
      Math.cos(from) * Math.sin(to) - Math.sin(from) * Math.cos(to) * Math.cos(across),
    ) *
      180) /
    Math.PI;
  return winds[Math.round((degrees + 360) / 45) % 8] ?? 'N';
}
