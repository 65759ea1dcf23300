import { describe, expect, it } from 'vitest';
import { Geometry, mostPositions, type Position, ringFault } from './geometry.ts';
import { areaOf, boundsOf, distance, lengthOf, middleOf, moved, directionOf } from './measure.ts';
import { positionsOf } from './positions.ts';
import { calmDensity, densityOf, isCrowded, looksSwapped } from './rules.ts';

const festival: Position = [4.7, 50.6];
/** A square of so many metres around a position. */
const square = (metres: number, [x, y]: Position = festival): Geometry & { type: 'Polygon' } => {
  const corner = (east: number, north: number): Position => {
    const point = moved({ type: 'Point', coordinates: [x, y] }, { east, north });
    return point.type === 'Point' ? point.coordinates : [x, y];
  };
  const half = metres / 2;
  const ring = [corner(-half, -half), corner(half, -half), corner(half, half), corner(-half, half)];
  return { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] };
};
/** Chance that is the same on every run (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('a ring', () => {
  it.each([
    ['a triangle', [[0, 0], [1, 0], [0, 1], [0, 0]], null], // prettier-ignore
    ['one that is not closed', [[0, 0], [1, 0], [0, 1], [1, 1]], 'not_closed'], // prettier-ignore
    ['one without width', [[0, 0], [1, 0], [2, 0], [0, 0]], 'no_area'], // prettier-ignore
    ['a single corner', [[1, 1], [1, 1], [1, 1], [1, 1]], 'no_area'], // prettier-ignore
    ['a bow tie', [[0, 0], [2, 2], [2, 0], [0, 1], [0, 0]], 'crosses_itself'], // prettier-ignore
    ['one with a corner twice', [[0, 0], [1, 0], [1, 0], [0, 1], [0, 0]], null], // prettier-ignore
  ] as [string, Position[], string | null][])('%s', (_, ring, fault) => {
    expect(ringFault(ring)).toBe(fault);
  });

  it('keeps its verdict wherever it begins, whichever way it runs', () => {
    const random = chance(7);
    for (let round = 0; round < 200; round += 1) {
      const corners = Array.from({ length: 3 + Math.floor(random() * 6) }, (): Position => [random(), random()]);
      const closed = (all: readonly Position[]) => [...all, ...all.slice(0, 1)];
      const verdict = ringFault(closed(corners));
      expect(ringFault(closed(corners.toReversed()))).toBe(verdict);
      expect(ringFault(closed([...corners.slice(2), ...corners.slice(0, 2)]))).toBe(verdict);
    }
  });
});

describe('a geometry', () => {
  it.each([
    { type: 'Point', coordinates: [181, 0] },
    { type: 'Point', coordinates: [0, Number.NaN] },
    { type: 'Point', coordinates: [0, Number.POSITIVE_INFINITY] },
    { type: 'Point', coordinates: [4, 50, 12] },
    { type: 'Point', coordinates: ['4', '50'] },
    { type: 'LineString', coordinates: [[4, 50]] },
    { type: 'Polygon', coordinates: [[[4, 50], [5, 50], [4, 50]]] }, // prettier-ignore
    { type: 'GeometryCollection', geometries: [] },
    { type: '__proto__', coordinates: [4, 50] },
    { type: 'LineString', coordinates: Array.from({ length: mostPositions + 1 }, (_, at) => [at / 1e5, 50]) },
  ])('is refused: %#', (geometry) => {
    expect(Geometry.safeParse(geometry).success).toBe(false);
  });

  it('may have several parts, and holes', () => {
    const outline = square(100).coordinates[0] ?? [];
    const hole = square(20).coordinates[0] ?? [];
    const both = Geometry.parse({ type: 'MultiPolygon', coordinates: [[outline, hole], [hole]] });
    expect(positionsOf(both)).toHaveLength(15);
    expect(areaOf(both)).toBeCloseTo(10_000, -1);
  });
});

describe('measuring', () => {
  it('a degree of latitude is 111.195 km on the sphere', () => {
    expect(distance([0, 0], [0, 1])).toBeCloseTo(111_195, 0);
    expect(distance([0, 60], [1, 60])).toBeCloseTo(55_597, -2);
  });

  it('squares of every size, anywhere: area is side times side, length is four sides', () => {
    const random = chance(3);
    for (let round = 0; round < 200; round += 1) {
      const at: Position = [random() * 358 - 179, random() * 140 - 70];
      const side = 5 + random() * 900;
      const drawn = square(side, at);
      expect(Math.abs(areaOf(drawn) / side ** 2 - 1)).toBeLessThan(0.002);
      expect(Math.abs(lengthOf(drawn) / (4 * side) - 1)).toBeLessThan(0.002);
    }
  });

  it('a move changes neither area nor length, and goes as far as it says', () => {
    const random = chance(11);
    for (let round = 0; round < 200; round += 1) {
      const drawn = square(100);
      const [east, north] = [random() * 400 - 200, random() * 400 - 200];
      const there = moved(drawn, { east, north });
      expect(distance(middleOf(drawn), middleOf(there))).toBeCloseTo(Math.hypot(east, north), 0);
      expect(areaOf(there) / areaOf(drawn)).toBeCloseTo(1, 3);
    }
  });

  it('frames all there is, or nothing', () => {
    expect(boundsOf([])).toBeNull();
    expect(
      boundsOf([
        { type: 'Point', coordinates: [4, 51] },
        { type: 'LineString', coordinates: [[3, 50], [5, 50.5]] }, // prettier-ignore
      ]),
    ).toEqual([3, 50, 5, 51]);
  });
});

describe('density', () => {
  it('is persons a square metre, and too high over four', () => {
    const geometry = square(50);
    expect(densityOf({ geometry, capacity: 5_000 })).toBeCloseTo(2, 1);
    expect(isCrowded({ geometry, capacity: 2_500 * calmDensity - 200 })).toBe(false);
    expect(isCrowded({ geometry, capacity: 2_500 * calmDensity + 200 })).toBe(true);
    expect(densityOf({ geometry, capacity: null })).toBeNull();
    expect(densityOf({ geometry: { type: 'Point', coordinates: festival }, capacity: 10 })).toBeNull();
  });
});

describe('latitude first', () => {
  it.each([
    [[4.7, 50.6], false],
    [[50.6, 4.7], true],
    [[50.61, 4.72], true],
    [[120, 4], false],
    [[-0.1, 51.5], false],
  ] as [Position, boolean][])('%j: %j', (position, swapped) => {
    expect(looksSwapped(position, festival)).toBe(swapped);
  });

  it('is never seen where both ways are near', () => {
    const equator: Position = [0.2, 0.1];
    expect(looksSwapped([0.1, 0.2], equator)).toBe(false);
  });

  it('is seen where the longitude cannot be a latitude', () => {
    const perth: Position = [115.86, -31.95];
    expect(looksSwapped([-31.95, 115.86], perth)).toBe(true);
    expect(looksSwapped([115.86, -31.95], perth)).toBe(false);
  });
});

it.each([
  [[4.7, 50.7], 'N'],
  [[4.8, 50.664], 'NE'],
  [[4.8, 50.6], 'E'],
  [[4.8, 50.536], 'SE'],
  [[4.7, 50.5], 'S'],
  [[4.6, 50.536], 'SW'],
  [[4.6, 50.6], 'W'],
  [[4.6, 50.664], 'NW'],
  [[4.699, 50.7], 'N'],
] as const)('points from the meadow to %j in the direction %s', (to, wind) => {
  expect(directionOf([4.7, 50.6], [...to])).toBe(wind);
});
