import type { Festival } from '@festivals/domain/festival/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';

type FestivalId = Festival['id'];

/** How the festival takes money. Providers fail and recover by themselves, so it is asked again while somebody looks. */
export const paymentRoomQuery = (festivalId: FestivalId) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'payment-settings'],
    queryFn: ({ signal }) => api.payments.getPaymentSettings({ params: { festivalId } }, { signal }),
    refetchInterval: 15_000,
  });

/** The smallest coin of what is paid in cash, minor units. */
export const cashCoinQuery = (festivalId: FestivalId) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'payment-settings', 'cash-coin'],
    queryFn: async ({ signal }) =>
      (await api.payments.listPaymentWays({ params: { festivalId } }, { signal })).cashCoin,
  });

/** Kept under the ledger: whatever makes the one out of date does so for both. */
export const paymentWatchQuery = (festivalId: FestivalId) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'ledger', 'watch'],
    queryFn: ({ signal }) => api.payments.watchPayments({ params: { festivalId } }, { signal }),
  });

/** What is to be paid back by hand; under the ledger as well. */
export const refundsByHandQuery = (festivalId: FestivalId) =>
  infiniteQueryOptions({
    queryKey: ['festival', festivalId, 'ledger', 'refunds-by-hand'],
    queryFn: ({ pageParam, signal }) =>
      api.ticketing.listRefundsByHand(
        { params: { festivalId }, query: { limit: 20, only: 'owed', ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });

/** In which other currencies prices are shown. */
export const presentmentQuery = (festivalId: FestivalId) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'presentment'],
    queryFn: ({ signal }) => api.payments.getPresentment({ params: { festivalId } }, { signal }),
  });

/** Refunds that a provider refused; under the ledger as well. */
export const refusedRefundsQuery = (festivalId: FestivalId) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'ledger', 'refused-refunds'],
    queryFn: ({ signal }) => api.ticketing.listRefusedRefunds({ params: { festivalId } }, { signal }),
  });
