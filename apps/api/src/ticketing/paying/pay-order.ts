import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/contract';
import { v7 } from 'uuid';
import { sandbox } from '../../payments/sandbox.ts';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { concludeCharge } from './conclude-charge.ts';
import * as hot from '../sale/hot-functions.ts';
import { withCodes } from '../orders/order-view.ts';
import { hashSecret } from '../sale/secret.ts';

/** Pays an order: reserve it for this attempt, charge outside any transaction, book what the provider said. */
export async function payOrder(
  ctx: Ctx,
  { params: { festivalId, orderId }, body }: Input<typeof contract.payOrder>,
): Promise<Output<typeof contract.payOrder>> {
  const provider = sandbox(ctx.resources.pool);
  const paymentId = v7();
  const begun = await hot.beginPayment(ctx, {
    festivalId,
    orderId,
    secretHash: hashSecret(body.secret),
    paymentId,
    provider: provider.name,
  });
  if (begun.kept) return withCodes(ctx, begun.kept);
  if (begun.amount === 0) return withCodes(ctx, await hot.settlePayment(ctx, { festivalId, paymentId }));
  if (!body.method) {
    await hot.suspendPayment(ctx, { festivalId, paymentId, status: 'FAILED', action: null, reason: 'no_method' });
    fail('general.validation_failed', {
      part: 'body',
      issues: [{ path: 'method', code: 'invalid_type', message: 'method' }],
    });
  }
  const outcome = await provider.charge({
    key: paymentId,
    amount: begun.amount,
    currency: begun.currency,
    method: body.method,
  });
  const { amount, currency } = begun;
  const charge = { festivalId, orderId, paymentId, amount, currency, reference: null, account: null };
  return withCodes(ctx, await concludeCharge(ctx, provider, charge, outcome));
}
