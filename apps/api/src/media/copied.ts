import { randomBytes } from 'node:crypto';
import type { CopiedTable } from '../platform/copied-table.ts';

/**
 * Pictures go along with rows of their own. Their files lie where those of the first festival lie until a worker has copied
 * them: a duplicate waits for no storage, and nothing that is taken away there takes anything away here.
 */
export const copiedPictures: CopiedTable = {
  table: 'picture',
  thing: 'pictures',
  after: [],
  adapt: (row) => ({
    ...row,
    address: randomBytes(24).toString('base64url'),
    copy_of: row['copy_of'] ?? row['address'],
    processing: true,
    taken_on_at: null,
    released_at: null,
  }),
};
