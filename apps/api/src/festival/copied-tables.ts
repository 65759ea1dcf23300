import { copiedPictures } from '../media/copied.ts';
import type { CopiedTable } from '../platform/copied-table.ts';

/** What goes along when a festival is duplicated. Domains that come after this one add their tables when their module is loaded. */
export const copiedTables: CopiedTable[] = [
  { table: 'festival_section', thing: 'texts', after: [], adapt: (row) => row },
  copiedPictures,
  {
    table: 'festival_picture',
    thing: null,
    after: ['picture'],
    adapt: (row, { kept }) => (kept(row['picture_id']) === null ? null : row),
  },
];
