import type { Input, Output } from '@festivals/contract';
import type { FestivalId } from '@festivals/domain/primitives';
import type * as contract from '@festivals/domain/ticketing/order-deeds-contract';
import { v7 } from 'uuid';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { record } from '../../platform/record.ts';
import { deed, type Tx } from '../../platform/transaction.ts';
import { raiseAskedVersion } from '../asked/order-asked-store.ts';
import * as store from '../orders/order-deed-store.ts';
import { withCodes, type StoredOrder } from '../orders/order-view.ts';
import { findOrder } from '../store.ts';

interface OnTicket {
  festivalId: FestivalId;
  orderId: string;
  ticketId: string;
}

/** Writes another name on a ticket. Its code stays what it is: nobody has to send anything again. */
export const renameHolder = (
  ctx: Ctx,
  { params, body }: Input<typeof contract.renameHolder>,
): Promise<Output<typeof contract.renameHolder>> =>
  onLivingTicket(ctx, params, async (tx, ticket) => {
    if (ticket.holder !== body.was) fail('general.conflict');
    await store.renameHolder(tx, ticket.id, body.holder);
    // A buyer who has the order's page open learns that something changed.
    await raiseAskedVersion(tx, params.orderId);
    await record(tx, ctx, {
      name: 'ticketing.order_holder_changed',
      subjectId: params.orderId,
      before: { holder: ticket.holder },
      after: { ticket: ticket.id, holder: body.holder },
    });
  });

/** Makes a ticket anew, for one that was lost or shown to others. The place stays sold; the buyer is mailed the new one. */
export const reissueTicket = (
  ctx: Ctx,
  { params, body }: Input<typeof contract.reissueTicket>,
): Promise<Output<typeof contract.reissueTicket>> =>
  onLivingTicket(ctx, params, async (tx, ticket) => {
    const id = v7();
    await store.replaceTicket(tx, ticket.id, id);
    await record(tx, ctx, {
      name: 'ticketing.order_ticket_reissued',
      subjectId: params.orderId,
      before: { ticket: ticket.id },
      after: { ticket: id, reason: body.reason },
    });
  });

/** Takes a ticket back without its money: it opens no gate any more, and its place can be sold again. */
export const cancelTicket = (
  ctx: Ctx,
  { params, body }: Input<typeof contract.cancelTicket>,
): Promise<Output<typeof contract.cancelTicket>> =>
  onLivingTicket(ctx, params, async (tx, ticket) => {
    await store.cancelTicket(tx, ticket.id);
    await record(tx, ctx, {
      name: 'ticketing.order_ticket_cancelled',
      subjectId: params.orderId,
      after: { ticket: ticket.id, reason: body.reason },
    });
  });

/** Does something with a ticket that still opens a gate; order and ticket are locked, so that no refund or scan comes in between. */
async function onLivingTicket(
  ctx: Ctx,
  { festivalId, orderId, ticketId }: OnTicket,
  work: (tx: Tx, ticket: store.LockedTicket) => Promise<void>,
): Promise<Output<typeof contract.reissueTicket>> {
  const order = await deed(ctx, festivalId, async (tx): Promise<StoredOrder> => {
    await store.lockOrder(tx, orderId);
    const ticket = (await store.lockTicket(tx, orderId, ticketId)) ?? fail('general.not_found');
    if (ticket.status === 'USED') fail('ticketing.ticket_used');
    if (ticket.status !== 'SOLD' || ticket.inRefund) fail('ticketing.ticket_over');
    await work(tx, ticket);
    return (await findOrder(tx, orderId)) ?? fail('general.internal');
  });
  return withCodes(ctx, order);
}
