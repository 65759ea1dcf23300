import type { Festival } from '@festivals/domain/festival/contract';
import { infiniteQueryOptions, queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api } from '../api.ts';
import { abilitiesIn, useMe } from '../identity/me.ts';

type FestivalId = Festival['id'];

export const myFestivalsQuery = infiniteQueryOptions({
  queryKey: ['festivals', 'mine'],
  queryFn: ({ pageParam, signal }) =>
    api.festival.listMyFestivals({ query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
  initialPageParam: '',
  getNextPageParam: (last) => last.next,
});

export const festivalQuery = (festivalId: FestivalId) =>
  queryOptions({
    queryKey: ['festival', festivalId],
    queryFn: ({ signal }) => api.festival.getFestival({ params: { festivalId } }, { signal }),
  });

export const readinessQuery = (festivalId: FestivalId) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'readiness'],
    queryFn: ({ signal }) => api.festival.getReadiness({ params: { festivalId } }, { signal }),
  });

export const detailsQuery = (festivalId: FestivalId) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'details'],
    queryFn: ({ signal }) => api.festival.getDetails({ params: { festivalId } }, { signal }),
  });

/** All news, drafts included. */
export const newsQuery = (festivalId: FestivalId) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'news'],
    queryFn: ({ signal }) => api.festival.listNewsDrafts({ params: { festivalId } }, { signal }),
  });

const route = getRouteApi('/office/f/$slug');

/** The festival that the address names, and what the reader may do there. */
export function useFestival() {
  const { festivalId } = route.useLoaderData();
  const { data: festival } = useSuspenseQuery(festivalQuery(festivalId));
  const may = abilitiesIn(useMe(), festivalId);
  return { festival, may };
}
