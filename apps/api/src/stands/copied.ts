import { hoursLater } from '../festival/hours-later.ts';
import type { CopiedTable } from '../platform/copied-table.ts';

/** Stands with their hours, and products at the price that they have now: its history begins anew. */
export const copiedStands: readonly CopiedTable[] = [
  {
    table: 'stand',
    thing: 'stands',
    after: ['place'],
    adapt: (row, move) => ({
      ...hoursLater(row, move),
      place_id: move.kept(row['place_id']) === null ? null : row['place_id'],
    }),
  },
  {
    table: 'product',
    thing: 'products',
    after: ['stand'],
    adapt: (row, { kept }) => (kept(row['stand_id']) === null ? null : row),
  },
];
