import type { Festival } from '@festivals/domain/festival/contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';

type FestivalId = Festival['id'];

/** What the shop sells now, with what codes open. */
export const shopQuery = (festivalId: FestivalId, codes: readonly string[]) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'ticket-types', 'shop', ...codes],
    queryFn: ({ signal }) =>
      api.ticketing.getShop(
        { params: { festivalId }, query: codes.length === 0 ? {} : { code: codes.join(',') } },
        { signal },
      ),
    placeholderData: keepPreviousData,
  });

/** What the shop asks of buyers. */
export const askedNowQuery = (festivalId: FestivalId) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'asked', 'now'],
    queryFn: ({ signal }) => api.ticketing.viewAsked({ params: { festivalId } }, { signal }),
  });

/** What was taken by hand on a day, today where none is named: out of date whenever the ledger is. */
export const takingsQuery = (festivalId: FestivalId, day: string | undefined) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'ledger', 'takings', day ?? ''],
    queryFn: ({ signal }) =>
      api.ticketing.listTakings({ params: { festivalId }, query: day === undefined ? {} : { day } }, { signal }),
  });
