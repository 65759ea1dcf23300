import type { Download, Input, Output } from '@festivals/contract';
import { Instant, OrderId, type FestivalId } from '@festivals/domain/primitives';
import type * as contract from '@festivals/domain/ticketing/my-orders-contract';
import { z } from 'zod';
import { personOf, type Ctx } from '../../platform/context.ts';
import { decodeCursor, pageOf } from '../../platform/cursor.ts';
import { fail } from '../../platform/fault.ts';
import { printOrder } from '../tickets/print-order.ts';
import { requireTickets } from '../tickets/require-tickets.ts';
import { orderOf } from '../store.ts';

const Place = z.tuple([Instant, OrderId]);

type Row = z.input<typeof contract.MyOrder>;

/** My orders in all festivals, the newest first. */
export async function listMyOrders(
  ctx: Ctx,
  { query }: Input<typeof contract.listMyOrders>,
): Promise<Output<typeof contract.listMyOrders>> {
  const place = decodeCursor(Place, query.cursor);
  const { rows } = await ctx.resources.pool.query<Row>({
    name: 'orders-of',
    text: `select order_id as id, festival_id as "festivalId", reference, status, currency, total, placed_at as "placedAt", paid_at as "paidAt",
        tickets, festival from lookup.orders_of($1, $2, $3, $4)`,
    values: [personOf(ctx).personId, place?.[0] ?? null, place?.[1] ?? null, query.limit + 1],
  });
  return pageOf(
    rows,
    query.limit,
    (row) => [row.placedAt, row.id],
    (row) => row,
  );
}

/** All tickets of an order of mine, a page each. */
export async function myOrderPdf(ctx: Ctx, { params, query }: Input<typeof contract.myOrderPdf>): Promise<Download> {
  const { rows } = await ctx.resources.pool.query<{ festivalId: FestivalId }>(
    'select festival_id as "festivalId" from lookup.order_of($1, $2)',
    [personOf(ctx).personId, params.orderId],
  );
  const mine = rows[0] ?? fail('general.not_found');
  const order = await orderOf(ctx, mine.festivalId, params.orderId);
  requireTickets(order);
  return {
    body: await printOrder(ctx, order, { ...query, language: ctx.request.language }),
    name: `tickets-${order.reference}.pdf`,
  };
}
