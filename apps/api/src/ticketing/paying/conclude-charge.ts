import type { PaymentAction } from '@festivals/domain/payments/schemas';
import type { Charge, ChargeOutcome, PaymentProvider } from '../../payments/provider.ts';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { translateError } from '../../platform/translate-error.ts';
import * as hot from '../sale/hot-functions.ts';
import type { StoredOrder } from '../orders/order-view.ts';
import type { ErrorName } from '@festivals/domain/errors';
import type { FestivalId } from '@festivals/domain/primitives';

export interface PaymentOfOrder {
  festivalId: FestivalId;
  orderId: string;
  paymentId: string;
}

/** A charge whose outcome is booked; `action` is what its payer is asked to do while it is open. */
export type ConcludedCharge = Charge & PaymentOfOrder & { action?: PaymentAction };

/** Books what a provider said of a charge: a paid ticket, a question to the payer, a refusal, or the money back. */
export async function concludeCharge(
  ctx: Ctx,
  provider: PaymentProvider,
  charge: ConcludedCharge,
  outcome: ChargeOutcome,
): Promise<StoredOrder> {
  const { festivalId, orderId, paymentId } = charge;
  const payment = { festivalId, orderId, paymentId };
  switch (outcome.status) {
    case 'succeeded':
      return settleOrRefund(ctx, provider, charge);
    case 'processing':
      return hot.suspendPayment(ctx, { ...payment, status: 'PROCESSING', action: null, reason: null });
    case 'requires_action':
      return hot.suspendPayment(ctx, { ...payment, status: 'PENDING', action: 'authenticate', reason: null });
    case 'open': {
      const { action = 'redirect' } = charge;
      return hot.suspendPayment(ctx, { ...payment, status: 'PENDING', action, reason: outcome.reason });
    }
    case 'declined':
      await hot.suspendPayment(ctx, { ...payment, status: 'FAILED', action: null, reason: outcome.reason });
      return fail('payments.declined', { reason: outcome.reason });
    case 'closed':
      return hot.suspendPayment(ctx, { ...payment, status: 'FAILED', action: null, reason: outcome.reason });
    case 'refunded':
      await hot.refundPayment(ctx, { ...payment, reason: 'ticketing.order_closed' satisfies ErrorName });
      return fail('ticketing.order_closed', { refunded: true });
  }
}

/** The places went to others, the order was given up, the festival called off or over; or its buyer has by now what one person may have. */
const refundable: ReadonlySet<ErrorName> = new Set<ErrorName>([
  'ticketing.sold_out',
  'ticketing.order_closed',
  'ticketing.sales_closed',
  'ticketing.festival_over',
  'ticketing.person_limit',
  'ticketing.code_person_limit',
]);

/** Money that bought nothing goes back at once. */
async function settleOrRefund(ctx: Ctx, provider: PaymentProvider, charge: ConcludedCharge): Promise<StoredOrder> {
  const { festivalId, paymentId } = charge;
  try {
    return await hot.settlePayment(ctx, { festivalId, paymentId });
  } catch (error) {
    const fault = translateError(error);
    if (!fault || !refundable.has(fault.name)) throw error;
    await provider.refund({ charge, key: paymentId });
    await hot.refundPayment(ctx, { festivalId, paymentId, reason: fault.name });
    return fail(fault.name, { refunded: true });
  }
}
