import { route } from '@festivals/contract';
import { z } from 'zod';
import { Cents, InFestival, Instant, Line, OrderId, PaymentId } from '../primitives.ts';
import { OnlineProvider } from './schemas.ts';

export const Dispute = z
  .object({
    id: z.uuid(),
    paymentId: PaymentId,
    orderId: OrderId,
    provider: OnlineProvider,
    reference: z.string(),
    status: z.enum(['OPEN', 'WON', 'LOST']),
    /** Minor units. */
    amount: Cents,
    currency: z.string(),
    reason: z.string(),
    answerBy: Instant.nullable(),
    openedAt: Instant,
  })
  .meta({ id: 'Dispute' });

const Side = z.object({
  status: z.string(),
  amount: Cents,
  currency: z.string(),
  refunded: Cents,
});

export const PaymentDifference = z
  .object({
    id: z.uuid(),
    provider: OnlineProvider,
    reference: z.string(),
    paymentId: PaymentId.nullable(),
    orderId: OrderId.nullable(),
    /** What differs: a charge unknown on one side, its amount, whether it is paid, or what was given back. */
    kind: z.enum(['UNKNOWN_HERE', 'UNKNOWN_THERE', 'AMOUNT', 'STATE', 'REFUND']),
    ours: Side.nullable(),
    theirs: Side.nullable(),
    seenAt: Instant,
  })
  .meta({ id: 'PaymentDifference' });

export const PaymentWatch = z
  .object({
    differences: z.array(PaymentDifference),
    disputes: z.array(Dispute),
    /** News of payments that nobody here asked for. */
    quarantined: z.array(
      z.object({
        provider: OnlineProvider,
        id: z.string(),
        kind: z.string(),
        reference: z.string(),
        receivedAt: Instant,
      }),
    ),
  })
  .meta({ id: 'PaymentWatch' });

export const watchPayments = route({
  method: 'GET',
  path: '/festivals/:festivalId/payment-watch',
  permission: 'payments.read',
  summary: 'Where our books and the providers’ differ, what buyers dispute, and news of unknown payments',
  params: InFestival,
  response: PaymentWatch,
});

export const settleNews = route({
  method: 'POST',
  path: '/festivals/:festivalId/payment-news/settlement',
  permission: 'ledger.correct',
  idempotent: true,
  summary:
    'Somebody looked at news of a payment that nobody here asked for, and says what they are; they are listed no more',
  params: InFestival,
  body: z.object({ provider: OnlineProvider, id: z.string().min(1).max(200), note: Line(300) }),
  response: PaymentWatch,
  errors: ['general.not_found'],
});

export const settleDifference = route({
  method: 'POST',
  path: '/festivals/:festivalId/payment-differences/:differenceId/settlement',
  permission: 'ledger.correct',
  idempotent: true,
  summary: 'Somebody looked at a difference and says what it is; it is listed no more',
  params: InFestival.extend({ differenceId: z.uuid() }),
  body: z.object({ note: Line(300) }),
  response: PaymentWatch,
  errors: ['general.not_found'],
});
