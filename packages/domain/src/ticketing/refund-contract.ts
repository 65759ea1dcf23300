import { route } from '@festivals/contract';
import { z } from 'zod';
import {
  BasisPoints,
  Cents,
  Currency,
  InFestival,
  Instant,
  Line,
  OrderId,
  Price,
  RefundId,
  TicketId,
} from '../primitives.ts';

/** PENDING until the provider has given the money back, then COMPLETED. */
export const RefundStatus = z.enum(['PENDING', 'COMPLETED']);

/** What is kept of each ticket: nothing, `amount` minor units, or a part in basis points; never more than the ticket cost. */
export const Keep = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('NOTHING') }),
    z.object({ kind: z.literal('AMOUNT'), amount: Price }),
    z.object({ kind: z.literal('PART'), rate: BasisPoints }),
  ])
  .meta({ id: 'Keep' });

/** How tickets are given back. */
export const RefundTerms = z.object({
  keep: Keep,
  /** Whether tickets that somebody came in with are given back as well. */
  withUsed: z.boolean(),
});

export const Refund = z
  .object({
    id: RefundId,
    orderId: OrderId,
    status: RefundStatus,
    /** What goes back, minor units. */
    amount: Cents,
    /** What the organiser keeps of the tickets' price, minor units. */
    kept: Cents,
    currency: Currency,
    reason: z.string(),
    ticketIds: z.array(TicketId),
    startedAt: Instant,
    /** Why the provider did not give the money back the last time it was asked; it is asked again. */
    failure: z.string().nullable(),
    /** Where no provider brings the money back: owed until somebody pays it, then paid. */
    byHand: z.enum(['OWED', 'PAID']).nullable(),
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
    keep: Keep.default({ kind: 'NOTHING' }),
    withUsed: z.boolean().default(false),
  }),
  response: Refund,
  status: 201,
  errors: ['general.not_found', 'ticketing.not_paid', 'ticketing.not_refundable', 'ticketing.payment_disputed'],
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
