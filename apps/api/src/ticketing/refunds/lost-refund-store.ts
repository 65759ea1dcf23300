import { sql } from 'kysely';
import type { Tx } from '../../platform/transaction.ts';

/** What a refund gives back for a ticket, or for a line beside tickets. */
interface Part {
  ticketId: string | null;
  lineNo: number | null;
  amount: number;
  vatAmount: number;
}

interface LostRefund {
  orderId: string;
  amount: number;
  /** Whether a bank still argues about its payment. */
  argued: boolean;
  /** What may go back by it, when banks keep what they have taken and all other refunds give what they are to: minor units, may be negative. */
  left: number;
  parts: Part[];
}

/** A refund that waits, its payment locked as whoever writes a refund or a dispute locks it. */
export async function lockLostRefund(tx: Tx, id: string): Promise<LostRefund | undefined> {
  await sql`
    select from payment where festival_id = current_festival()
      and id = (select payment_id from refund where festival_id = current_festival() and id = ${id}) for no key update`.execute(
    tx,
  );
  const { rows } = await sql<LostRefund>`
    select r.order_id as "orderId", r.amount, bank.argued, p.amount - bank.lost - (
        select coalesce(sum(o.amount), 0)::bigint from refund o
        where o.festival_id = r.festival_id and o.payment_id = r.payment_id and o.id <> r.id) as "left",
      (select coalesce(jsonb_agg(parts), '[]') from (
        select ticket_id as "ticketId", null::int as "lineNo", amount, vat_amount as "vatAmount" from refund_ticket
        where festival_id = r.festival_id and refund_id = r.id
        union all
        select null, line_no, amount, vat_amount from refund_line where festival_id = r.festival_id and refund_id = r.id) as parts) as parts
    from refund r join payment p on p.festival_id = r.festival_id and p.id = r.payment_id
    cross join lateral taken_by_bank(p.festival_id, p.id) as bank
    where r.festival_id = current_festival() and r.id = ${id} and r.status = 'PENDING' for update of r`.execute(tx);
  return rows[0];
}

/** Writes what it gives back now. */
export async function writeCut(
  tx: Tx,
  { id, amount, parts }: { id: string; amount: number; parts: readonly Part[] },
): Promise<void> {
  const rows = sql`jsonb_to_recordset(${JSON.stringify(parts)}::jsonb)
    as part ("ticketId" uuid, "lineNo" smallint, amount bigint, "vatAmount" bigint)`;
  await sql`
    update refund_ticket t set amount = part.amount, vat_amount = part."vatAmount" from ${rows}
    where t.festival_id = current_festival() and t.refund_id = ${id} and t.ticket_id = part."ticketId"`.execute(tx);
  await sql`
    update refund_line l set amount = part.amount, vat_amount = part."vatAmount" from ${rows}
    where l.festival_id = current_festival() and l.refund_id = ${id} and l.line_no = part."lineNo"`.execute(tx);
  await sql`
    update refund set amount = ${amount}, changed_at = now() where festival_id = current_festival() and id = ${id}`.execute(
    tx,
  );
}

/** Whether a bank has taken money of an order, and did not bring it again. */
export async function isDisputed(tx: Tx, orderId: string): Promise<boolean> {
  const { rows } = await sql`
    select from disputed_orders(current_festival()) as disputed where disputed = ${orderId}`.execute(tx);
  return rows.length > 0;
}
