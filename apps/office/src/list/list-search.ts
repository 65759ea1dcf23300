import type { ListQuery } from '@festivals/domain/list-view';
import { z } from 'zod';

/** What a list's address says: what is searched, by what it is sorted, what alone is shown. What is none of it is as if unsaid. */
export const listSearch = {
  search: z.coerce.string().max(100).optional().catch(undefined),
  sort: z.string().max(40).optional().catch(undefined),
  descending: z.boolean().optional().catch(undefined),
  only: z.string().max(100).optional().catch(undefined),
};

export interface ListSearch {
  search?: string | undefined;
  sort?: string | undefined;
  descending?: boolean | undefined;
  only?: string | undefined;
}

/** The same as the server is asked: nothing that was left out. */
export const askedOf = ({ search, sort, descending, only }: ListSearch): ListQuery => ({
  ...(search ? { search } : {}),
  ...(sort ? { sort } : {}),
  ...(descending === undefined ? {} : { descending }),
  ...(only ? { only } : {}),
});
