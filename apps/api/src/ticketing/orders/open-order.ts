import type { FestivalId } from '@festivals/domain/primitives';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { look } from '../../platform/transaction.ts';
import type { StoredOrder } from './order-view.ts';
import { opensOrder } from '../sale/secret.ts';
import * as store from '../store.ts';

/** An order for whoever has its secret; without it there is no such order. */
export async function openOrder(
  ctx: Ctx,
  festivalId: FestivalId,
  orderId: string,
  secret: string,
): Promise<StoredOrder> {
  return (await openGuestOrder(ctx, festivalId, orderId, secret)).order;
}

/** As `openOrder`, with the hash that its basket was held by: whoever has the mail's link may pay as well. */
export async function openGuestOrder(
  ctx: Ctx,
  festivalId: FestivalId,
  orderId: string,
  secret: string,
): Promise<{ order: StoredOrder; secretHash: Buffer }> {
  const found = await look(ctx, festivalId, (tx) => store.findGuestOrder(tx, orderId));
  if (!found || !opensOrder(ctx.resources.env, { id: orderId, secretHash: found.secretHash }, secret))
    fail('general.not_found');
  return found;
}
