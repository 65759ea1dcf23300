import type { ChargeOutcome, PaymentProvider } from '../payments/provider.ts';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { translateError } from '../platform/translate-error.ts';
import * as hot from './hot-functions.ts';
import type { StoredOrder } from './order-view.ts';
import type { ErrorName } from '@festivals/domain/errors';
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
      return hot.suspendPayment(ctx, { ...payment, status: 'PROCESSING', action: null, reason: null });
    case 'requires_action':
      return hot.suspendPayment(ctx, { ...payment, status: 'PENDING', action: 'authenticate', reason: null });
    case 'declined':
      await hot.suspendPayment(ctx, { ...payment, status: 'FAILED', action: null, reason: outcome.reason });
      return fail('payments.declined', { reason: outcome.reason });
    case 'refunded':
      await hot.refundPayment(ctx, { ...payment, reason: 'ticketing.order_closed' satisfies ErrorName });
      return fail('ticketing.order_closed', { refunded: true });
  }
}

/** The places went to others, the order was given up, the festival called off. */
const refundable: ReadonlySet<ErrorName> = new Set<ErrorName>([
  'ticketing.sold_out',
  'ticketing.order_closed',
  'ticketing.sales_closed',
]);

/** Money that bought nothing goes back at once. */
async function settleOrRefund(ctx: Ctx, provider: PaymentProvider, payment: PaymentOfOrder): Promise<StoredOrder> {
  try {
    return await hot.settlePayment(ctx, payment);
  } catch (error) {
    const fault = translateError(error);
    if (!fault || !refundable.has(fault.name)) throw error;
    await provider.refund({ charge: payment.paymentId, key: payment.paymentId });
    await hot.refundPayment(ctx, { ...payment, reason: fault.name });
    return fail(fault.name, { refunded: true });
  }
}
