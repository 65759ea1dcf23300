import type { Download, Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/ticket-contract';
import type { FestivalId } from '@festivals/domain/primitives';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { record } from '../../platform/record.ts';
import { deed, type Tx } from '../../platform/transaction.ts';
import { lockOrder } from '../orders/order-deed-store.ts';
import { codeOf, signersOf } from '../orders/order-view.ts';
import { isMine, type OpenedTicket, openTicket, openTicketIn } from './open-ticket.ts';
import { printOrder } from './print-order.ts';
import { hashSecret } from '../sale/secret.ts';
import * as store from './ticket-store.ts';

const opensGates = ({ status }: { status: string }) => status === 'SOLD' || status === 'USED';

/** A ticket as its page shows it. One that opens no gate any more has no code; who was given its link learns nothing of its order. */
export async function viewTicket(
  ctx: Ctx,
  { params, query }: Input<typeof contract.viewTicket>,
): Promise<Output<typeof contract.viewTicket>> {
  const { ticket, order, by, shared, replaced } = await openTicket(ctx, { ...params, ...query });
  const { id, festivalId, ticketTypeId, holder, status, typeName } = ticket;
  const line = order.lines.find(({ lineNo, kind }) => lineNo === ticket.lineNo && kind === 'TICKET');
  const code = opensGates(ticket) ? codeOf(ticket, await signersOf(ctx, params.festivalId)) : null;
  const ticketIds = order.tickets.filter(opensGates).map((one) => one.id);
  return {
    id,
    festivalId,
    ticketTypeId,
    holder,
    status,
    code,
    replaced,
    name: line?.name ?? typeName,
    order: by === 'buyer' ? { id: order.id, reference: order.reference, ticketIds, shared } : null,
  };
}

export async function ticketPdf(ctx: Ctx, { params, query }: Input<typeof contract.ticketPdf>): Promise<Download> {
  const { ticket, order, by } = await openTicket(ctx, { ...params, ...query });
  if (!opensGates(ticket)) fail('ticketing.ticket_over');
  const { paper, gift } = query;
  // What it cost is between the buyer and the festival.
  const how = { paper, gift: by === 'holder' || gift, language: ctx.request.language };
  return {
    body: await printOrder(ctx, { ...order, tickets: [ticket] }, how),
    name: `ticket-${order.reference}.pdf`,
  };
}

/** Makes a link that opens a ticket alone, in the place of the one before. */
export const shareTicket = (ctx: Ctx, { params, body }: Input<typeof contract.shareTicket>): Promise<void> =>
  asBuyer(ctx, { ...params, secret: body.secret }, async (tx, { ticket, order }) => {
    if (!opensGates(ticket)) fail('ticketing.ticket_over');
    await store.revokeLink(tx, ticket.id);
    await store.insertLink(tx, ticket.id, hashSecret(body.link));
    await record(tx, ctx, { name: 'ticketing.order_ticket_shared', subjectId: order.id, after: { ticket: ticket.id } });
  });

/** Takes the link back; where there is none, that is what was wanted. */
export const unshareTicket = (ctx: Ctx, { params, query }: Input<typeof contract.unshareTicket>): Promise<void> =>
  asBuyer(ctx, { ...params, ...query }, async (tx, { ticket, order }) => {
    if (!(await store.revokeLink(tx, ticket.id))) return;
    await record(tx, ctx, {
      name: 'ticketing.order_ticket_unshared',
      subjectId: order.id,
      after: { ticket: ticket.id },
    });
  });

/** Does something with a ticket that is its buyer's alone to do; a holder is told that there is no such thing. */
async function asBuyer(
  ctx: Ctx,
  asked: { festivalId: FestivalId; ticketId: string; secret?: string | undefined },
  work: (tx: Tx, opened: OpenedTicket) => Promise<void>,
): Promise<void> {
  const mine = asked.secret === undefined && (await isMine(ctx, asked));
  await deed(ctx, asked.festivalId, async (tx) => {
    const { order } = await openTicketIn(tx, ctx, asked, mine);
    await lockOrder(tx, order.id);
    // Read again under the lock: whoever came first may have ended it, or shared it.
    const opened = await openTicketIn(tx, ctx, asked, mine);
    if (opened.by !== 'buyer') fail('general.not_found');
    await work(tx, opened);
  });
}
