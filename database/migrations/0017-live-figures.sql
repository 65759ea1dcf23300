-- Figures that stay fast however much was sold and scanned: tallies by quarter of an hour, kept by one roller that follows the event
-- log in commit order, so that no sale and no scan ever waits for a shared row.

-- Board -----------------------------------------------------------------------------------------------------------------

-- What happened in a festival in a quarter of an hour, which fits the days of every zone. The quarter '-infinity' is all time; the
-- nil ticket type is the whole festival, and only there are orders and admissions counted.
create table tally (
  festival_id uuid not null references festival,
  quarter timestamptz not null,
  ticket_type_id uuid not null,
  orders bigint not null,
  tickets bigint not null,
  revenue bigint not null,
  admitted bigint not null,
  primary key (festival_id, ticket_type_id, quarter)
);
call platform.guard_tenant('tally', 'select');

-- Up to where events are in the tallies, over all festivals. Only the roller's function touches it.
create table tally_cursor (
  only_row boolean primary key default true check (only_row),
  xid xid8 not null default '0',
  seq bigint not null default 0
);
insert into tally_cursor default values;

create function platform.quarter_of(moment timestamptz) returns timestamptz language sql immutable parallel safe as
$$ select date_bin('15 minutes', moment, timestamptz '2000-01-01 00:00:00Z') $$;

-- What events add to the tallies, after one place in commit order and up to another; of one festival, or of all for null.
create function platform.tallies_of(after_xid xid8, after_seq bigint, to_xid xid8, to_seq bigint, p_festival uuid)
returns table (festival_id uuid, quarter timestamptz, ticket_type_id uuid, orders bigint, tickets bigint, revenue bigint, admitted bigint)
language sql stable as
$$
  with happened as materialized (
    select e.festival_id, e.name, e.subject_id, e.after from event e
    where (e.xid, e.seq) > (after_xid, after_seq) and (e.xid, e.seq) <= (to_xid, to_seq)
      and e.name in ('ticketing.order_paid', 'access.admitted') and (p_festival is null or e.festival_id = p_festival)
  ), paid as (
    select o.festival_id, platform.quarter_of(o.paid_at) as quarter, o.basket_id, o.total
    from happened h join ticket_order o on o.festival_id = h.festival_id and o.id = h.subject_id
    where h.name = 'ticketing.order_paid'
  ), lines as (
    select p.festival_id, p.quarter, l.ticket_type_id, l.quantity, l.quantity * l.unit_price as amount
    from paid p join basket_line l on l.festival_id = p.festival_id and l.basket_id = p.basket_id
  ), counted as (
    select p.festival_id, p.quarter, null::uuid as ticket_type_id, 1 as orders, 0 as tickets, p.total as revenue, 0 as admitted from paid p
    union all
    select l.festival_id, l.quarter, null, 0, l.quantity, 0, 0 from lines l
    union all
    select l.festival_id, l.quarter, l.ticket_type_id, 0, l.quantity, l.amount, 0 from lines l
    union all
    select h.festival_id, (moved->>'quarter')::timestamptz, null, 0, 0, 0, (moved->>'admitted')::int
    from happened h cross join lateral jsonb_array_elements(h.after->'quarters') as moved where h.name = 'access.admitted'
  )
  select c.festival_id, c.quarter, coalesce(c.ticket_type_id, '00000000-0000-0000-0000-000000000000'), sum(c.orders)::bigint, sum(c.tickets)::bigint,
    sum(c.revenue)::bigint, sum(c.admitted)::bigint
  from counted c group by 1, 2, 3
$$;

-- Adds so much to the tallies, to each quarter and to all time. Everything at once: no row may come twice.
create function platform.add_to_tallies(p_rows tally[]) returns void language sql as
$$
  with added as (
    select r.festival_id, r.quarter, r.ticket_type_id, r.orders, r.tickets, r.revenue, r.admitted from unnest(p_rows) as r
    union all
    select r.festival_id, '-infinity', r.ticket_type_id, sum(r.orders), sum(r.tickets), sum(r.revenue), sum(r.admitted)
    from unnest(p_rows) as r group by 1, 3
  )
  insert into tally as t (festival_id, quarter, ticket_type_id, orders, tickets, revenue, admitted)
  select festival_id, quarter, ticket_type_id, orders, tickets, revenue, admitted from added
  on conflict (festival_id, ticket_type_id, quarter) do update set orders = t.orders + excluded.orders, tickets = t.tickets + excluded.tickets,
    revenue = t.revenue + excluded.revenue, admitted = t.admitted + excluded.admitted
