import type { Festival } from '@festivals/domain/festival/contract';
import type { GuestListId } from '@festivals/domain/ticketing/guests/schemas';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';

type FestivalId = Festival['id'];

/** Answers come while one looks. */
const refetchInterval = 10_000;

export const guestListsQuery = (festivalId: FestivalId) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'guest-lists'],
    queryFn: ({ signal }) => api.ticketing.listGuestLists({ params: { festivalId } }, { signal }),
    refetchInterval,
  });

/** Kept under the lists: whatever makes the one out of date does so for both. */
export const guestsQuery = (festivalId: FestivalId, guestListId: GuestListId) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'guest-lists', guestListId],
    queryFn: ({ signal }) => api.ticketing.listGuests({ params: { festivalId, guestListId } }, { signal }),
    refetchInterval,
  });
