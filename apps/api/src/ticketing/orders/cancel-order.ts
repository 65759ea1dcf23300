import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/order-deeds-contract';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { record } from '../../platform/record.ts';
import { deed } from '../../platform/transaction.ts';
import * as store from './order-deed-store.ts';
import { withCodes } from './order-view.ts';
import { findOrder } from '../store.ts';

/** Gives up an order that nobody has paid. What its buyer may still pay at a provider is ended there, or goes back by itself. */
export async function cancelOrder(
  ctx: Ctx,
  { params: { festivalId, orderId }, body: { reason } }: Input<typeof contract.cancelOrder>,
): Promise<Output<typeof contract.cancelOrder>> {
  const order = await deed(ctx, festivalId, async (tx) => {
    await store.lockOrder(tx, orderId);
    const before = (await findOrder(tx, orderId)) ?? fail('general.not_found');
    if (before.status === 'PAID' || before.status === 'REFUNDED') fail('ticketing.already_paid');
    if (before.status !== 'AWAITING_PAYMENT') fail('ticketing.order_closed');
    // The money may be on its way: whoever knows is the provider.
    if (before.payment?.status === 'PROCESSING') fail('payments.in_progress');
    await store.giveUpOrder(tx, orderId);
    await record(tx, ctx, {
      name: 'ticketing.order_cancelled',
      subjectId: orderId,
      before: { status: before.status },
      after: { status: 'CANCELLED', reason },
    });
    return (await findOrder(tx, orderId)) ?? fail('general.internal');
  });
  return withCodes(ctx, order);
}