$$;

-- Adds the next events to the tallies, each exactly once; of two rollers at once the second does nothing. Returns how many it passed.
create function lookup.roll_up(most int) returns int
language plpgsql volatile security definer set search_path = public, pg_temp as
$$
declare
  up_to tally_cursor;
  last record;
begin
  select * into up_to from tally_cursor for update skip locked;
  if not found then return 0; end if;
  select (array_agg(b.xid order by b.xid desc, b.seq desc))[1] as xid, (array_agg(b.seq order by b.xid desc, b.seq desc))[1] as seq, count(*)::int as passed
  into last from (
    select e.xid, e.seq from event e
    where (e.xid, e.seq) > (up_to.xid, up_to.seq) and e.xid < pg_snapshot_xmin(pg_current_snapshot())
    order by e.xid, e.seq limit most
  ) as b;
  if last.passed = 0 then return 0; end if;
  perform platform.add_to_tallies(array_agg(row(t.*)::tally))
  from platform.tallies_of(up_to.xid, up_to.seq, last.xid, last.seq, null) as t having count(*) > 0;
  update tally_cursor set xid = last.xid, seq = last.seq;
  return last.passed;
end
$$;

-- What a festival's events have added since the roller came by: with it the figures are exact at every moment.
create function lookup.tallies_ahead(p_festival uuid)
returns table (quarter timestamptz, ticket_type_id uuid, orders bigint, tickets bigint, revenue bigint, admitted bigint)
language sql stable security definer set search_path = public, pg_temp as
$$
  select t.quarter, t.ticket_type_id, t.orders, t.tickets, t.revenue, t.admitted
  from tally_cursor c cross join lateral platform.tallies_of(c.xid, c.seq, '18446744073709551615'::xid8, 9223372036854775807, p_festival) t
$$;

-- The tallies of what has no events: what was there before events told of admissions, and what a demonstration makes up.
create function platform.tally_untold(p_festival uuid) returns void language sql as
$$
  with paid as (
    select o.festival_id, platform.quarter_of(o.paid_at) as quarter, o.basket_id, o.total from ticket_order o
    where o.status in ('PAID', 'REFUNDED') and (p_festival is null or o.festival_id = p_festival)
      and not exists (select from event e where e.festival_id = o.festival_id and e.subject_id = o.id and e.name = 'ticketing.order_paid')
  ), lines as (
    select p.festival_id, p.quarter, l.ticket_type_id, l.quantity, l.quantity * l.unit_price as amount
    from paid p join basket_line l on l.festival_id = p.festival_id and l.basket_id = p.basket_id
  ), counted as (
    select festival_id, quarter, null::uuid as ticket_type_id, 1 as orders, 0 as tickets, total as revenue, 0 as admitted from paid
    union all select festival_id, quarter, null, 0, quantity, 0, 0 from lines
    union all select festival_id, quarter, ticket_type_id, 0, quantity, amount, 0 from lines
    union all select festival_id, platform.quarter_of(at), null, 0, 0, 0, 1 from admission where is_primary and (p_festival is null or festival_id = p_festival)
  ), summed as (
    select festival_id, quarter, coalesce(ticket_type_id, '00000000-0000-0000-0000-000000000000'), sum(orders)::bigint, sum(tickets)::bigint,
      sum(revenue)::bigint, sum(admitted)::bigint
    from counted group by 1, 2, 3
  )
  select platform.add_to_tallies(array_agg(row(s.*)::tally)) from summed s having count(*) > 0
$$;
select platform.tally_untold(null);

-- Access' part ------------------------------------------------------------------------------------------------------------

-- Tells of who came in: one event for a whole batch of scans, which says for each quarter of an hour how many more (or fewer, where an
-- earlier scan of the same ticket arrives late) were let in then.
create function tell_admissions(p_festivals uuid[], p_moments timestamptz[], p_more int[]) returns void language sql as
$$
  with moved as (
    select m.festival_id, platform.quarter_of(m.at) as quarter, sum(m.more)::int as admitted
    from unnest(p_festivals, p_moments, p_more) as m(festival_id, at, more)
    group by 1, 2 having sum(m.more) <> 0
  )
  insert into event (festival_id, id, name, actor_kind, after)
  select festival_id, new_id(), 'access.admitted', 'system',
    jsonb_build_object('quarters', jsonb_agg(jsonb_build_object('quarter', iso(quarter), 'admitted', admitted) order by quarter))
  from moved group by festival_id
