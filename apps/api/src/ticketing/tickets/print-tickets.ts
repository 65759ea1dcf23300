import type { Download, Input } from '@festivals/contract';
import type { FestivalId } from '@festivals/domain/primitives';
import type * as contract from '@festivals/domain/ticketing/contract';
import type * as deeds from '@festivals/domain/ticketing/order-deeds-contract';
import { personOf, type Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { openOrder } from '../orders/open-order.ts';
import { printOrder } from './print-order.ts';
import { requireTickets } from './require-tickets.ts';
import { orderOf } from '../store.ts';

/** All tickets of a paid order, a page each. */
export async function orderTicketsPdf(
  ctx: Ctx,
  { params: { festivalId, orderId }, query }: Input<typeof contract.orderTicketsPdf>,
): Promise<Download> {
  const order = await openOrder(ctx, festivalId, orderId, query.secret);
  requireTickets(order);
  return {
    body: await printOrder(ctx, order, { ...query, language: ctx.request.language }),
    name: `tickets-${order.reference}.pdf`,
  };
}

/** The same for the team, and only what still opens a gate: whoever lost their tickets, or left no address, is handed them again. */
export async function handOutTickets(
  ctx: Ctx,
  { params: { festivalId, orderId }, query }: Input<typeof deeds.handOutTickets>,
): Promise<Download> {
  const order = await orderOf(ctx, festivalId, orderId);
  requireTickets(order);
  if (!order.tickets.some(({ status }) => status === 'SOLD' || status === 'USED')) fail('ticketing.not_paid');
  return {
    body: await printOrder(ctx, order, { ...query, language: ctx.request.language }),
    name: `tickets-${order.reference}.pdf`,
  };
}

/** One ticket of mine. */
export async function myTicketPdf(ctx: Ctx, { params, query }: Input<typeof contract.myTicketPdf>): Promise<Download> {
  const { rows } = await ctx.resources.pool.query<{ festivalId: FestivalId; orderId: string }>(
    `select festival_id as "festivalId", order_id as "orderId" from lookup.ticket_of($1, $2)`,
    [personOf(ctx).personId, params.ticketId],
  );
  const mine = rows[0] ?? fail('general.not_found');
  const order = await orderOf(ctx, mine.festivalId, mine.orderId);
  const tickets = order.tickets.filter((ticket) => ticket.id === params.ticketId);
  return {
    body: await printOrder(ctx, { ...order, tickets }, { ...query, language: ctx.request.language }),
    name: `ticket-${order.reference}.pdf`,
  };
}
