import { sql } from 'kysely';
import type { Tx } from '../../platform/transaction.ts';
import type { OrderMoney } from './receipt-to-print.ts';

/** How an order was paid and what was given back of it; nothing of one that nobody paid. */
export async function findMoney(tx: Tx, orderId: string): Promise<OrderMoney | undefined> {
  // Money that came too late for an order went back as it was, and is none of its payments.
  const { rows } = await sql<OrderMoney>`
    select p.provider, (
      select coalesce(jsonb_agg(jsonb_build_object('amount', r.amount, 'vatAmount', (
            select coalesce(sum(t.vat_amount), 0) from refund_ticket t where t.festival_id = r.festival_id and t.refund_id = r.id) + (
            select coalesce(sum(l.vat_amount), 0) from refund_line l where l.festival_id = r.festival_id and l.refund_id = r.id),
          'at', iso(case when h.owed_at is not null then coalesce(h.paid_at, h.owed_at) when r.status = 'PENDING' then r.started_at else r.changed_at end),
          'done', r.status = 'COMPLETED' and (h.owed_at is null or h.paid_at is not null)) order by r.started_at, r.id), '[]')
      from refund r left join refund_by_hand h on h.festival_id = r.festival_id and h.refund_id = r.id
      where r.festival_id = p.festival_id and r.payment_id = p.id) as refunds
    from payment p
    where p.festival_id = current_festival() and p.order_id = ${orderId}
      and (p.status = 'COMPLETED' or exists (select from refund r where r.festival_id = p.festival_id and r.payment_id = p.id))
    order by p.status = 'COMPLETED' desc, p.started_at desc limit 1`.execute(tx);
  return rows[0];
}
