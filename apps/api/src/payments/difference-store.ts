/** Where our books and a provider's differ. */
import type { Difference, OurCharge } from '@festivals/domain/payments/reconcile';
import type { PaymentWatch } from '@festivals/domain/payments/watch-contract';
import { type RawBuilder, sql } from 'kysely';
import { v7 } from 'uuid';
import type { z } from 'zod';
import type { Ctx } from '../platform/context.ts';
import type { Tx } from '../platform/transaction.ts';

export interface FestivalCharge extends OurCharge {
  festivalId: string;
  begunAt: string;
}

/** What we believe of a provider's charges since a moment, of all festivals. */
export async function chargesSince({ resources }: Ctx, provider: string, since: Date): Promise<FestivalCharge[]> {
  const { rows } = await resources.pool.query<FestivalCharge>(
    `select festival_id as "festivalId", payment_id as "paymentId", reference, status, amount, currency, refunded, begun_at as "begunAt"
     from lookup.charges_since($1, $2)`,
    [provider, since],
  );
  return rows;
}

/** Writes what differs now, and settles what differed before and agrees again. Returns how many are new. */
export async function writeDifferences(
  tx: Tx,
  { provider, since, differences }: { provider: string; since: Date; differences: readonly Difference[] },
): Promise<number> {
  const rows = differences.map(({ kind, reference, paymentId, ours, theirs }) => ({
    id: v7(),
    kind,
    reference,
    paymentId,
    ours: ours && sideOf(ours),
    theirs: theirs && sideOf(theirs),
  }));
  const seen = JSON.stringify(rows);
  await sql`
    update payment_difference d set settled_at = now()
    where d.festival_id = current_festival() and d.provider = ${provider} and d.settled_at is null and d.seen_at >= ${since}
      and not exists (select from jsonb_to_recordset(${seen}::jsonb) as s (reference text, kind text)
        where s.reference = d.reference and s.kind = d.kind)`.execute(tx);
  // What somebody has looked at is not shown again as long as it is the same.
  const { rows: written } = await sql`
    insert into payment_difference (festival_id, id, provider, reference, payment_id, kind, ours, theirs)
    select current_festival(), s.id, ${provider}, s.reference, s."paymentId", s.kind, s.ours, s.theirs
    from jsonb_to_recordset(${seen}::jsonb) as s (id uuid, reference text, kind text, "paymentId" uuid, ours jsonb, theirs jsonb)
    where not exists (select from payment_difference d where d.festival_id = current_festival() and d.provider = ${provider}
      and d.reference = s.reference and d.kind = s.kind and d.settled_by is not null and d.theirs is not distinct from s.theirs)
    on conflict do nothing returning id`.execute(tx);
  return written.length;
}

const sideOf = ({
  status,
  amount,
  currency,
  refunded,
}: {
  status: string;
  amount: number;
  currency: string;
  refunded: number;
}) => ({
  status,
  amount,
  currency,
  refunded,
});

/** False when there is none that waits. */
export async function settle(tx: Tx, id: string, { by, note }: { by: string | null; note: string }): Promise<boolean> {
  const { rows } = await sql`
    update payment_difference set settled_at = now(), settled_by = ${by}, note = ${note}
    where festival_id = current_festival() and id = ${id} and settled_at is null returning id`.execute(tx);
  return rows.length === 1;
}

type Watch = z.input<typeof PaymentWatch>;

export async function openDifferences(tx: Tx): Promise<Watch['differences']> {
  const { rows } = await sql<Watch['differences'][number]>`
    select d.id, d.provider, d.reference, d.payment_id as "paymentId", p.order_id as "orderId", d.kind, d.ours, d.theirs, iso(d.seen_at) as "seenAt"
    from payment_difference d left join payment p on p.festival_id = d.festival_id and p.id = d.payment_id
    where d.festival_id = current_festival() and d.settled_at is null order by d.seen_at desc, d.id limit 200`.execute(
    tx,
  );
  return rows;
}

export async function disputes(tx: Tx): Promise<Watch['disputes']> {
  const { rows } = await sql<Watch['disputes'][number]>`
    select d.id, d.payment_id as "paymentId", p.order_id as "orderId", d.provider, d.reference, d.status, d.amount, d.currency, d.reason,
      iso(d.answer_by) as "answerBy", iso(d.opened_at) as "openedAt"
    from dispute d join payment p on p.festival_id = d.festival_id and p.id = d.payment_id
    where d.festival_id = current_festival() order by d.status = 'OPEN' desc, d.opened_at desc, d.id limit 200`.execute(
    tx,
  );
  return rows;
}

/** News that were put aside and name this festival; those that name none are for whoever runs the house. */
export async function quarantined(tx: Tx, { unclaimed }: { unclaimed: boolean }): Promise<Watch['quarantined']> {
  const { rows } = await sql<Watch['quarantined'][number]>`
    select provider, id, kind, coalesce(subject::jsonb->'references'->>0, subject::jsonb->>'reference', '') as reference, iso(received_at) as "receivedAt"
    from provider_event
    where outcome = 'QUARANTINED' and ${ofFestival(unclaimed)}
    order by received_at desc, provider, id limit 100`.execute(tx);
  return rows;
}

const ofFestival = (unclaimed: boolean): RawBuilder<unknown> => sql`
  (subject::jsonb->'claims'->>'festivalId' = current_festival()::text or (${unclaimed} and coalesce(subject::jsonb->'claims', 'null') = 'null'))`;

/** False when there are none such that wait for somebody. */
export async function settleNews(
  tx: Tx,
  { provider, id, note, unclaimed }: { provider: string; id: string; note: string; unclaimed: boolean },
): Promise<boolean> {
  const { rows } = await sql`
    update provider_event set outcome = 'IGNORED', reason = ${note}, about_festival = current_festival()
    where provider = ${provider} and id = ${id} and outcome = 'QUARANTINED' and ${ofFestival(unclaimed)} returning id`.execute(
    tx,
  );
  return rows.length === 1;
}
