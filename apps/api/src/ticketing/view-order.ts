import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/contract';
import type { Ctx } from '../platform/context.ts';
import { openOrder } from './open-order.ts';
import { withCodes } from './order-view.ts';
import { orderOf } from './store.ts';

/** An order for its buyer. */
export async function viewOrder(
  ctx: Ctx,
  { params: { festivalId, orderId }, query }: Input<typeof contract.viewOrder>,
): Promise<Output<typeof contract.viewOrder>> {
  return withCodes(ctx, await openOrder(ctx, festivalId, orderId, query.secret));
}

/** An order for the festival's team. */
export async function getOrder(
  ctx: Ctx,
  { params: { festivalId, orderId } }: Input<typeof contract.getOrder>,
): Promise<Output<typeof contract.getOrder>> {
  return withCodes(ctx, await orderOf(ctx, festivalId, orderId));
}
