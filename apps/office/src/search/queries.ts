import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Festival } from '@festivals/domain/festival/contract';
import { api } from '../api.ts';

/** What bears a name like `q`: in one festival, or in all of mine. */
export const searchQuery = (festivalId: Festival['id'] | null, q: string) =>
  queryOptions({
    queryKey: ['search', festivalId, q],
    queryFn: ({ signal }) =>
      festivalId === null
        ? api.search.searchMine({ query: { q } }, { signal })
        : api.search.searchFestival({ params: { festivalId }, query: { q } }, { signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
