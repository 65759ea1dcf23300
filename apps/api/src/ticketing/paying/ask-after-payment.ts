import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/checkout-contract';
import { orUnavailable } from '../../payments/or-unavailable.ts';
import { isOnline } from '../../payments/providers.ts';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { openOrder } from '../orders/open-order.ts';
import { withCodes } from '../orders/order-view.ts';
import { resolvePayment } from './resolve-payments.ts';

/** The payer has come back from the provider, perhaps before its news: it is asked at once. */
export async function askAfterPayment(
  ctx: Ctx,
  { params: { festivalId, orderId, paymentId }, body }: Input<typeof contract.askAfterPayment>,
): Promise<Output<typeof contract.askAfterPayment>> {
  const before = await openOrder(ctx, festivalId, orderId, body.secret);
  if (before.payment?.id !== paymentId) fail('general.not_found');
  if (!isOnline(before.payment.provider)) return withCodes(ctx, before);
  await orUnavailable(resolvePayment(ctx, { festivalId, paymentId }, { neverAsked: false }));
  const after = await openOrder(ctx, festivalId, orderId, body.secret);
  if (after.status === 'PAID') await ctx.resources.untilDurable();
  return withCodes(ctx, after);
}
