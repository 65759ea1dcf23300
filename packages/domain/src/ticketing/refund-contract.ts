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
    /** The lines beside tickets that go back with it. */
    lineNos: z.array(z.int()),
    startedAt: Instant,
    /** Why the provider did not give the money back the last time it was asked; it is asked again. */
    failure: z.string().nullable(),
    /** Where no provider brings the money back: owed until somebody pays it, then paid. */
    byHand: z.enum(['OWED', 'PAID']).nullable(),
  })
  .meta({ id: 'Refund' });
export type Refund = z.infer<typeof Refund>;

const unlike = <T extends z.ZodType>(item: T, most: number) =>
  z
    .array(item)
    .max(most)
    .refine((all) => new Set(all).size === all.length, { message: 'duplicates' })
    .default([]);

const OnOrder = InFestival.extend({ orderId: OrderId });

export const refundOrder = route({
  method: 'POST',
  path: '/festivals/:festivalId/orders/:orderId/refunds',
  permission: 'orders.refund',
  idempotent: true,
  summary:
    'Give back tickets of a paid order, or lines beside them: their money returns the way it came, their places are free again',
  params: OnOrder,
  body: z
    .object({
      ticketIds: unlike(TicketId, 200),
      /** Lines that are no tickets: options, fees, gifts. With the last ticket of an order they go back by themselves. */
      lineNos: unlike(z.int().min(1).max(10_000), 200),
      /** Told to the buyer. */
      reason: Line(300),
      keep: Keep.default({ kind: 'NOTHING' }),
      withUsed: z.boolean().default(false),
    })
    .refine(({ ticketIds, lineNos }) => ticketIds.length + lineNos.length > 0, {
      path: ['ticketIds'],
      message: 'too_small',
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