$$;
create function admissions_inserted() returns trigger language plpgsql as
$$
begin
  perform tell_admissions(array_agg(n.festival_id), array_agg(n.at), array_agg(1)) from fresh n where n.is_primary having count(*) > 0;
  return null;
end
$$;
create function admissions_updated() returns trigger language plpgsql as
$$
begin
  perform tell_admissions(array_agg(m.festival_id), array_agg(m.at), array_agg(m.more))
  from (
    select festival_id, at, 1 as more from fresh where is_primary
    union all
    select festival_id, at, -1 from stale where is_primary
  ) as m having count(*) > 0;
  return null;
end
$$;
create trigger admissions_inserted after insert on admission referencing new table as fresh for each statement execute function admissions_inserted();
create trigger admissions_updated after update on admission referencing old table as stale new table as fresh
for each statement execute function admissions_updated();

-- What somebody should look at: bytes that were kept aside, and tickets that two gates let in.
create function scans_to_look_at(p_festival uuid) returns table (quarantined int, doubles int) language sql stable as
$$
  select (select count(*)::int from (select from scan_inbox where festival_id = p_festival and outcome = 'QUARANTINED' limit 1000) q),
    (select count(distinct a.ticket_id)::int from admission a where a.festival_id = p_festival and not a.is_primary)
$$;

-- Other domains' parts ------------------------------------------------------------------------------------------------------

create index payment_failed on payment (festival_id, changed_at) where status = 'FAILED';
-- Payments that banks refused since a moment, of orders that nobody paid by other means; those given up or expired are nobody's fault.
create function payments_failed_since(p_festival uuid, since timestamptz) returns int language sql stable as
$$
  select count(distinct p.order_id)::int from payment p join ticket_order o on o.festival_id = p.festival_id and o.id = p.order_id
  where p.festival_id = p_festival and p.status = 'FAILED' and p.changed_at >= since and p.reason not in ('abandoned', 'expired')
    and o.status not in ('PAID', 'REFUNDED')
$$;

-- `left_over` is what can still be sold: a type that shares quotas may have less than its own says. Bound late, for shared quotas came
-- with a migration beside this one.
create function ticket_type_standing(p_festival uuid)
returns table (id uuid, name jsonb, capacity int, sold int, held int, left_over int, sort_order int, on_sale_until timestamptz)
language plpgsql stable as
$$
begin
  return query
  select t.id, t.name, q.capacity, q.sold, q.held,
    greatest(0, least(q.capacity - q.sold - q.held, (
      select min(s.capacity - s.sold - s.held) from ticket_type_quota l join quota s on s.festival_id = l.festival_id and s.id = l.quota_id
      where l.festival_id = t.festival_id and l.ticket_type_id = t.id))),
    t.sort_order, t.on_sale_until
  from ticket_type t join quota q on q.festival_id = t.festival_id and q.id = t.quota_id where t.festival_id = p_festival;
end
$$;

create function latest_orders(p_festival uuid, most int)
returns table (id uuid, reference text, name text, status text, total bigint, currency text, tickets int, placed_at timestamptz)
language sql stable as
$$
  select o.id, o.reference, o.name, o.status, o.total, o.currency,
    (select coalesce(sum(l.quantity), 0)::int from basket_line l where l.festival_id = o.festival_id and l.basket_id = o.basket_id), o.placed_at
  from ticket_order o where o.festival_id = p_festival order by o.placed_at desc, o.id desc limit most
$$;

-- Sets that are still asked for and neither agreed nor called off.
create function sets_unconfirmed(p_festival uuid) returns int language sql stable as
$$ select count(*)::int from slot where festival_id = p_festival and status = 'PENDING' $$;

-- Devices that may still be used and said nothing since a moment.
create function devices_silent(p_festival uuid, since timestamptz) returns int language sql stable as
$$
  select count(*)::int from device
  where festival_id = p_festival and revoked_at is null and not_after > now() and coalesce(last_seen_at, enrolled_at) < since
$$;

-- What the board needs to know of the festival of this transaction.
create function festival_frame() returns table (status text, currency text, zone text, starts_on date, ends_on date) language sql stable as
$$ select f.status, f.currency, f.zone, f.starts_on, f.ends_on from festival f where f.id = current_festival() and f.deleted_at is null $$;
