import type { Row } from '../platform/copied-table.ts';

/** A row with every id in it that goes along replaced by its new one, however deep it stands; what does not go along stays. */
export const renewIds = (row: Row, ids: ReadonlyMap<string, string>): Row =>
  // An object stays an object.
  renewed(row, ids) as Row;

function renewed(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return ids.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => renewed(one, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renewed(one, ids)]));
}
