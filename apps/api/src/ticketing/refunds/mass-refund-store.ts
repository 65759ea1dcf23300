import type { ErrorName } from '@festivals/domain/errors';
import type { Currency } from '@festivals/domain/primitives';
import type { MassRefund, MassRefundStatus, RefundFailure } from '@festivals/domain/ticketing/mass-refund-contract';
import type { RefundTerms } from '@festivals/domain/ticketing/refund-rules';
import type { Ticket } from '@festivals/domain/ticketing/schemas';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../platform/transaction.ts';

export type MassRefundView = z.input<typeof MassRefund>;

/** Tickets of paid orders that no refund has taken, by what they cost and where they stand. */
export interface TicketGroup {
  price: number;
  status: Ticket['status'];
  tickets: number;
}

export interface RefundableTickets {
  currency: Currency;
  orders: number;
  groups: TicketGroup[];
  /** Lines without tickets of orders of which no ticket is left, or that had none, by what they cost. */
  extras: { price: number; lines: number }[];
  /** Orders with such tickets of whose money a bank has taken some back. */
  disputed: number;
}

interface Scope {
  ticketTypeId: string | null;
  withUsed: boolean;
}

/** The tickets that a scope is about. An order that is paid has one completed payment. */
const inScope = ({ ticketTypeId }: Scope): RawBuilder<unknown> => sql`
  from ticket_order o join ticket t on t.festival_id = o.festival_id and t.order_id = o.id
  where o.festival_id = current_festival() and o.status = 'PAID' and t.status in ('SOLD', 'USED')
    ${ticketTypeId === null ? sql`` : sql`and t.ticket_type_id = ${ticketTypeId}`}
    and not exists (select from refund_ticket r where r.festival_id = t.festival_id and r.ticket_id = t.id)`;

/** A line without tickets that no refund has taken. */
const isLeft = sql`l.kind <> 'TICKET' and not exists (
  select from refund_line r where r.festival_id = current_festival() and r.order_id = o.id and r.line_no = l.line_no)`;

/** Orders of nothing but options, of which something is left: given back with the whole festival alone. */
const withoutTickets = ({ ticketTypeId }: Scope): RawBuilder<unknown> => sql`
  from ticket_order o where o.festival_id = current_festival() and o.status = 'PAID' and ${ticketTypeId === null}
    and not exists (select from ticket t where t.festival_id = o.festival_id and t.order_id = o.id)
    and exists (select from basket_line l where l.festival_id = o.festival_id and l.basket_id = o.basket_id and ${isLeft})`;

/** A mass refund leaves them to a person: what is left of their money is each its own story. */
const isDisputed = sql`o.id in (select disputed_orders(current_festival()))`;

const givenBack = ({ withUsed }: Scope): RawBuilder<unknown> =>
  withUsed ? sql`t.status in ('SOLD', 'USED')` : sql`t.status = 'SOLD'`;

export async function refundableTickets(tx: Tx, scope: Scope): Promise<RefundableTickets> {
  const { rows } = await sql<RefundableTickets>`
    with tickets as (
      select t.order_id, o.basket_id, t.line_no, t.status, ${givenBack(scope)} as given ${inScope(scope)} and not ${isDisputed}
    ), bare as (
      select o.id, o.basket_id ${withoutTickets(scope)} and not ${isDisputed}
    )
    select (select currency from festival_sale_state()) as currency,
      (select count(distinct order_id)::int from tickets where given) + (select count(*)::int from bare) as orders,
      (select coalesce(jsonb_agg(g), '[]') from (
        select l.unit_price as price, t.status, count(*)::int as tickets
        from tickets t join basket_line l on l.festival_id = current_festival() and l.basket_id = t.basket_id and l.line_no = t.line_no
        group by 1, 2) as g) as groups,
      (select coalesce(jsonb_agg(e), '[]') from (
        select l.quantity * l.unit_price as price, count(*)::int as lines
        from (select order_id, basket_id, (count(*) filter (where given))::int as given from tickets group by 1, 2) as o
        join basket_line l on l.festival_id = current_festival() and l.basket_id = o.basket_id and l.kind <> 'TICKET'
        -- What stays open of the order: tickets of other types, and used ones that are left alone.
        where o.given > 0 and o.given = (select count(*) from ticket t where t.festival_id = current_festival() and t.order_id = o.order_id
          and t.status in ('SOLD', 'USED')
          and not exists (select from refund_ticket r where r.festival_id = t.festival_id and r.ticket_id = t.id))
          and not exists (select from refund_line r where r.festival_id = current_festival() and r.order_id = o.order_id and r.line_no = l.line_no)
        group by 1
        union all
        select l.quantity * l.unit_price, count(*)::int
        from bare as o join basket_line l on l.festival_id = current_festival() and l.basket_id = o.basket_id
        where ${isLeft} group by 1) as e) as extras,
      (select count(distinct o.id)::int ${inScope(scope)} and ${givenBack(scope)} and ${isDisputed})
        + (select count(*)::int ${withoutTickets(scope)} and ${isDisputed}) as disputed`.execute(tx);
  return rows[0] ?? { currency: 'EUR', groups: [], orders: 0, extras: [], disputed: 0 };
}

