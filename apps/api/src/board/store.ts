/** Reads the tallies, and asks the other domains' functions for what should be looked at. */
import type { Quarter } from '@festivals/domain/board/rules';
import type { Board, Sold, TypeStanding } from '@festivals/domain/board/contract';
import { sql } from 'kysely';
import type { Tx } from '../platform/transaction.ts';

export type Total = Sold & { admitted: number };

/** The whole festival's tallies: of all time, of each day since a moment, and of each quarter of an hour since a later one. */
export async function tallies(
  tx: Tx,
  festivalId: string,
  { since, inQuartersSince, zone }: { since: Date; inQuartersSince: Date; zone: string },
): Promise<{ total: Total; quarters: Quarter[] }> {
  const { rows } = await sql<{ at: string | null } & Total>`
    with counted as (
      select nullif(quarter, '-infinity') as quarter, orders, tickets, revenue, admitted from tally
      where festival_id = ${festivalId} and ticket_type_id = '00000000-0000-0000-0000-000000000000'
        and (quarter >= ${since} or quarter = '-infinity')
      union all
      select span.quarter, orders, tickets, revenue, admitted
      from lookup.tallies_ahead(${festivalId}) a cross join lateral (values (a.quarter), (null)) as span(quarter)
      where ticket_type_id = '00000000-0000-0000-0000-000000000000'
    )
    select case when quarter >= ${inQuartersSince} then quarter else date_trunc('day', quarter at time zone ${zone}) at time zone ${zone} end as at,
      sum(orders)::bigint as orders, sum(tickets)::bigint as tickets, sum(revenue)::bigint as revenue, sum(admitted)::bigint as admitted
    from counted group by 1 order by 1`.execute(tx);
  const none = { at: null, orders: 0, tickets: 0, revenue: 0, admitted: 0 };
  const { at: _, ...total } = rows.find(({ at }) => at === null) ?? none;
  return {
    total,
    quarters: rows.flatMap(({ at, ...counted }) => (at === null ? [] : [{ at: new Date(at), ...counted }])),
  };
}

export type Type = Omit<TypeStanding, 'soldOutOn'> & { onSaleUntil: string | null };

/** Each ticket type with what it brought, in all and since a moment, in the order of the shop. */
export async function types(tx: Tx, festivalId: string, since: Date): Promise<Type[]> {
  const { rows } = await sql<Type>`
    with counted as (
      select ticket_type_id, quarter = '-infinity' as ever, tickets, revenue from tally
      where festival_id = ${festivalId} and ticket_type_id in (select id from ticket_type_standing(${festivalId}))
        and (quarter >= ${since} or quarter = '-infinity')
      union all
      select ticket_type_id, ever, tickets, revenue from lookup.tallies_ahead(${festivalId}) cross join (values (true), (false)) as span(ever)
    ), summed as (
      select ticket_type_id, sum(revenue) filter (where ever)::bigint as revenue, sum(tickets) filter (where not ever)::int as last_week
      from counted group by 1
    )
    select t.id as "ticketTypeId", t.name, t.capacity, t.sold, t.held, t.left_over as "left", coalesce(s.revenue, 0) as revenue, coalesce(s.last_week, 0) as "lastWeek",
      t.on_sale_until as "onSaleUntil"
    from ticket_type_standing(${festivalId}) t left join summed s on s.ticket_type_id = t.id
    order by t.sort_order, t.id`.execute(tx);
  return rows;
}

export interface Looked {
  paymentsFailed: number;
  moneyToLookAt: number;
  quarantined: number;
  doubles: number;
  unconfirmed: number;
  silentDevices: number;
}

/** What other domains count that somebody should look at. */
export async function toLookAt(tx: Tx, festivalId: string, since: { payments: Date; devices: Date }): Promise<Looked> {
  const { rows } = await sql<Looked>`
    select payments_failed_since(${festivalId}, ${since.payments}) as "paymentsFailed",
      (select owed + differences + disputes + quarantined + refused from money_to_look_at(${festivalId})) as "moneyToLookAt", s.quarantined, s.doubles,
      sets_unconfirmed(${festivalId}) as unconfirmed, devices_silent(${festivalId}, ${since.devices}) as "silentDevices"
    from scans_to_look_at(${festivalId}) s`.execute(tx);
  // A function without rows of its own is always one row.
  const [row] = rows as [Looked];
  return row;
}

export type LatestOrder = NonNullable<Board['latestOrders']>[number];

export async function latestOrders(tx: Tx, festivalId: string, most: number): Promise<LatestOrder[]> {
  const { rows } = await sql<LatestOrder>`
    select id, reference, name, status, total, currency, tickets, placed_at as "placedAt" from latest_orders(${festivalId}, ${most})`.execute(
    tx,
  );
  return rows;
}
