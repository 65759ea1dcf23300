import type { OrderMoment, OrderNote } from '@festivals/domain/ticketing/order-deeds-contract';
import type { Ticket } from '@festivals/domain/ticketing/schemas';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../platform/transaction.ts';

/** What happened to an order, oldest first. */
export async function moments(tx: Tx, orderId: string): Promise<z.input<typeof OrderMoment>[]> {
  const { rows } = await sql<z.input<typeof OrderMoment>>`
    select id, at, name, "by", details from order_timeline(current_festival(), ${orderId}::uuid)`.execute(tx);
  return rows;
}

/** The notes of an order, pinned ones first, then the newest; or the one that is named. */
export async function notes(
  tx: Tx,
  { orderId, id }: { orderId: string; id?: string },
): Promise<z.input<typeof OrderNote>[]> {
  const { rows } = await sql<z.input<typeof OrderNote>>`
    select id, text, pinned, "by", at from order_notes(current_festival(), ${orderId}::uuid)
    ${id === undefined ? sql`` : sql`where id = ${id}`}`.execute(tx);
  return rows;
}

export async function insertNote(
  tx: Tx,
  note: { id: string; orderId: string; text: string; pinned: boolean; writtenBy: string | null },
): Promise<void> {
  await sql`
    insert into order_note (festival_id, id, order_id, text, pinned, written_by)
    values (current_festival(), ${note.id}, ${note.orderId}, ${note.text}, ${note.pinned}, ${note.writtenBy})`.execute(
    tx,
  );
}

export async function pinNote(tx: Tx, id: string, pinned: boolean): Promise<void> {
  await sql`update order_note set pinned = ${pinned} where festival_id = current_festival() and id = ${id}`.execute(tx);
}

export async function lockOrder(tx: Tx, orderId: string): Promise<void> {
  await sql`select from ticket_order where festival_id = current_festival() and id = ${orderId} for update`.execute(tx);
}

/** Ends an order that awaits its payment, and gives its places back. The order is locked by the caller. */
export async function giveUpOrder(tx: Tx, orderId: string): Promise<void> {
  await sql`
    update payment set status = 'FAILED', reason = 'cancelled', action = null, changed_at = now()
    where festival_id = current_festival() and order_id = ${orderId} and status = 'PENDING'`.execute(tx);
  await sql`
    with given_up as (
      update ticket_order set status = 'CANCELLED' where festival_id = current_festival() and id = ${orderId} returning basket_id
    ), released as (
      update basket b set status = 'RELEASED' from given_up g where b.festival_id = current_festival() and b.id = g.basket_id returning b.id
    )
    select return_places(current_festival(), array(select id from released))`.execute(tx);
}

export async function correctBuyer(tx: Tx, orderId: string, to: { name: string; email: string }): Promise<void> {
  await sql`
    update ticket_order set name = ${to.name}, email = ${to.email}
    where festival_id = current_festival() and id = ${orderId}`.execute(tx);
}

export interface LockedTicket {
  id: string;
  holder: string;
  status: Ticket['status'];
  /** A refund has taken it: its money may still be on the way. */
  inRefund: boolean;
}

export async function lockTicket(tx: Tx, orderId: string, ticketId: string): Promise<LockedTicket | undefined> {
  const { rows } = await sql<LockedTicket>`
    select t.id, t.holder, t.status, exists (
      select from refund_ticket r where r.festival_id = t.festival_id and r.ticket_id = t.id) as "inRefund"
    from ticket t where t.festival_id = current_festival() and t.order_id = ${orderId} and t.id = ${ticketId} for update`.execute(
    tx,
  );
  return rows[0];
}

export async function renameHolder(tx: Tx, ticketId: string, holder: string): Promise<void> {
  await sql`update ticket set holder = ${holder} where festival_id = current_festival() and id = ${ticketId}`.execute(
    tx,
  );
}

/** Puts a new ticket, the same in everything but its id, in the place of one that is revoked with it. */
export async function replaceTicket(tx: Tx, ticketId: string, newId: string): Promise<void> {
  await sql`
    insert into ticket
    select (jsonb_populate_record(t, jsonb_build_object('id', ${newId}::text, 'issued_at', now(), 'changed_at', now(),
      'changed_xid', pg_current_xact_id()::text))).*
    from ticket t where t.festival_id = current_festival() and t.id = ${ticketId}`.execute(tx);
  await sql`
    update ticket set status = 'CANCELLED', replaced_by = ${newId}
    where festival_id = current_festival() and id = ${ticketId}`.execute(tx);
}

export async function cancelTicket(tx: Tx, ticketId: string): Promise<void> {
  await sql`
    update ticket set status = 'CANCELLED' where festival_id = current_festival() and id = ${ticketId}`.execute(tx);
  await sql`
    update quota q set sold = q.sold - 1 from ticket t join ticket_type y on y.festival_id = t.festival_id and y.id = t.ticket_type_id
    where t.festival_id = current_festival() and t.id = ${ticketId} and q.festival_id = y.festival_id and q.id = y.quota_id`.execute(
    tx,
  );
}
