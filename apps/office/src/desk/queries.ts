import type { Festival } from '@festivals/domain/festival/contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';

type FestivalId = Festival['id'];

/** What the shop sells now, with what a code opens. */
export const shopQuery = (festivalId: FestivalId, code: string | undefined) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'ticket-types', 'shop', code ?? ''],
    queryFn: ({ signal }) =>
      api.ticketing.getShop({ params: { festivalId }, query: code === undefined ? {} : { code } }, { signal }),
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
