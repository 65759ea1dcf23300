/** Shapes on the map: GeoJSON geometries (RFC 7946), longitude first, in WGS 84, without heights. */
import { z } from 'zod';
import { positionsOf } from './positions.ts';

/** Degrees: longitude, then latitude. */
export const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
export type Position = z.infer<typeof Position>;

/** More corners than anybody draws by hand; a shape with more is simplified before it is brought here. */
export const mostPositions = 2_000;
/** A ring of more corners is not searched for crossings: the search looks at every pair of sides. */
export const mostCrossed = 500;

const Line = z.array(Position).min(2).max(mostPositions);
const Ring = z
  .array(Position)
  .min(4)
  .max(mostPositions)
  .superRefine((ring, { addIssue }) => {
    const fault = ringFault(ring);
    if (fault !== null) addIssue({ code: 'custom', message: fault });
  });
const Rings = z.array(Ring).min(1).max(50);

const Shape = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: Position }),
  z.object({ type: z.literal('LineString'), coordinates: Line }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(Line).min(1).max(100) }),
  z.object({ type: z.literal('Polygon'), coordinates: Rings }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(Rings).min(1).max(100) }),
]);
export type Geometry = z.infer<typeof Shape>;

/** What a place looks like on the map. A polygon's first ring is its outline, the others are holes. */
export const Geometry = Shape.refine((geometry) => positionsOf(geometry).length <= mostPositions, {
  message: 'too_many_positions',
});

export type RingFault = 'not_closed' | 'no_area' | 'crosses_itself';

/** What is wrong with a ring (RFC 7946, 3.1.6), or null: it ends where it began, encloses something, and does not cross itself. */
export function ringFault(ring: readonly Position[]): RingFault | null {
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined || !isSame(first, last)) return 'not_closed';
  // Corners that stand on each other are one corner.
  const corners = ring.slice(1).filter((corner, at) => !isSame(corner, ring[at] ?? corner));
  if (corners.length < 3 || Math.abs(doubledArea(corners)) < 1e-16) return 'no_area';
  return corners.length <= mostCrossed && crossesItself(corners) ? 'crosses_itself' : null;
}

const isSame = ([x, y]: Position, [otherX, otherY]: Position) => x === otherX && y === otherY;

/** Twice the area in square degrees, signed; counted from the first corner, for small shapes far from 0° 0°. */
function doubledArea(corners: readonly Position[]): number {
  const [x0, y0] = corners[0] ?? [0, 0];
  return corners.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = corners[(at + 1) % corners.length] ?? [x, y];
    return sum + (x - x0) * (nextY - y0) - (nextX - x0) * (y - y0);
  }, 0);
}

function crossesItself(corners: readonly Position[]): boolean {
  const count = corners.length;
  const corner = (at: number): Position => corners[at % count] ?? [0, 0];
  for (let one = 0; one < count; one += 1) {
    for (let other = one + 2; other < count; other += 1) {
      // The last side and the first one are neighbours.
      if (one === 0 && other === count - 1) continue;
      if (cross(corner(one), corner(one + 1), corner(other), corner(other + 1))) return true;
    }
  }
  return false;
}

/** Whether two sides pass through each other. Sides that only touch do not: outlines are often drawn along themselves. */
function cross(a: Position, b: Position, c: Position, d: Position): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

const side = ([ax, ay]: Position, [bx, by]: Position, [x, y]: Position) =>
  Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
