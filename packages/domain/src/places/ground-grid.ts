import { distance } from './measure.ts';

type Bounds = readonly [west: number, south: number, east: number, north: number];
type Lines = { type: 'MultiLineString'; coordinates: [number, number][][] };

const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 50_000, 200_000];

/** Lines every so many metres, the same ones wherever the map is moved: about `count` across what is seen. */
export function groundGrid([west, south, east, north]: Bounds, count = 14): { metres: number; lines: Lines } {
  const middle = (south + north) / 2;
  const across = distance([west, middle], [east, middle]);
  const metres = steps.find((step) => across / step <= count) ?? 1_000_000;
  const perDegree = distance([0, 0], [0, 1]);
  const stepNorth = metres / perDegree;
  // Squeezed as at a latitude of few digits, so that a small move does not shift the lines.
  const stepEast = stepNorth / Math.max(Math.cos((Math.round(middle) * Math.PI) / 180), 0.05);
  const between = (from: number, to: number, step: number) =>
    Array.from(
      { length: Math.min(200, Math.floor(to / step) - Math.floor(from / step)) },
      (_, at) => (Math.floor(from / step) + 1 + at) * step,
    );
  return {
    metres,
    lines: {
      type: 'MultiLineString',
      coordinates: [
        ...between(west, east, stepEast).map((x): [number, number][] => [
          [x, south],
          [x, north],
        ]),
        ...between(south, north, stepNorth).map((y): [number, number][] => [
          [west, y],
          [east, y],
        ]),
      ],
    },
  };
}
