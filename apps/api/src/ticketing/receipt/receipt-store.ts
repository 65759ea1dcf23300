import { type RawBuilder, sql } from 'kysely';
import { entryIdOf } from '../../payments/book-received.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { OrderMoney } from './receipt-to-print.ts';

/** How an order was paid and what was given back of it; nothing of one that nobody paid. */
export async function findMoney(tx: Tx, orderId: string): Promise<OrderMoney | undefined> {
  // Money that came too late for an order went back as it was, and is none of its payments.
  const { rows } = await sql<OrderMoney & { paymentId: string }>`
    select p.provider, p.id as "paymentId", 0 as rounding, (
      select coalesce(jsonb_agg(jsonb_build_object('amount', r.amount, 'rounding', ${ofCoins(sql`md5('repaid ' || r.id)::uuid`)}, 'vatAmount', (
            select coalesce(sum(t.vat_amount), 0) from refund_ticket t where t.festival_id = r.festival_id and t.refund_id = r.id) + (
            select coalesce(sum(l.vat_amount), 0) from refund_line l where l.festival_id = r.festival_id and l.refund_id = r.id),
          'at', iso(case when h.owed_at is not null then coalesce(h.paid_at, h.owed_at) when r.status = 'PENDING' then r.started_at else r.changed_at end),
          'done', r.status = 'COMPLETED' and (h.owed_at is null or h.paid_at is not null)) order by r.started_at, r.id), '[]')
      from refund r left join refund_by_hand h on h.festival_id = r.festival_id and h.refund_id = r.id
      where r.festival_id = p.festival_id and r.payment_id = p.id) as refunds
    from payment p
    where p.festival_id = current_festival() and p.order_id = ${orderId}
      and (p.status = 'COMPLETED' or exists (select from refund r where r.festival_id = p.festival_id and r.payment_id = p.id))
    order by p.status = 'COMPLETED' desc, p.started_at desc, p.id limit 1`.execute(tx);
  if (!rows[0]) return undefined;
  const { paymentId, ...money } = rows[0];
  const { rows: came } = await sql<{ rounding: number }>`
    select -${ofCoins(sql`${entryIdOf('received', paymentId)}::uuid`)} as rounding`.execute(tx);
  return { ...money, rounding: came[0]?.rounding ?? 0 };
}

/** What the books say of an entry's rounding to coins: more where less came in, or more went out, than was owed. Minor units. */
const ofCoins = (entryId: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select coalesce(sum(l.amount), 0)::int from posting l
  where l.festival_id = current_festival() and l.entry_id = ${entryId} and l.account = 'CASH_ROUNDING')`;
