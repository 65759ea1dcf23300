import type { FestivalId } from '@festivals/domain/primitives';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { look, type Tx } from '../../platform/transaction.ts';
import type { StoredOrder } from '../orders/order-view.ts';
import { hashSecret, opensOrder } from '../sale/secret.ts';
import * as store from './ticket-store.ts';

export interface OpenedTicket extends Omit<store.TicketInOrder, 'secretHash' | 'linked'> {
  ticket: StoredOrder['tickets'][number];
  /** Who bought it may do with it what they like; who was given its link may show it. */
  by: 'buyer' | 'holder';
}

interface Asked {
  festivalId: FestivalId;
  ticketId: string;
  secret?: string | undefined;
}

/** A ticket for whoever may see it: its buyer, by account or by the order's secret, or whoever has its link. For others there is none. */
export async function openTicket(ctx: Ctx, asked: Asked): Promise<OpenedTicket> {
  const mine = asked.secret === undefined && (await isMine(ctx, asked));
  return look(ctx, asked.festivalId, (tx) => openTicketIn(tx, ctx, asked, mine));
}

/** The same within a deed; `mine` was looked up before it, since that sees across festivals. */
export async function openTicketIn(
  tx: Tx,
  { resources: { env } }: Ctx,
  { ticketId, secret }: Asked,
  mine: boolean,
): Promise<OpenedTicket> {
  const found = await store.findTicket(tx, ticketId, secret === undefined ? null : hashSecret(secret));
  const ticket = found?.order.tickets.find(({ id }) => id === ticketId);
  if (!found || !ticket) fail('general.not_found');
  const { order, secretHash, linked, shared, replaced } = found;
  const isBuyer = secret === undefined ? mine : opensOrder(env, { id: order.id, secretHash }, secret);
  if (!isBuyer && !linked) fail('general.not_found');
  return { order, ticket, shared, replaced, by: isBuyer ? 'buyer' : 'holder' };
}

/** Whether the person who calls bought it, with their account or with the address that they confirmed. */
export async function isMine(ctx: Ctx, { festivalId, ticketId }: Asked): Promise<boolean> {
  if (ctx.caller.kind !== 'person') return false;
  const { rows } = await ctx.resources.pool.query<{ festivalId: string }>(
    'select festival_id as "festivalId" from lookup.ticket_of($1, $2)',
    [ctx.caller.personId, ticketId],
  );
  return rows[0]?.festivalId === festivalId;
}
