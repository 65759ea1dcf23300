import type { Festival } from '@festivals/domain/festival/contract';
import type { OrderId } from '@festivals/domain/primitives';
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { api } from '../../api.ts';

type FestivalId = Festival['id'];

export const askedQuery = (festivalId: FestivalId) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'asked'],
    queryFn: ({ signal }) => api.ticketing.getAsked({ params: { festivalId } }, { signal }),
  });

export const orderAskedQuery = (festivalId: FestivalId, orderId: z.infer<typeof OrderId>) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'order', orderId, 'asked'],
    queryFn: ({ signal }) => api.ticketing.getOrderAsked({ params: { festivalId, orderId } }, { signal }),
  });
