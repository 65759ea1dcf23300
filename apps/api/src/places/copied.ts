import { hoursLater } from '../festival/hours-later.ts';
import type { CopiedTable } from '../platform/copied-table.ts';

/** The site goes along as it stands. */
export const copiedPlaces: readonly CopiedTable[] = [
  { table: 'map_layer', thing: null, after: [], adapt: (row) => row },
  {
    table: 'place',
    thing: 'places',
    after: ['map_layer'],
    adapt: (row, move) => ({
      ...hoursLater(row, move),
      layer_id: move.kept(row['layer_id']) === null ? null : row['layer_id'],
    }),
  },
];
