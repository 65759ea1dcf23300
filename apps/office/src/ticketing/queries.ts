import type { Festival } from '@festivals/domain/festival/contract';
import { type MassRefundId, OrderId } from '@festivals/domain/primitives';
import type { OrderSort } from '@festivals/domain/ticketing/contract';
import type { OrderKind, OrderStatus } from '@festivals/domain/ticketing/schemas';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { api } from '../api.ts';

type FestivalId = Festival['id'];

export const ticketTypesQuery = (festivalId: FestivalId) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'ticket-types'],
    queryFn: ({ signal }) => api.ticketing.listTicketTypes({ params: { festivalId } }, { signal }),
  });

export const ticketKeysQuery = (festivalId: FestivalId) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'ticket-keys'],
    queryFn: ({ signal }) => api.ticketing.listTicketKeys({ params: { festivalId } }, { signal }),
  });

export const ticketPaperQuery = (festivalId: FestivalId) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'ticket-paper'],
    queryFn: ({ signal }) => api.ticketing.getTicketPaper({ params: { festivalId } }, { signal }),
  });

export interface OrderFilter {
  search?: string | undefined;
  status?: OrderStatus | undefined;
  kind?: OrderKind | undefined;
  sort?: OrderSort | undefined;
  descending?: boolean | undefined;
}

/** What is asked of the server: nothing that was left out. */
export const asked = ({ search, status, kind, sort, descending }: OrderFilter) => ({
  ...(search ? { search } : {}),
  ...(status ? { status } : {}),
  ...(kind ? { kind } : {}),
  ...(sort ? { sort } : {}),
  ...(descending === undefined ? {} : { descending }),
});

export const ordersQuery = (festivalId: FestivalId, filter: OrderFilter) =>
  infiniteQueryOptions({
    queryKey: ['festival', festivalId, 'orders', filter],
    queryFn: ({ pageParam, signal }) =>
      api.ticketing.listOrders(
        {
          params: { festivalId },
          query: { limit: 100, ...asked(filter), ...(pageParam ? { cursor: pageParam } : {}) },
        },
        { signal },
      ),
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

/** Kept under the order: whatever makes the one out of date does so for both. */
export const refundsQuery = (festivalId: FestivalId, orderId: string) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'order', orderId, 'refunds'],
    queryFn: ({ signal }) =>
      api.ticketing.listRefunds({ params: { festivalId, orderId: OrderId.parse(orderId) } }, { signal }),
  });

export const massRefundsQuery = (festivalId: FestivalId) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'mass-refunds'],
    queryFn: ({ signal }) => api.ticketing.listMassRefunds({ params: { festivalId } }, { signal }),
  });

/** `failing` is how many there are: another number is another list. */
export const refundFailuresQuery = (festivalId: FestivalId, massRefundId: MassRefundId, failing: number) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'mass-refunds', massRefundId, failing],
    queryFn: ({ signal }) =>
      api.ticketing.listRefundFailures({ params: { festivalId, massRefundId }, query: { limit: 50 } }, { signal }),
    placeholderData: keepPreviousData,
  });

/** Kept under the order, as its refunds are. */
export const orderStoryQuery = (festivalId: FestivalId, orderId: z.infer<typeof OrderId>) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'order', orderId, 'story'],
    queryFn: ({ signal }) => api.ticketing.getOrderStory({ params: { festivalId, orderId } }, { signal }),
  });
