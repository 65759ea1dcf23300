import { route } from '@festivals/contract';
import { z } from 'zod';
import { Cents, Currency, InFestival, Instant, Line, OrderId, RefundId, TicketId } from '../primitives.ts';

/** PENDING until the provider has given the money back, then COMPLETED. */
export const RefundStatus = z.enum(['PENDING', 'COMPLETED']);

export const Refund = z
  .object({
    id: RefundId,
    orderId: OrderId,
    status: RefundStatus,
    /** Minor units. */
    amount: Cents,
    currency: Currency,
    reason: z.string(),
    ticketIds: z.array(TicketId),
    startedAt: Instant,
  })
  .meta({ id: 'Refund' });
export type Refund = z.infer<typeof Refund>;

const OnOrder = InFestival.extend({ orderId: OrderId });

export const refundOrder = route({
  method: 'POST',
  path: '/festivals/:festivalId/orders/:orderId/refunds',
  permission: 'orders.refund',
  idempotent: true,
  summary: 'Give tickets of a paid order back: their money returns the way it came, their places are free again',
  params: OnOrder,
  body: z.object({
    ticketIds: z
      .array(TicketId)
      .min(1)
      .max(200)
      .refine((ids) => new Set(ids).size === ids.length, { message: 'duplicates' }),
    /** Told to the buyer. */
    reason: Line(300),
  }),
  response: Refund,
  status: 201,
  errors: ['general.not_found', 'ticketing.not_paid', 'ticketing.not_refundable'],
});

export const listRefunds = route({
  method: 'GET',
  path: '/festivals/:festivalId/orders/:orderId/refunds',
  permission: 'orders.read',
  summary: 'What was given back of an order, oldest first',
  params: OnOrder,
  response: z.array(Refund),
  errors: ['general.not_found'],
});
