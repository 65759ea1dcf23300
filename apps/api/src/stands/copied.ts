import { hoursLater } from '../festival/hours-later.ts';
import type { CopiedTable } from '../platform/copied-table.ts';

/** Stands with their hours, products at the price that they have now, whose history begins anew, and what is counted, at nothing. */
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
    after: ['stand', 'picture'],
    adapt: (row, { kept }) =>
      kept(row['stand_id']) === null
        ? null
        : { ...row, picture_id: kept(row['picture_id']) === null ? null : row['picture_id'] },
  },
  {
    table: 'stock_item',
    thing: null,
    after: ['stand'],
    adapt: (row, { kept }) => (row['stand_id'] !== null && kept(row['stand_id']) === null ? null : row),
  },
  {
    table: 'product_stock',
    thing: null,
    after: ['product', 'stock_item'],
    adapt: (row, { kept }) => (kept(row['product_id']) === null || kept(row['stock_item_id']) === null ? null : row),
  },
];
