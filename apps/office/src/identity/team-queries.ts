import type { Festival } from '@festivals/domain/festival/contract';
import { teammates } from '@festivals/domain/identity/list-views';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';

type FestivalId = Festival['id'];

export const membersQuery = (festivalId: FestivalId) =>
  infiniteQueryOptions({
    queryKey: ['festival', festivalId, 'members'],
    queryFn: ({ pageParam, signal }) =>
      api.identity.listMembers(
        { params: { festivalId }, query: { limit: 200, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    // One list of people: somebody's roles may stand on two pages.
    select: ({ pages, pageParams }) => ({
      pageParams,
      pages: [{ items: teammates(pages.flatMap(({ items }) => items)), next: pages.at(-1)?.next ?? null }],
    }),
  });

export const invitationsQuery = (festivalId: FestivalId) =>
  infiniteQueryOptions({
    queryKey: ['festival', festivalId, 'invitations'],
    queryFn: ({ pageParam, signal }) =>
      api.identity.listInvitations(
        { params: { festivalId }, query: { limit: 200, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });

export const volunteersQuery = (festivalId: FestivalId) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'volunteers'],
    queryFn: ({ signal }) => api.identity.listVolunteers({ params: { festivalId } }, { signal }),
  });
