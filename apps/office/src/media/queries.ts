import type { FestivalId } from '@festivals/domain/primitives';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';

/** Everything of the library stands below this key. */
export const libraryKey = (festivalId: FestivalId) => ['festival', festivalId, 'media'] as const;

export const picturesQuery = (festivalId: FestivalId, { search, unused }: { search: string; unused: boolean }) =>
  infiniteQueryOptions({
    queryKey: [...libraryKey(festivalId), 'pictures', search, unused],
    queryFn: ({ pageParam, signal }) =>
      api.media.listPictures(
        {
          params: { festivalId },
          query: { limit: 60, unused, ...(search ? { search } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
        },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    // Smaller files are made by the worker, which tells nobody: while some are missing, ask again.
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(({ processing }) => processing)) ? 4000 : false,
  });

export const spaceQuery = (festivalId: FestivalId) =>
  queryOptions({
    queryKey: [...libraryKey(festivalId), 'space'],
    queryFn: ({ signal }) => api.media.getSpace({ params: { festivalId } }, { signal }),
  });
