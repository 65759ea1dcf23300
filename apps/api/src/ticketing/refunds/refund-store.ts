import type { Refund } from '@festivals/domain/ticketing/refund-contract';
import type {
  PaidLine,
  RefundableTicket,
  RefundExtra,
  RefundPart,
  TakenByBank,
} from '@festivals/domain/ticketing/refund-rules';
import type { OrderStatus } from '@festivals/domain/ticketing/schemas';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../platform/transaction.ts';

export type RefundView = z.input<typeof Refund>;

export interface OrderToRefund {
  id: string;
  status: OrderStatus;
  currency: string;
  /** The payment that paid it, and through whom; null while it is not paid. */
  payment: ({ id: string; provider: string; paid: number; refunded: number } & TakenByBank) | null;
  lines: PaidLine[];
  /** One that a refund has taken counts as refunded, though its money may still be on the way. */
  tickets: RefundableTicket[];
}

/** An order with what can be given back of it, locked: two refunds of one order come one after the other. */
export async function lockOrderToRefund(tx: Tx, orderId: string): Promise<OrderToRefund | undefined> {
  await sql`select from ticket_order where festival_id = current_festival() and id = ${orderId} for update`.execute(tx);
  return (await ordersToRefund(tx, [orderId]))[0];
}

/** Orders with what can be given back of each; whoever refunds has locked them before. */
export async function ordersToRefund(tx: Tx, orderIds: readonly string[]): Promise<OrderToRefund[]> {
  const { rows } = await sql<OrderToRefund>`
    select o.id, o.status, o.currency,
      (select jsonb_build_object('id', p.id, 'provider', p.provider, 'paid', p.amount, 'argued', bank.argued, 'lost', bank.lost, 'refunded', (
          select coalesce(sum(r.amount), 0)::bigint from refund r where r.festival_id = p.festival_id and r.payment_id = p.id))
        from payment p cross join lateral taken_by_bank(p.festival_id, p.id) as bank
        where p.festival_id = o.festival_id and p.order_id = o.id and p.status = 'COMPLETED') as payment,
      (select jsonb_agg(jsonb_build_object('lineNo', l.line_no, 'kind', l.kind, 'quantity', l.quantity, 'unitPrice', l.unit_price, 'vatAmount', l.vat_amount,
          'given', exists (select from refund_line x where x.festival_id = o.festival_id and x.order_id = o.id and x.line_no = l.line_no)))
        from basket_line l where l.festival_id = o.festival_id and l.basket_id = o.basket_id) as lines,
      (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'ticketTypeId', t.ticket_type_id, 'lineNo', t.line_no,
          'status', case when r.ticket_id is null then t.status else 'REFUNDED' end) order by t.id), '[]')
        from ticket t left join refund_ticket r on r.festival_id = t.festival_id and r.ticket_id = t.id
        where t.festival_id = o.festival_id and t.order_id = o.id) as tickets
    from ticket_order o where o.festival_id = current_festival() and o.id = any(${sql.val(orderIds)}::uuid[])`.execute(
    tx,
  );
  return rows;
}

export interface NewRefund {
  id: string;
  orderId: string;
  paymentId: string;
  amount: number;
  currency: string;
  reason: string;
  askedBy: string | null;
  kept: number;
  massRefundId: string | null;
  parts: readonly RefundPart[];
  extras: readonly RefundExtra[];
}

