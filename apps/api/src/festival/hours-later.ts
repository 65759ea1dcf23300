import { addDays } from '@festivals/domain/calendar';
import type { Move, Row } from '../platform/copied-table.ts';

/** A row whose `hours` name days, with these days moved; any other row as it is. */
export function hoursLater(row: Row, { days }: Move): Row {
  const { hours } = row;
  if (!Array.isArray(hours)) return row;
  return {
    ...row,
    hours: hours.map((one: Row) => (typeof one['day'] === 'string' ? { ...one, day: addDays(one['day'], days) } : one)),
  };
}
