import type pg from 'pg';

/** Counts the made-up sales as the roller counts events, which these have none of: tickets by their lines alone, all else in the order's sum. */
export async function tallySeason(client: pg.ClientBase): Promise<void> {
  await client.query(`
    with paid as (
      select festival_id, platform.quarter_of(paid_at) as quarter, basket_id, total from ticket_order where status = 'PAID'
    ), lines as (
      select p.festival_id, p.quarter, l.ticket_type_id, l.quantity, l.quantity * l.unit_price as amount
      from paid p join basket_line l on l.festival_id = p.festival_id and l.basket_id = p.basket_id where l.kind = 'TICKET'
    ), counted as (
      select festival_id, quarter, null::uuid as ticket_type_id, 1 as orders, 0 as tickets, total as revenue from paid
      union all select festival_id, quarter, null, 0, quantity, 0 from lines
      union all select festival_id, quarter, ticket_type_id, 0, quantity, amount from lines
    ), summed as (
      select festival_id, quarter, coalesce(ticket_type_id, '00000000-0000-0000-0000-000000000000'), sum(orders)::bigint, sum(tickets)::bigint,
        sum(revenue)::bigint, 0::bigint
      from counted group by 1, 2, 3
    )
    select platform.add_to_tallies(array_agg(row(s.*)::tally)) from summed as s having count(*) > 0`);
}
