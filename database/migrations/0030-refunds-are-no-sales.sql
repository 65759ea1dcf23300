-- An order that was given back is no sale: the tallies of what has no events leave it out, as every list of sales does.

drop function festival_frame();

-- What paid or refunded orders without an event add, as rows for `platform.add_to_tallies`.
create function platform.untold_orders(p_festival uuid, p_status text) returns setof tally language sql stable as
$$
  with paid as (
    select o.festival_id, platform.quarter_of(o.paid_at) as quarter, o.basket_id, o.total from ticket_order o
    where o.status = p_status and (p_festival is null or o.festival_id = p_festival)
      and not exists (select from event e where e.festival_id = o.festival_id and e.subject_id = o.id and e.name = 'ticketing.order_paid')
  ), lines as (
    select p.festival_id, p.quarter, l.ticket_type_id, l.quantity, l.quantity * l.unit_price as amount
    from paid p join basket_line l on l.festival_id = p.festival_id and l.basket_id = p.basket_id
  ), counted as (
    select festival_id, quarter, null::uuid as ticket_type_id, 1 as orders, 0 as tickets, total as revenue from paid
    union all select festival_id, quarter, null, 0, quantity, 0 from lines
    union all select festival_id, quarter, ticket_type_id, 0, quantity, amount from lines
  )
  select festival_id, quarter, coalesce(ticket_type_id, '00000000-0000-0000-0000-000000000000'), sum(orders)::bigint, sum(tickets)::bigint,
    sum(revenue)::bigint, 0::bigint
  from counted group by 1, 2, 3
$$;

-- The tallies of what has no events: what a demonstration makes up. To be called once.
create or replace function platform.tally_untold(p_festival uuid) returns void language sql as
$$
  select platform.add_to_tallies(array_agg(row(u.*)::tally)) from platform.untold_orders(p_festival, 'PAID') as u having count(*) > 0;
$$;

-- Those that were counted as sales until now.
select platform.add_to_tallies(array_agg((u.festival_id, u.quarter, u.ticket_type_id, -u.orders, -u.tickets, -u.revenue, 0)::tally))
from platform.untold_orders(null, 'REFUNDED') as u having count(*) > 0;
