import type { CopiedTable } from '../platform/copied-table.ts';

/** Gates stand where they stood. */
export const copiedAccess: readonly CopiedTable[] = [
  {
    table: 'gate',
    thing: null,
    after: ['place'],
    adapt: (row, { kept }) => ({ ...row, place_id: kept(row['place_id']) === null ? null : row['place_id'] }),
  },
];
