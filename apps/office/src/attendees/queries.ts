import type { Festival } from '@festivals/domain/festival/contract';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api } from '../api.ts';
import type { AttendeesSearch } from './attendees-search.ts';

/** Kept beside the orders: whatever makes the one out of date does so for both. */
export const attendeesQuery = (
  festivalId: Festival['id'],
  { search, state, ticketTypeId, sort, descending }: AttendeesSearch,
) =>
  infiniteQueryOptions({
    queryKey: ['festival', festivalId, 'orders', 'attendees', search, state, ticketTypeId, sort, descending],
    queryFn: ({ pageParam, signal }) =>
      api.ticketing.listAttendees(
        {
          params: { festivalId },
          query: {
            limit: 100,
            ...(search ? { search } : {}),
            ...(state ? { state } : {}),
            ...(ticketTypeId ? { ticketTypeId } : {}),
            ...(sort ? { sort } : {}),
            ...(descending === undefined ? {} : { descending }),
            ...(pageParam ? { cursor: pageParam } : {}),
          },
        },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
