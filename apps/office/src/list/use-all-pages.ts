import type { Page } from '@festivals/contract';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';

/** A list that comes a page at a time, fetched to its end: so that all of it can be sorted and searched. */
export function useAllPages<T>(query: UseInfiniteQueryResult<InfiniteData<Page<T>>>) {
  const { data, error, isError, hasNextPage, isFetching, fetchNextPage, refetch } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const items = useMemo(() => data?.pages.flatMap((page) => page.items), [data]);
  return { data: items, error, isError, refetch };
}