export interface NewMassRefund extends RefundTerms {
  id: string;
  ticketTypeId: string | null;
  reason: string;
  askedBy: string | null;
}

/** Writes a mass refund with the orders that it sees to. */
export async function insertMassRefund(tx: Tx, refund: NewMassRefund): Promise<void> {
  await sql`
    insert into mass_refund (festival_id, id, ticket_type_id, keep, with_used, reason, asked_by)
    values (current_festival(), ${refund.id}, ${refund.ticketTypeId}, ${JSON.stringify(refund.keep)}::jsonb, ${refund.withUsed}, ${refund.reason},
      ${refund.askedBy})`.execute(tx);
  await sql`
    insert into mass_refund_order (festival_id, mass_refund_id, order_id)
    select distinct current_festival(), ${refund.id}::uuid, o.id ${inScope(refund)} and ${givenBack(refund)}
    union all
    select current_festival(), ${refund.id}::uuid, o.id ${withoutTickets(refund)}`.execute(tx);
}

const view = sql`
  select m.id, m.status, m.ticket_type_id as "ticketTypeId", m.keep, m.with_used as "withUsed", m.reason, m.started_at as "startedAt",
    m.changed_at as "changedAt", (select currency from festival_sale_state()) as currency, w.orders, w.taken - w.skipped - r.waiting as done, r.failing + w.skipped as failing, r.amount
  from mass_refund m
  cross join lateral (
    select count(*)::int as orders, (count(*) filter (where taken))::int as taken, (count(*) filter (where taken and skipped is not null))::int as skipped
    from mass_refund_order
    where festival_id = m.festival_id and mass_refund_id = m.id) as w
  cross join lateral (
    select (count(*) filter (where status = 'PENDING'))::int as waiting, (count(*) filter (where status = 'PENDING' and failure is not null))::int as failing,
      coalesce(sum(amount) filter (where status = 'COMPLETED'), 0)::bigint as amount
    from refund where festival_id = m.festival_id and mass_refund_id = m.id) as r
  where m.festival_id = current_festival()`;

/** The mass refunds of a festival, the newest first. */
export async function massRefunds(tx: Tx): Promise<MassRefundView[]> {
  return (await sql<MassRefundView>`${view} order by m.started_at desc, m.id desc limit 50`.execute(tx)).rows;
}

export async function massRefund(tx: Tx, id: string): Promise<MassRefundView | undefined> {
  return (await sql<MassRefundView>`${view} and m.id = ${id}`.execute(tx)).rows[0];
}

export async function lockMassRefund(tx: Tx, id: string): Promise<void> {
  await sql`select from mass_refund where festival_id = current_festival() and id = ${id} for update`.execute(tx);
}

export async function moveTo(tx: Tx, id: string, status: MassRefundStatus): Promise<void> {
  await sql`update mass_refund set status = ${status}, changed_at = now() where festival_id = current_festival() and id = ${id}`.execute(
    tx,
  );
}

/** Has the provider asked at once for what it refused; the job that finishes refunds sees to it. */
export async function tryAgain(tx: Tx, id: string): Promise<void> {
  await sql`
    update refund set attempts = 0, next_try_at = now()
    where festival_id = current_festival() and mass_refund_id = ${id} and status = 'PENDING' and failure is not null`.execute(
    tx,
  );
}

