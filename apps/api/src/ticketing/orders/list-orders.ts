import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/contract';
import type { Ctx } from '../../platform/context.ts';
import { decodeCursor, pageOf } from '../../platform/cursor.ts';
import { look } from '../../platform/transaction.ts';
import { OrderPlace, orderPage } from './order-pages.ts';

/** Orders, newest first unless said otherwise; `search` finds by reference, name or address. */
export function listOrders(
  ctx: Ctx,
  { params, query }: Input<typeof contract.listOrders>,
): Promise<Output<typeof contract.listOrders>> {
  const { limit, cursor, ...filter } = query;
  const place = decodeCursor(OrderPlace, cursor);
  return look(ctx, params.festivalId, async (tx) =>
    pageOf(
      await orderPage(tx, filter, place, limit + 1),
      limit,
      ({ key, id }) => [key, id],
      ({ key: _key, ...order }) => order,
    ),
  );
}
