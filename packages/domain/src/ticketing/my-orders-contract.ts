import { bytes, page, PageQuery, route } from '@festivals/contract';
import { z } from 'zod';
import { Cents, Currency, FestivalId, Instant, OrderId } from '../primitives.ts';
import { OrderStatus } from './schemas.ts';
import { PrintChoice } from './ticket-paper.ts';

/** An order as its buyer finds it again. */
export const MyOrder = z
  .object({
    id: OrderId,
    festivalId: FestivalId,
    reference: z.string(),
    status: OrderStatus,
    currency: Currency,
    /** In minor units, tax included. */ total: Cents,
    placedAt: Instant,
    paidAt: Instant.nullable(),
    tickets: z.int(),
    festival: z.object({ name: z.string(), slug: z.string(), startsOn: z.string(), endsOn: z.string() }),
  })
  .meta({ id: 'MyOrder' });
export type MyOrder = z.infer<typeof MyOrder>;

export const listMyOrders = route({
  method: 'GET',
  path: '/orders',
  permission: 'signed_in',
  summary: 'My orders in all festivals, the newest first: those that I or my verified address placed',
  query: PageQuery,
  response: page(MyOrder),
});

export const myOrderPdf = route({
  method: 'GET',
  path: '/orders/:orderId/pdf',
  permission: 'signed_in',
  summary: 'All tickets of one of my paid orders as PDF',
  params: z.object({ orderId: OrderId }),
  query: PrintChoice,
  response: bytes('application/pdf'),
  errors: ['general.not_found', 'ticketing.not_paid', 'ticketing.no_tickets'],
  limit: { times: 120, seconds: 60 },
});
