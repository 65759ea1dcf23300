import type { Festival } from '@festivals/domain/festival/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';

export const standsQuery = (festivalId: Festival['id']) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'stands'],
    queryFn: ({ signal }) => api.stands.listStands({ params: { festivalId } }, { signal }),
  });

export const stockQuery = (festivalId: Festival['id']) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'stands', 'stock'],
    queryFn: ({ signal }) => api.stands.listStock({ params: { festivalId } }, { signal }),
  });

export const movementsQuery = (festivalId: Festival['id'], stockItemId: string) =>
  infiniteQueryOptions({
    queryKey: ['festival', festivalId, 'stands', 'stock', stockItemId],
    queryFn: ({ pageParam, signal }) =>
      api.stands.listMovements(
        { params: { festivalId, stockItemId }, query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
