import { page, PageQuery, route } from '@festivals/contract';
import { z } from 'zod';
import { Cents, Currency, InFestival, Instant, Line, OrderId, RefundId } from '../primitives.ts';

/** From where a refund was paid by hand: the bank, the till, or the terminal on the desk. */
export const RepaidFrom = z.enum(['BANK', 'CASH', 'TERMINAL']);
export type RepaidFrom = z.infer<typeof RepaidFrom>;

/** Money of a refund that no provider brings back: somebody pays it. */
export const RefundByHand = z
  .object({
    refundId: RefundId,
    orderId: OrderId,
    orderReference: z.string(),
    name: z.string(),
    email: z.string(),
    /** How the buyer had paid. */
    provider: z.enum(['bank_transfer', 'on_site', 'card_terminal']),
    /** Minor units. */
    amount: Cents,
    currency: Currency,
    /** What else of its order was paid back from the till, minor units: pieces are rounded to coins together. */
    repaidInCash: Cents,
    reason: z.string(),
    owedAt: Instant,
    /** Null while it is owed. */
    paid: z
      .object({
        at: Instant,
        from: RepaidFrom,
        /** What proves it: a line of the bank statement, a receipt. */
        reference: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'RefundByHand' });
export type RefundByHand = z.infer<typeof RefundByHand>;

export const RefundsByHandOnly = z.enum(['owed', 'paid']);

export const listRefundsByHand = route({
  method: 'GET',
  path: '/festivals/:festivalId/refunds-by-hand',
  permission: 'payments.read',
  summary:
    'Refunds of orders that were paid by transfer, at the gate or at the desk’s terminal: to be paid back by hand, or paid back; newest first',
  params: InFestival,
  query: PageQuery.extend({ only: RefundsByHandOnly.optional() }),
  response: page(RefundByHand),
});

export const payRefundByHand = route({
  method: 'POST',
  path: '/festivals/:festivalId/refunds/:refundId/repayment',
  permission: 'payments.mark_repaid',
  idempotent: true,
  summary: 'The money of a refund was paid back by hand: booked against what is owed, once',
  params: InFestival.extend({ refundId: RefundId }),
  body: z.object({
    from: RepaidFrom,
    /** A line of the bank statement, a receipt. */
    reference: Line(140),
  }),
  response: RefundByHand,
  errors: ['general.not_found', 'ticketing.already_repaid'],
});

/** A refund that its provider did not give back so far. */
export const RefusedRefund = z
  .object({
    refundId: RefundId,
    orderId: OrderId,
    orderReference: z.string(),
    name: z.string(),
    /** Minor units. */
    amount: Cents,
    currency: Currency,
    /** The provider's words, as far as they are words. */
    failure: z.string(),
    attempts: z.int(),
    /** When it is asked again by itself; null when it is not any more. */
    nextTryAt: Instant.nullable(),
  })
  .meta({ id: 'RefusedRefund' });
export type RefusedRefund = z.infer<typeof RefusedRefund>;

const OnRefund = InFestival.extend({ refundId: RefundId });

export const listRefusedRefunds = route({
  method: 'GET',
  path: '/festivals/:festivalId/refused-refunds',
  permission: 'payments.read',
  summary: 'Refunds that a provider did not give back: those that are tried no more first, two hundred at most',
  params: InFestival,
  response: z.array(RefusedRefund),
});

export const retryRefund = route({
  method: 'POST',
  path: '/festivals/:festivalId/refunds/:refundId/retry',
  permission: 'orders.refund',
  idempotent: true,
  summary: 'Ask the provider again for a refund that it refused; it gives it once, however often it is asked',
  params: OnRefund,
  response: z.array(RefusedRefund),
  errors: ['general.not_found'],
});
