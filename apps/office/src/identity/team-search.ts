import { z } from 'zod';
import { listSearch } from '../list/list-search.ts';

/** What the address of the team's screen says. */
export const teamSearch = z.object({
  ...listSearch,
  /** The list of volunteers, below the team's. */
  volunteer: listSearch.search,
  volunteersBy: listSearch.sort,
  volunteersOnly: listSearch.only,
  volunteersDown: listSearch.descending,
});
