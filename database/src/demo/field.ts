/** Draws a festival's field in metres and puts it on the globe. */

/** Metres east and north of the field's middle. */
export type Metres = readonly [east: number, north: number];
type Position = [longitude: number, latitude: number];

export type Geometry =
  | { type: 'Point'; coordinates: Position }
  | { type: 'LineString'; coordinates: Position[] }
  | { type: 'Polygon'; coordinates: Position[][] };

export interface Field {
  point(at: Metres): Geometry;
  line(through: readonly Metres[]): Geometry;
  /** An area by its corners; it is closed here, and its outer ring runs counter-clockwise (RFC 7946, 3.1.6). */
  area(corners: readonly Metres[]): Geometry;
}

const metresPerDegree = 111_320;
const sevenDecimals = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

/** The field around a middle; a plane is exact enough for a kilometre. */
export function fieldAround(middle: { latitude: number; longitude: number }): Field {
  const perDegreeEast = metresPerDegree * Math.cos((middle.latitude * Math.PI) / 180);
  const place = ([east, north]: Metres): Position => [
    sevenDecimals(middle.longitude + east / perDegreeEast),
    sevenDecimals(middle.latitude + north / metresPerDegree),
  ];
  return {
    point: (at) => ({ type: 'Point', coordinates: place(at) }),
    line: (through) => ({ type: 'LineString', coordinates: through.map(place) }),
    area: (corners) => {
      const ring = (isClockwise(corners) ? corners.toReversed() : [...corners]).map(place);
      return { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] };
    },
  };
}

/** A rectangle around its middle, turned counter-clockwise by so many degrees. */
export function rectangle([east, north]: Metres, width: number, depth: number, turned = 0): Metres[] {
  const angle = (turned * Math.PI) / 180;
  const corner = (x: number, y: number): Metres => [
    east + x * Math.cos(angle) - y * Math.sin(angle),
    north + x * Math.sin(angle) + y * Math.cos(angle),
  ];
  const [x, y] = [width / 2, depth / 2];
  return [corner(-x, -y), corner(x, -y), corner(x, y), corner(-x, y)];
}

/** What a crowd fills before a stage: narrow in front, wide and round behind. */
export function fan([east, north]: Metres, front: number, depth: number, turned = 0): Metres[] {
  const angle = (turned * Math.PI) / 180;
  const arc = Array.from({ length: 9 }, (_, step): Metres => {
    const turn = ((step - 4) / 4) * 0.75;
    return [Math.sin(turn) * depth, -Math.cos(turn) * depth];
  });
  const shape: Metres[] = [[front / 2, 0], [-front / 2, 0], ...arc];
  return shape.map(([x, y]) => [
    east + x * Math.cos(angle) - y * Math.sin(angle),
    north + x * Math.sin(angle) + y * Math.cos(angle),
  ]);
}

function isClockwise(corners: readonly Metres[]): boolean {
  const doubled = corners.reduce((sum, [east, north], index) => {
    const [nextEast, nextNorth] = corners[(index + 1) % corners.length] ?? [east, north];
    return sum + east * nextNorth - nextEast * north;
  }, 0);
  return doubled < 0;
}
