import type { Geometry, Position } from './geometry.ts';
import { positionsOf } from './positions.ts';

/** A plan's frame: from longitude and latitude to its own units, north up, true in shape at a festival's size. */
export type Plan = { width: number; height: number; at: (position: Position) => Position };

/** Fits all places into a plan `width` units wide with a margin around. Null when there is nothing to fit. */
export function planOf(places: readonly { geometry: Geometry }[], width = 1000, margin = 50): Plan | null {
  const all = places.flatMap(({ geometry }) => positionsOf(geometry));
  if (all.length === 0) return null;
  const [longitudes, latitudes] = [all.map(([longitude]) => longitude), all.map(([, latitude]) => latitude)];
  const [west, east, south, north] = [
    Math.min(...longitudes),
    Math.max(...longitudes),
    Math.min(...latitudes),
    Math.max(...latitudes),
  ];
  // A degree of longitude shrinks towards the poles.
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (width - 2 * margin) / Math.max((east - west) * squeeze, (north - south) / 3, 1e-6);
  const height = Math.max((north - south) * scale + 2 * margin, width / 4);
  return {
    width,
    height,
    at: ([longitude, latitude]) => [margin + (longitude - west) * squeeze * scale, margin + (north - latitude) * scale],
  };
}
