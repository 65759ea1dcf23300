/** What is judged of places: how full one gets, whether somebody wrote latitude first. */
import type { Geometry, Position } from './geometry.ts';
import { areaOf, distance } from './measure.ts';

/**
 * Persons a square metre above which a standing crowd wants a second look. Movement stops to be free at 4, and a crowd
 * behaves like a fluid from about 7 (J. J. Fruin, "The Causes and Prevention of Crowd Disasters", 1993); the British
 * Guide to Safety at Sports Grounds (6th edition, 2018) never plans with more than 4.7.
 */
export const calmDensity = 4;

/** Persons a square metre when a place is full; null for what has no area or no capacity. */
export function densityOf({ geometry, capacity }: { geometry: Geometry; capacity: number | null }): number | null {
  const area = areaOf(geometry);
  return capacity === null || area < 1 ? null : capacity / area;
}

/** Whether a place would be dangerously full at its own capacity. */
export const isCrowded = (place: { geometry: Geometry; capacity: number | null }): boolean =>
  (densityOf(place) ?? 0) > calmDensity;

/** Metres: nothing of a festival stands farther from its middle. */
const near = 100_000;

/**
 * Whether a position has latitude first: as it is written it lies far from the festival, or nowhere, and turned round it lies
 * near. Many programs write `lat, lon`; RFC 7946 (3.1.1) wants longitude first.
 */
export function looksSwapped([first, second]: readonly [number, number], festival: Position): boolean {
  if (Math.abs(second) > 180 || Math.abs(first) > 90) return false;
  if (distance([second, first], festival) > near) return false;
  return Math.abs(second) > 90 || distance([first, second], festival) > near;
}

/** Whether a position lies farther from the festival than anything of it would. */
export const isFarAway = (position: Position, festival: Position): boolean => distance(position, festival) > near;
