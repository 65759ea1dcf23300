/** Places of guests: claimed as a sale claims them, by the same functions, and given back the same way. */
import { randomBytes } from 'node:crypto';
import type { GuestList } from '@festivals/domain/ticketing/guests/schemas';
import { orderReference } from '@festivals/domain/ticketing/rules';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { z } from 'zod';
import type { Ctx } from '../../platform/context.ts';
import { actorId } from '../../platform/record.ts';
import type { Tx } from '../../platform/transaction.ts';
import { hashSecret } from '../sale/secret.ts';
import { giveBaskets } from './guest-store.ts';

type List = Pick<z.input<typeof GuestList>, 'id' | 'ticketTypeId' | 'typeName'>;

interface ToHold {
  id: string;
  companions: number;
}

/** Holds the places of guests until a moment, all or none: of the list's, the type's and the shared quotas. Returns the basket of each. */
export async function holdPlaces(
  tx: Tx,
  ctx: Ctx,
  list: List,
  wanted: readonly ToHold[],
  until: Date,
): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map();
  const places = wanted.reduce((sum, { companions }) => sum + companions + 1, 0);
  await sql`select require_guest_places(current_festival(), ${list.id}, ${places})`.execute(tx);
  const { quotaId, vat, currency } = await soldAs(tx, list.ticketTypeId);
  const seconds = Math.max(1, Math.ceil((until.getTime() - ctx.clock.now().getTime()) / 1000));
  const baskets = wanted.map(({ id, companions }) => ({
    guestId: id,
    basketId: v7(),
    line: lineOf(list, { quotaId, vat }, companions + 1),
  }));
  const all = <T>(value: T): T[] => baskets.map(() => value);
  const none = all(null);
  await sql`
    select hold_baskets(current_festival(), ${baskets.map(({ basketId }) => basketId)}::uuid[],
      ${baskets.map(() => hashSecret(randomBytes(32).toString('base64url')))}::bytea[],
      ${baskets.map(({ line }) => JSON.stringify([line]))}::jsonb[], ${none}::jsonb[], ${all(currency)}::text[], ${all(seconds)}::int[],
      ${all(byOf(ctx))}::jsonb[], ${none}::bytea[], ${none}::text[], ${none}::bytea[])`.execute(tx);
  await giveBaskets(tx, baskets);
  return new Map(baskets.map(({ guestId, basketId }) => [guestId, basketId]));
}

const lineOf = (list: List, { quotaId, vat }: { quotaId: string; vat: number }, quantity: number) => ({
  kind: 'TICKET',
  ticketTypeId: list.ticketTypeId,
  quotaId,
  name: list.typeName,
  quantity,
  listPrice: 0,
  unitPrice: 0,
  vat,
  vatAmount: 0,
  why: [],
});

async function soldAs(tx: Tx, ticketTypeId: string): Promise<{ quotaId: string; vat: number; currency: string }> {
  const { rows } = await sql<{ quotaId: string; vat: number; currency: string }>`
    select t.quota_id as "quotaId", t.vat, s.currency from ticket_type t cross join festival_sale_state() as s
    where t.festival_id = current_festival() and t.id = ${ticketTypeId}`.execute(tx);
  // A type that a list gives cannot be taken away.
  return rows[0] ?? { quotaId: '', vat: 0, currency: '' };
}

export interface Issued {
  guestId: string;
  orderId: string;
}

interface ToIssue {
  id: string;
  /** Who comes with each ticket; the guest's own name stands on all where nobody said. */
  names?: readonly string[];
}

/** Makes tickets of what guests hold: an order each, of nothing to pay. */
export async function issueTickets(tx: Tx, ctx: Ctx, guests: readonly ToIssue[]): Promise<Issued[]> {
  if (guests.length === 0) return [];
  const issued = guests.map(({ id }) => ({ guestId: id, orderId: v7() }));
  const details = guests.map(({ names = [] }) =>
    names.length === 0 ? null : JSON.stringify({ attendees: { '1': names.map((name) => ({ name })) } }),
  );
  await sql`
    select issue_to_guests(current_festival(), ${issued.map(({ guestId }) => guestId)}::uuid[], ${issued.map(({ orderId }) => orderId)}::uuid[],
      ${issued.map(() => v7())}::uuid[], ${issued.map(() => orderReference(randomBytes(8)))}::text[], ${details}::jsonb[],
      ${byOf(ctx)}::jsonb)`.execute(tx);
  return issued;
}

/** Gives held places back; those that time took back already are free. */
export async function returnPlaces(tx: Tx, basketIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update basket set status = 'RELEASED'
    where festival_id = current_festival() and id = any(${sql.val([...basketIds])}::uuid[]) and status = 'HELD' returning id`.execute(
    tx,
  );
  await sql`select return_places(current_festival(), ${rows.map(({ id }) => id)}::uuid[])`.execute(tx);
}

/** Revokes tickets that nobody came in with, those that nobody is named on first, so many of each order at most; their places are free. */
export async function revokeTickets(
  tx: Tx,
  orderIds: readonly string[],
  mostEach: number | null = null,
): Promise<{ orderId: string; ticketId: string }[]> {
  const { rows } = await sql<{ orderId: string; ticketId: string }>`
    with chosen as (
      select id from (
        select t.id, row_number() over (partition by t.order_id order by t.holder = '' desc, t.id desc) as nth from ticket t
        where t.festival_id = current_festival() and t.order_id = any(${sql.val([...orderIds])}::uuid[]) and t.status = 'SOLD'
          and not exists (select from refund_ticket r where r.festival_id = t.festival_id and r.ticket_id = t.id)) as t
      where ${mostEach}::int is null or nth <= ${mostEach}::int
    )
    update ticket t set status = 'CANCELLED' from chosen c where t.festival_id = current_festival() and t.id = c.id
    returning t.order_id as "orderId", t.id as "ticketId"`.execute(tx);
  await sql`
    update quota q set sold = q.sold - n.places from (
      select y.quota_id, count(*)::int as places from ticket t join ticket_type y on y.festival_id = t.festival_id and y.id = t.ticket_type_id
      where t.festival_id = current_festival() and t.id = any(${rows.map(({ ticketId }) => ticketId)}::uuid[]) group by 1) as n
    where q.festival_id = current_festival() and q.id = n.quota_id`.execute(tx);
  return rows;
}

/** The orders, locked in the order of their ids: no refund or scan comes in between. */
export async function lockOrders(tx: Tx, orderIds: readonly string[]): Promise<void> {
  await sql`
    select from ticket_order where festival_id = current_festival() and id = any(${sql.val([...orderIds])}::uuid[]) order by id for update`.execute(
    tx,
  );
  await sql`
    select from ticket where festival_id = current_festival() and order_id = any(${sql.val([...orderIds])}::uuid[]) order by id for no key update`.execute(
    tx,
  );
}

const byOf = (ctx: Ctx): string =>
  JSON.stringify({ kind: ctx.caller.kind, id: actorId(ctx.caller), request: ctx.request.id });
