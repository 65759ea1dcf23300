import type { Festival } from '@festivals/domain/festival/contract';
import type { CodeFilter } from '@festivals/domain/ticketing/pricing/contract';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { api } from '../../api.ts';

type FestivalId = Festival['id'];

export const priceRulesQuery = (festivalId: FestivalId) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'price-rules'],
    queryFn: ({ signal }) => api.ticketing.getPriceRules({ params: { festivalId } }, { signal }),
  });

export type CodesAsked = Partial<z.input<typeof CodeFilter>>;

export const codesQuery = (festivalId: FestivalId, filter: CodesAsked) =>
  infiniteQueryOptions({
    queryKey: ['festival', festivalId, 'promo-codes', filter],
    queryFn: ({ pageParam, signal }) =>
      api.ticketing.listPromoCodes(
        { params: { festivalId }, query: { limit: 100, ...filter, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });

export const codeQuery = (festivalId: FestivalId, codeId: string) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'promo-codes', 'one', codeId],
    queryFn: ({ signal }) => api.ticketing.getPromoCode({ params: { festivalId, codeId } }, { signal }),
  });

export const codeUsesQuery = (festivalId: FestivalId, codeId: string) =>
  infiniteQueryOptions({
    queryKey: ['festival', festivalId, 'promo-codes', 'uses', codeId],
    queryFn: ({ pageParam, signal }) =>
      api.ticketing.listCodeUses(
        { params: { festivalId, codeId }, query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
