import type { Refund } from '@festivals/domain/ticketing/refund-contract';
import type { PaidLine, RefundableTicket, RefundPart } from '@festivals/domain/ticketing/refund-rules';
import type { OrderStatus } from '@festivals/domain/ticketing/schemas';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../platform/transaction.ts';

export type RefundView = z.input<typeof Refund>;

export interface OrderToRefund {
  status: OrderStatus;
  currency: string;
  paymentId: string | null;
  lines: PaidLine[];
  /** One that a refund has taken counts as refunded, though its money may still be on the way. */
  tickets: RefundableTicket[];
}

/** An order with what can be given back of it, locked: two refunds of one order come one after the other. */
export async function lockOrderToRefund(tx: Tx, orderId: string): Promise<OrderToRefund | undefined> {
  await sql`select from ticket_order where festival_id = current_festival() and id = ${orderId} for update`.execute(tx);
  const { rows } = await sql<OrderToRefund>`
    select o.status, o.currency,
      (select p.id from payment p where p.festival_id = o.festival_id and p.order_id = o.id and p.status = 'COMPLETED') as "paymentId",
      (select jsonb_agg(jsonb_build_object('ticketTypeId', l.ticket_type_id, 'quantity', l.quantity, 'unitPrice', l.unit_price, 'vatAmount', l.vat_amount))
        from basket_line l where l.festival_id = o.festival_id and l.basket_id = o.basket_id) as lines,
      (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'ticketTypeId', t.ticket_type_id,
          'status', case when r.ticket_id is null then t.status else 'REFUNDED' end) order by t.id), '[]')
        from ticket t left join refund_ticket r on r.festival_id = t.festival_id and r.ticket_id = t.id
        where t.festival_id = o.festival_id and t.order_id = o.id) as tickets
    from ticket_order o where o.festival_id = current_festival() and o.id = ${orderId}`.execute(tx);
  return rows[0];
}

export interface NewRefund {
  id: string;
  orderId: string;
  paymentId: string;
  amount: number;
  currency: string;
  reason: string;
  askedBy: string | null;
  parts: readonly RefundPart[];
}

/** Reserves the tickets and their money for a refund; what is told of it is told when the money has gone back. */
export async function insertRefund(tx: Tx, refund: NewRefund): Promise<void> {
  await sql`
    insert into refund (festival_id, id, order_id, payment_id, amount, currency, reason, asked_by)
    values (current_festival(), ${refund.id}, ${refund.orderId}, ${refund.paymentId}, ${refund.amount}, ${refund.currency}, ${refund.reason},
      ${refund.askedBy})`.execute(tx);
  await sql`
    insert into refund_ticket (festival_id, refund_id, ticket_id, amount, vat_amount)
    select current_festival(), ${refund.id}, "ticketId", amount, "vatAmount"
    from jsonb_to_recordset(${JSON.stringify(refund.parts)}::jsonb) as part ("ticketId" uuid, amount bigint, "vatAmount" bigint)`.execute(
    tx,
  );
}

/** The refunds of an order, oldest first, or the one that is named. */
export async function refunds(tx: Tx, where: { orderId: string } | { id: string }): Promise<RefundView[]> {
  const { rows } = await sql<RefundView>`
    select r.id, r.order_id as "orderId", r.status, r.amount, r.currency, r.reason, r.started_at as "startedAt",
      array(select t.ticket_id from refund_ticket t where t.festival_id = r.festival_id and t.refund_id = r.id order by t.ticket_id) as "ticketIds"
    from refund r
    where r.festival_id = current_festival() and ${'id' in where ? sql`r.id = ${where.id}` : sql`r.order_id = ${where.orderId}`}
    order by r.started_at, r.id`.execute(tx);
  return rows;
}

/** What the provider has to be told of a refund; undefined when there is none that waits. */
export async function pendingRefund(tx: Tx, id: string): Promise<{ paymentId: string; amount: number } | undefined> {
  const { rows } = await sql<{ paymentId: string; amount: number }>`
    select payment_id as "paymentId", amount from refund
    where festival_id = current_festival() and id = ${id} and status = 'PENDING'`.execute(tx);
  return rows[0];
}
