import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/contract';
import { sandbox } from '../../payments/sandbox.ts';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { concludeCharge } from './conclude-charge.ts';
import * as hot from '../sale/hot-functions.ts';
import { openOrder } from '../orders/open-order.ts';
import { withCodes } from '../orders/order-view.ts';

/** The payer answered the sandbox bank's question; asked again, the answer stays what it was. */
export async function authenticatePayment(
  ctx: Ctx,
  { params: { festivalId, orderId, paymentId }, body }: Input<typeof contract.authenticatePayment>,
): Promise<Output<typeof contract.authenticatePayment>> {
  const order = await openOrder(ctx, festivalId, orderId, body.secret);
  if (order.payment?.id !== paymentId) fail('general.not_found');
  const { amount, currency } = order.payment;
  const charge = { amount, currency, reference: null, account: null };
  const answered = await hot.resumePayment(ctx, { festivalId, paymentId });
  if (answered) return withCodes(ctx, answered);
  const provider = sandbox(ctx.resources.pool);
  const outcome = await provider.authenticate(paymentId, body.approve);
  return withCodes(ctx, await concludeCharge(ctx, provider, { ...charge, festivalId, orderId, paymentId }, outcome));
}
