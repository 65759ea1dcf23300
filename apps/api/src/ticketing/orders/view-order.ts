import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/contract';
import type { Ctx } from '../../platform/context.ts';
import { openOrder } from './open-order.ts';
import { withCodes } from './order-view.ts';
import { orderOf } from '../store.ts';

/** An order for its buyer. */
export async function viewOrder(
  ctx: Ctx,
  { params: { festivalId, orderId }, query }: Input<typeof contract.viewOrder>,
): Promise<Output<typeof contract.viewOrder>> {
  const order = await openOrder(ctx, festivalId, orderId, query.secret);
  // It may have been paid a moment ago, and whoever pays it still waits for the disk.
  if (order.status === 'PAID') await ctx.resources.untilDurable();
  return withCodes(ctx, order);
}

/** An order for the festival's team. */
export async function getOrder(
  ctx: Ctx,
  { params: { festivalId, orderId } }: Input<typeof contract.getOrder>,
): Promise<Output<typeof contract.getOrder>> {
  return withCodes(ctx, await orderOf(ctx, festivalId, orderId));
}
