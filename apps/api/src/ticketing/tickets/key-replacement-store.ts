import type { KeyPeriod } from '@festivals/domain/devices/key-rules';
import { sql } from 'kysely';
import type { Tx } from '../../platform/transaction.ts';
import { erasedHost } from '../orders/has-mail.ts';

const idAt = (moment: number | null) => sql`id_at(to_timestamp(${moment}::float8 / 1000))`;
const within = ({ from, until }: KeyPeriod) => sql`
  (${from}::float8 is null or t.id >= ${idAt(from)}) and (${until}::float8 is null or t.id < ${idAt(until)})`;

/** Tickets that count and were made within a period. */
export async function ticketsWithin(tx: Tx, period: KeyPeriod): Promise<number> {
  const { rows } = await sql<{ tickets: number }>`
    select count(*)::int as tickets from ticket t
    where t.festival_id = current_festival() and t.status in ('SOLD', 'USED') and ${within(period)}`.execute(tx);
  return rows[0]?.tickets ?? 0;
}

export interface Replacement {
  number: number;
  reason: string;
  orders: number;
  sent: number;
  done: boolean;
}

export async function replacements(tx: Tx): Promise<Replacement[]> {
  const { rows } = await sql<Replacement>`
    select r.key_number as number, r.reason, r.done_at is not null as done, o.orders, o.sent
    from key_replacement r cross join lateral (
      select count(*)::int as orders, count(sent_at)::int as sent from key_replacement_order o
      where o.festival_id = r.festival_id and o.key_number = r.key_number) as o
    where r.festival_id = current_festival()`.execute(tx);
  return rows;
}

/** Has new tickets sent for those of a period, as soon as no process signs with their key any more. */
export async function insertReplacement(
  tx: Tx,
  { number, reason, period, waitMs }: { number: number; reason: string; period: KeyPeriod; waitMs: number },
): Promise<void> {
  const bound = (moment: number | null) => (moment === null ? sql`null` : idAt(moment));
  await sql`
    insert into key_replacement (festival_id, key_number, reason, not_before, from_id, until_id)
    values (current_festival(), ${number}, ${reason}, now() + make_interval(secs => ${waitMs / 1000}), ${bound(period.from)}, ${bound(period.until)})`.execute(
    tx,
  );
}

/** A replacement that nobody else is at, locked: whether its orders are written down already. */
export async function takeReplacement(
  tx: Tx,
  number: number,
): Promise<{ planned: boolean; reason: string } | undefined> {
  const { rows } = await sql<{ planned: boolean; reason: string }>`
    select planned_at is not null as planned, reason from key_replacement
    where festival_id = current_festival() and key_number = ${number} and done_at is null for update skip locked`.execute(
    tx,
  );
  return rows[0];
}

/** Writes down every order that has a ticket of the key and a buyer who can be mailed. */
export async function planReplacement(tx: Tx, number: number): Promise<void> {
  await sql`
    insert into key_replacement_order (festival_id, key_number, order_id)
    select distinct r.festival_id, r.key_number, t.order_id
    from key_replacement r join ticket t on t.festival_id = r.festival_id and t.status in ('SOLD', 'USED')
      and (r.from_id is null or t.id >= r.from_id) and (r.until_id is null or t.id < r.until_id)
    join ticket_order o on o.festival_id = t.festival_id and o.id = t.order_id and o.email <> '' and o.email not like ${`%${erasedHost}`}
    where r.festival_id = current_festival() and r.key_number = ${number}`.execute(tx);
  await sql`
    update key_replacement set planned_at = now() where festival_id = current_festival() and key_number = ${number}`.execute(
    tx,
  );
}

/** The next orders whose buyers are to be mailed, marked as such. */
export async function takeOrders(tx: Tx, number: number, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update key_replacement_order o set sent_at = now()
    from (
      select order_id from key_replacement_order
      where festival_id = current_festival() and key_number = ${number} and sent_at is null order by order_id limit ${most} for update) as next
    where o.festival_id = current_festival() and o.key_number = ${number} and o.order_id = next.order_id
    returning o.order_id as id`.execute(tx);
  return rows.map(({ id }) => id);
}

export async function endReplacement(tx: Tx, number: number): Promise<void> {
  await sql`
    update key_replacement set done_at = now() where festival_id = current_festival() and key_number = ${number}`.execute(
    tx,
  );
}