/** Reserves the tickets and their money for refunds; what is told of them is told when the money has gone back. */
export async function insertRefunds(tx: Tx, refunds: readonly NewRefund[]): Promise<void> {
  await sql`
    insert into refund (festival_id, id, order_id, payment_id, amount, kept, currency, reason, asked_by, mass_refund_id)
    select current_festival(), id, "orderId", "paymentId", amount, kept, currency, reason, "askedBy", "massRefundId"
    from jsonb_to_recordset(${JSON.stringify(refunds.map(({ parts: _parts, extras: _extras, ...refund }) => refund))}::jsonb) as refund
      (id uuid, "orderId" uuid, "paymentId" uuid, amount bigint, kept bigint, currency text, reason text, "askedBy" uuid, "massRefundId" uuid)`.execute(
    tx,
  );
  const parts = refunds.flatMap((refund) => refund.parts.map((part) => ({ ...part, refundId: refund.id })));
  await sql`
    insert into refund_ticket (festival_id, refund_id, ticket_id, amount, vat_amount)
    select current_festival(), "refundId", "ticketId", amount, "vatAmount"
    from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as part ("refundId" uuid, "ticketId" uuid, amount bigint, "vatAmount" bigint)`.execute(
    tx,
  );
  const extras = refunds.flatMap(({ id, orderId, extras: lines }) =>
    lines.map((line) => ({ ...line, refundId: id, orderId })),
  );
  if (extras.length === 0) return;
  await sql`
    insert into refund_line (festival_id, order_id, line_no, refund_id, amount, vat_amount)
    select current_festival(), "orderId", "lineNo", "refundId", amount, "vatAmount"
    from jsonb_to_recordset(${JSON.stringify(extras)}::jsonb) as line
      ("refundId" uuid, "orderId" uuid, "lineNo" smallint, amount bigint, "vatAmount" bigint)`.execute(tx);
}

/** The refunds of an order, oldest first, or the one that is named. */
export async function refunds(tx: Tx, where: { orderId: string } | { id: string }): Promise<RefundView[]> {
  const { rows } = await sql<RefundView>`
    select r.id, r.order_id as "orderId", r.status, r.amount, r.kept, r.currency, r.reason, r.failure, r.started_at as "startedAt",
      (select case when h.paid_at is null then 'OWED' else 'PAID' end from refund_by_hand h
        where h.festival_id = r.festival_id and h.refund_id = r.id) as "byHand",
      array(select t.ticket_id from refund_ticket t where t.festival_id = r.festival_id and t.refund_id = r.id order by t.ticket_id) as "ticketIds",
      array(select l.line_no from refund_line l where l.festival_id = r.festival_id and l.refund_id = r.id order by l.line_no) as "lineNos"
    from refund r
    where r.festival_id = current_festival() and ${'id' in where ? sql`r.id = ${where.id}` : sql`r.order_id = ${where.orderId}`}
    order by r.started_at, r.id`.execute(tx);
  return rows;
}

export interface PendingRefund {
  id: string;
  paymentId: string;
  provider: string;
  amount: number;
  attempts: number;
  askedBy: string | null;
  /** A bank took the money meanwhile, or so much of it that not all that is to go back is left. */
  isDisputed: boolean;
  /** Whether that is still argued about. */
  isArgued: boolean;
}

/** What the provider has to be told of refunds: those among the named ones that still wait. */
export async function pendingRefunds(tx: Tx, ids: readonly string[]): Promise<PendingRefund[]> {
  const { rows } = await sql<PendingRefund>`
    select r.id, r.payment_id as "paymentId", p.provider, r.amount, r.attempts, r.asked_by as "askedBy", bank.argued as "isArgued",
      bank.argued or p.amount - bank.lost < (
        select sum(o.amount) from refund o where o.festival_id = r.festival_id and o.payment_id = r.payment_id) as "isDisputed"
    from refund r join payment p on p.festival_id = r.festival_id and p.id = r.payment_id
    cross join lateral taken_by_bank(p.festival_id, p.id) as bank
    where r.festival_id = current_festival() and r.id = any(${sql.val(ids)}::uuid[]) and r.status = 'PENDING'`.execute(
    tx,
  );
  return rows;
}

/** The provider did not give the money back: why, and when it is asked again; never by itself after `null`. */
export async function noteFailure(
  tx: Tx,
  refund: { id: string; reason: string; nextTryInSeconds: number | null },
): Promise<void> {
  await sql`
    update refund set attempts = attempts + 1, failure = ${refund.reason}, changed_at = now(),
      next_try_at = now() + make_interval(secs => ${refund.nextTryInSeconds})
    where festival_id = current_festival() and id = ${refund.id} and status = 'PENDING'`.execute(tx);
}
