/** What refunds owe by hand, and how it was paid. */
import type {
  RefundByHand,
  RefundsByHandOnly,
  RepaidFrom,
  RefusedRefund,
} from '@festivals/domain/ticketing/refund-by-hand-contract';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../platform/transaction.ts';

export type RefundByHandView = z.input<typeof RefundByHand>;

const view = sql`
  select h.refund_id as "refundId", o.id as "orderId", o.reference as "orderReference", o.name, o.email, h.provider, h.amount, h.currency, r.reason,
    (select coalesce(sum(x.amount), 0)::bigint from refund y join refund_by_hand x on x.festival_id = y.festival_id and x.refund_id = y.id
      where y.festival_id = r.festival_id and y.order_id = r.order_id and y.id <> r.id and x.paid_from = 'CASH') as "repaidInCash",
    iso(h.owed_at) as "owedAt", case when h.paid_at is not null then
      jsonb_build_object('at', iso(h.paid_at), 'from', h.paid_from, 'reference', h.reference) end as paid
  from refund_by_hand h join refund r on r.festival_id = h.festival_id and r.id = h.refund_id
  join ticket_order o on o.festival_id = r.festival_id and o.id = r.order_id
  where h.festival_id = current_festival()`;

const wanted = (only: z.infer<typeof RefundsByHandOnly> | undefined): RawBuilder<unknown> => {
  if (only === undefined) return sql``;
  return only === 'owed' ? sql`and h.paid_at is null` : sql`and h.paid_at is not null`;
};

export type RefundByHandPlace = [owedAt: string, refundId: string];

/** Newest first, after a place in their order. */
export async function refundsByHand(
  tx: Tx,
  {
    only,
    after,
    most,
  }: { only?: z.infer<typeof RefundsByHandOnly> | undefined; after: RefundByHandPlace | null; most: number },
): Promise<RefundByHandView[]> {
  const place =
    after &&
    sql`and (date_trunc('milliseconds', h.owed_at), h.refund_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`;
  const { rows } = await sql<RefundByHandView>`
    ${view} ${wanted(only)} ${place ?? sql``}
    order by date_trunc('milliseconds', h.owed_at) desc, h.refund_id desc limit ${most}`.execute(tx);
  return rows;
}

/** One of them, locked with all others of its order: two who pay it come one after the other, and so do two who pay pieces. */
export async function lockRefundByHand(tx: Tx, refundId: string): Promise<RefundByHandView | undefined> {
  await sql`
    select from refund_by_hand h join refund r on r.festival_id = h.festival_id and r.id = h.refund_id
    where h.festival_id = current_festival()
      and r.order_id = (select order_id from refund where festival_id = current_festival() and id = ${refundId})
    order by h.refund_id for update of h`.execute(tx);
  return (await sql<RefundByHandView>`${view} and h.refund_id = ${refundId}`.execute(tx)).rows[0];
}

/** Writes how it was paid; answers the id of the entry that books it. */
export async function writeRepayment(
  tx: Tx,
  { refundId, from, reference, by }: { refundId: string; from: RepaidFrom; reference: string; by: string | null },
): Promise<string | undefined> {
  const { rows } = await sql<{ entryId: string }>`
    update refund_by_hand set paid_at = now(), paid_from = ${from}, reference = ${reference}, paid_by = ${by}
    where festival_id = current_festival() and refund_id = ${refundId} and paid_at is null
    returning md5('repaid ' || refund_id)::uuid as "entryId"`.execute(tx);
  return rows[0]?.entryId;
}

/** Refunds that their providers refused so far; those that are tried no more come first. */
export async function refusedRefunds(tx: Tx): Promise<z.input<typeof RefusedRefund>[]> {
  const { rows } = await sql<z.input<typeof RefusedRefund>>`
    select r.id as "refundId", o.id as "orderId", o.reference as "orderReference", o.name, r.amount, r.currency, r.failure, r.attempts,
      iso(r.next_try_at) as "nextTryAt"
    from refund r join ticket_order o on o.festival_id = r.festival_id and o.id = r.order_id
    where r.festival_id = current_festival() and r.status = 'PENDING' and r.failure is not null
    order by r.next_try_at is null desc, r.started_at, r.id limit 200`.execute(tx);
  return rows;
}

/** Has the provider asked at once, and as often as at first; false when it refused no such refund. */
export async function tryRefundAgain(tx: Tx, refundId: string): Promise<boolean> {
  const { rows } = await sql`
    update refund set attempts = 0, next_try_at = now()
    where festival_id = current_festival() and id = ${refundId} and status = 'PENDING' and failure is not null returning id`.execute(
    tx,
  );
  return rows.length === 1;
}

/** As above, all that waits of a payment. */
export async function tryRefundsAgain(tx: Tx, paymentId: string): Promise<void> {
  await sql`
    update refund set attempts = 0, next_try_at = now()
    where festival_id = current_festival() and payment_id = ${paymentId} and status = 'PENDING' and failure is not null`.execute(
    tx,
  );
}
