import type { ChargeOutcome, PaymentProvider } from '../payments/provider.ts';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { translateError } from '../platform/translate-error.ts';
import * as hot from './hot-functions.ts';
import { orderOf } from './store.ts';
import type { StoredOrder } from './order-view.ts';
import type { FestivalId } from '@festivals/domain/primitives';

export interface PaymentOfOrder {
  festivalId: FestivalId;
  orderId: string;
  paymentId: string;
}

/** Books what a provider said of a charge: a paid ticket, a question to the payer, a refusal, or the money back. */
export async function concludeCharge(
  ctx: Ctx,
  provider: PaymentProvider,
  payment: PaymentOfOrder,
  outcome: ChargeOutcome,
): Promise<StoredOrder> {
  switch (outcome.status) {
    case 'succeeded':
      return settleOrRefund(ctx, provider, payment);
    case 'processing':
      return orderOf(ctx, payment.festivalId, payment.orderId);
    case 'requires_action':
      return hot.suspendPayment(ctx, { ...payment, status: 'PENDING', action: 'authenticate', reason: null });
    case 'declined':
      await hot.suspendPayment(ctx, { ...payment, status: 'FAILED', action: null, reason: outcome.reason });
      return fail('payments.declined', { reason: outcome.reason });
  }
}

/** Money that bought nothing (the places went to others, the order was given up) goes back at once. */
async function settleOrRefund(ctx: Ctx, provider: PaymentProvider, payment: PaymentOfOrder): Promise<StoredOrder> {
  try {
    return await hot.settlePayment(ctx, payment);
  } catch (error) {
    const reason = translateError(error)?.name;
    if (reason !== 'ticketing.sold_out' && reason !== 'ticketing.order_closed') throw error;
    await provider.refund(payment.paymentId);
    if (reason === 'ticketing.sold_out') {
      await hot.suspendPayment(ctx, { ...payment, status: 'FAILED', action: null, reason: 'refunded_sold_out' });
    }
    return fail(reason, { refunded: true });
  }
}
