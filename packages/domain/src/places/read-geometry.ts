/** Reads a geometry that somebody else's program wrote, and says what is wrong with it. */
import { Geometry, mostPositions, type Position } from './geometry.ts';
import type { ImportNote, ImportReason } from './import-row.ts';

/** How deep the positions stand in each kind of geometry that a place may have. */
const depths: Readonly<Record<Geometry['type'], number>> = {
  Point: 0,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};
const isType = (type: string): type is Geometry['type'] => Object.hasOwn(depths, type);

/** `first` is the first position as it was written, wherever it lies: a file that has latitude first is known by it. */
export type ReadGeometry = { known: boolean; first: Position | null; notes: ImportNote[] } & (
  | { geometry: Geometry }
  | { geometry: null; reason: ImportReason }
);

/** Walks lists of lists of positions, no deeper than the geometry has them and no further than a place may have. */
export function readGeometry(type: string, coordinates: unknown, swap: boolean): ReadGeometry {
  if (!isType(type)) return { known: false, first: null, notes: [], geometry: null, reason: 'geometry_type' };
  const notes = new Set<ImportNote>();
  const isArea = type === 'Polygon' || type === 'MultiPolygon';
  let [count, first, fault]: [number, Position | null, ImportReason | null] = [0, null, null];

  const position = (node: readonly unknown[]): Position | null => {
    count += 1;
    const [one, other] = node;
    if (count > mostPositions) fault ??= 'too_many_positions';
    else if (node.length < 2 || node.length > 4 || !isNumber(one) || !isNumber(other)) fault ??= 'not_a_position';
    else {
      const read: Position = swap ? [other, one] : [one, other];
      first ??= read;
      if (node.length > 2) notes.add('height_dropped');
      if (Math.abs(read[0]) > 180 || Math.abs(read[1]) > 90) fault ??= 'out_of_range';
      return read;
    }
    return null;
  };
  const path = (list: (Position | null)[]): void => {
    const [start, end] = [list[0], list.at(-1)];
    // A ring that stops one step short of its beginning: a polygon can mean nothing else.
    if (isArea && list.length >= 3 && start && end && (start[0] !== end[0] || start[1] !== end[1])) {
      list.push([start[0], start[1]]);
      notes.add('ring_closed');
    }
    if (list.length < (isArea ? 4 : 2)) fault ??= 'too_few_positions';
  };
  const walk = (node: unknown, depth: number): unknown => {
    if (!Array.isArray(node)) fault ??= 'not_a_position';
    if (!Array.isArray(node) || fault === 'too_many_positions') return null;
    if (depth === 0) return position(node);
    if (depth > 1) return node.map((inner) => walk(inner, depth - 1));
    const list = node.map((inner) => (Array.isArray(inner) ? position(inner) : null));
    if (node.some((inner) => !Array.isArray(inner))) fault ??= 'not_a_position';
    path(list);
    return list;
  };

  const read = walk(coordinates, depths[type]);
  const found = { known: true, first, notes: [...notes] };
  if (fault !== null) return { ...found, geometry: null, reason: fault };
  const checked = Geometry.safeParse({ type, coordinates: read });
  if (checked.success) return { ...found, geometry: checked.data };
  return {
    ...found,
    geometry: null,
    reason: checked.error.issues.map(({ message }) => message).find(isFault) ?? 'too_few_positions',
  };
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const faults: readonly string[] = [
  'not_closed',
  'no_area',
  'crosses_itself',
  'too_many_positions',
] satisfies ImportReason[];
const isFault = (message: string): message is ImportReason => faults.includes(message);
