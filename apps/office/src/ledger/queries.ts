import type { Festival } from '@festivals/domain/festival/contract';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';

type FestivalId = Festival['id'];

/** What everything of the ledger is kept under. */
export const ledgerKey = (festivalId: FestivalId) => ['festival', festivalId, 'ledger'] as const;

export const ledgerSumsQuery = (festivalId: FestivalId) =>
  queryOptions({
    queryKey: [...ledgerKey(festivalId), 'sums'],
    queryFn: ({ signal }) => api.ledger.getLedgerSums({ params: { festivalId }, query: {} }, { signal }),
  });

export const journalQuery = (festivalId: FestivalId, unusual: boolean) =>
  infiniteQueryOptions({
    queryKey: [...ledgerKey(festivalId), 'journal', unusual],
    queryFn: ({ pageParam, signal }) =>
      api.ledger.listLedgerEntries(
        { params: { festivalId }, query: { limit: 50, unusual, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