/** What a run needs of its mass refund to refund an order by. */
export interface MassRefundTerms extends RefundTerms {
  id: string;
  ticketTypeId: string | null;
  reason: string;
  askedBy: string | null;
}

export async function termsOf(tx: Tx, id: string): Promise<MassRefundTerms | undefined> {
  const { rows } = await sql<MassRefundTerms>`
    select id, ticket_type_id as "ticketTypeId", keep, with_used as "withUsed", reason, asked_by as "askedBy"
    from mass_refund where festival_id = current_festival() and id = ${id}`.execute(tx);
  return rows[0];
}

/** Takes the next orders of a run, locked; none while it is paused or while its pace says so. */
export async function takeOrders(tx: Tx, id: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from take_mass_refund_orders(current_festival(), ${id}::uuid, ${most}::int) as id`.execute(tx);
  return rows.map((row) => row.id);
}

/** Lets a run take no more for so long: all workers share its pace. */
export async function restFor(tx: Tx, id: string, seconds: number): Promise<void> {
  await sql`
    update mass_refund set paced_until = clock_timestamp() + make_interval(secs => ${seconds})
    where festival_id = current_festival() and id = ${id}`.execute(tx);
}

/** Leaves orders of a run alone, and says why. */
export async function skipOrders(tx: Tx, id: string, orderIds: readonly string[], reason: ErrorName): Promise<void> {
  await sql`
    update mass_refund_order set skipped = ${reason}
    where festival_id = current_festival() and mass_refund_id = ${id} and order_id = any(${sql.val(orderIds)}::uuid[])`.execute(
    tx,
  );
}

/** Has orders seen to that were left alone for a dispute which is over. True when there are such. */
export async function takeUpSkipped(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    update mass_refund_order set taken = false, skipped = null
    where festival_id = current_festival() and mass_refund_id = ${id} and skipped is not null
      and order_id not in (select disputed_orders(current_festival()))
    returning order_id`.execute(tx);
  return rows.length > 0;
}

/** Ends a run that has seen to every order: each was taken, and no refund waits that is still tried by itself. */
export async function endIfDone(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    update mass_refund m set status = 'DONE', changed_at = now()
    where m.festival_id = current_festival() and m.id = ${id} and m.status = 'RUNNING'
      and not exists (select from mass_refund_order o where o.festival_id = m.festival_id and o.mass_refund_id = m.id and not o.taken)
      and not exists (select from refund r where r.festival_id = m.festival_id and r.mass_refund_id = m.id and r.status = 'PENDING'
        and r.next_try_at is not null)
    returning m.id`.execute(tx);
  return rows.length > 0;
}

export type FailureRow = z.input<typeof RefundFailure> & { place: string };

/** Refunds of a mass refund that the provider refused, and orders that it left alone; those at what is left of their payment. */
export async function refundFailures(tx: Tx, id: string, after: string | null, most: number): Promise<FailureRow[]> {
  const { rows } = await sql<FailureRow>`
    select f.* from (
      select r.id as place, o.id as "orderId", o.reference, o.name, r.amount, r.currency, r.failure as reason, r.attempts, r.next_try_at as "nextTryAt"
      from refund r join ticket_order o on o.festival_id = r.festival_id and o.id = r.order_id
      where r.festival_id = current_festival() and r.mass_refund_id = ${id} and r.status = 'PENDING' and r.failure is not null
      union all
      select o.id, o.id, o.reference, o.name, p.amount - coalesce((
          select sum(r.amount) from refund r where r.festival_id = p.festival_id and r.payment_id = p.id), 0)::bigint,
        p.currency, m.skipped, 0, null
      from mass_refund_order m join ticket_order o on o.festival_id = m.festival_id and o.id = m.order_id
      join payment p on p.festival_id = o.festival_id and p.order_id = o.id and p.status = 'COMPLETED'
      where m.festival_id = current_festival() and m.mass_refund_id = ${id} and m.skipped is not null
    ) as f
    where f.place > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000')
    order by f.place limit ${most}`.execute(tx);
  return rows;
}
