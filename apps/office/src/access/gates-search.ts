import { z } from 'zod';
import { listSearch } from '../list/list-search.ts';

/** What the address of the gates' screen says. */
export const gatesSearch = z.object({
  only: z.enum(['conflicts']).optional().catch(undefined),
  descending: listSearch.descending,
  gate: z.string().optional().catch(undefined),
});
