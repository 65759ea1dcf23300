import type { Festival } from '@festivals/domain/festival/contract';
import type { OrderStatus } from '@festivals/domain/ticketing/schemas';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';

type FestivalId = Festival['id'];

export const ticketTypesQuery = (festivalId: FestivalId) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'ticket-types'],
    queryFn: ({ signal }) => api.ticketing.listTicketTypes({ params: { festivalId } }, { signal }),
  });

type OrderFilter = { search?: string | undefined; status?: OrderStatus | undefined };

/** One page of a festival's orders that fit the filter. */
export const ordersPage = (
  festivalId: FestivalId,
  { search, status }: OrderFilter,
  { cursor, limit, signal }: { cursor?: string | undefined; limit: number; signal?: AbortSignal },
) =>
  api.ticketing.listOrders(
    {
      params: { festivalId },
      query: { limit, ...(search ? { search } : {}), ...(status ? { status } : {}), ...(cursor ? { cursor } : {}) },
    },
    signal ? { signal } : {},
  );

export const ordersQuery = (festivalId: FestivalId, filter: OrderFilter) =>
  infiniteQueryOptions({
    queryKey: ['festival', festivalId, 'orders', filter],
    queryFn: ({ pageParam, signal }) => ordersPage(festivalId, filter, { cursor: pageParam, limit: 50, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });

export const sharedQuotasQuery = (festivalId: FestivalId) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'ticket-types', 'quotas'],
    queryFn: ({ signal }) => api.ticketing.listSharedQuotas({ params: { festivalId } }, { signal }),
  });

export const arrangementQuery = (festivalId: FestivalId) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'ticket-types', 'arrangement'],
    queryFn: ({ signal }) => api.ticketing.getArrangement({ params: { festivalId } }, { signal }),
  });

export const ticketOptionsQuery = (festivalId: FestivalId) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'ticket-options'],
    queryFn: ({ signal }) => api.ticketing.listTicketOptions({ params: { festivalId } }, { signal }),
  });
