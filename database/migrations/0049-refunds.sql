-- Refunds of what was bought: tickets given back by the team, each once, with their places and their money.

create table refund (
  festival_id uuid not null references festival,
  id uuid not null,
  order_id uuid not null,
  payment_id uuid not null,
  -- PENDING until the provider has given the money back; it is asked again until it has.
  status text not null default 'PENDING' check (status in ('PENDING', 'COMPLETED')),
  amount bigint not null check (amount >= 0),
  currency text not null,
  reason text not null,
  asked_by uuid,
  started_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (festival_id, id),
  foreign key (festival_id, order_id) references ticket_order,
  foreign key (festival_id, payment_id) references payment
);
create index refund_of_order on refund (festival_id, order_id, started_at);
create index refund_pending on refund (changed_at) where status = 'PENDING';
call platform.guard_tenant('refund', 'select, insert, update');

-- What goes back for each ticket. A ticket is in one refund, ever: no two refunds can take the same money.
create table refund_ticket (
  festival_id uuid not null,
  ticket_id uuid not null,
  refund_id uuid not null,
  amount bigint not null check (amount >= 0),
  -- The VAT within the amount, minor units.
  vat_amount bigint not null,
  primary key (festival_id, ticket_id),
  foreign key (festival_id, ticket_id) references ticket,
  foreign key (festival_id, refund_id) references refund,
  constraint refund_ticket_vat_within check (vat_amount between 0 and amount)
);
create index refund_ticket_of on refund_ticket (festival_id, refund_id);
call platform.guard_tenant('refund_ticket', 'select, insert');

create function refund_step() returns trigger language plpgsql as
$$
begin
  if (old.status, new.status) = ('PENDING', 'COMPLETED') and old.amount = new.amount then return new; end if;
  raise exception 'a refund cannot go from % to %', old.status, new.status using errcode = '23514';
end
$$;
create trigger refund_steps before update on refund for each row execute function refund_step();

-- Whatever a program believes, an order never gives back more than was paid for it. Its payment is locked: two refunds count each other.
create function refund_stays_within_payment() returns trigger language plpgsql as
$$
declare
  paid bigint;
begin
  select amount into paid from payment where festival_id = new.festival_id and id = new.payment_id for no key update;
  if (select sum(amount) from refund where festival_id = new.festival_id and payment_id = new.payment_id) > paid then
    raise exception 'more would go back than was paid' using errcode = '23514', constraint = 'refund_within_payment';
  end if;
  return null;
end
$$;
create trigger refund_within_payment after insert on refund for each row execute function refund_stays_within_payment();

-- The sandbox's own book: one refund per key, never more than its charge.
create table sandbox_refund (
  key text primary key,
  charge text not null references sandbox_charge,
  amount bigint not null check (amount > 0),
  made_at timestamptz not null default now()
);
grant select, insert on sandbox_refund to festivals_api;

-- The money has gone back: the tickets open no gate any more, their places are free again, and the ledger says so. Done once, however often
-- it is asked. An order without a ticket that is left is refunded as a whole.
create function complete_refund(p_festival uuid, p_refund uuid, p_by jsonb) returns void language plpgsql as
$$
declare
  done refund;
  given record;
  whole boolean;
begin
  perform set_config('app.festival', p_festival::text, true);
  select * into done from refund where festival_id = p_festival and id = p_refund;
  perform from ticket_order where festival_id = p_festival and id = done.order_id for update;
  update refund set status = 'COMPLETED', changed_at = now()
  where festival_id = p_festival and id = p_refund and status = 'PENDING' returning * into done;
  if not found then return; end if;

  update ticket t set status = 'REFUNDED' from refund_ticket r
  where r.festival_id = p_festival and r.refund_id = p_refund and t.festival_id = r.festival_id and t.id = r.ticket_id;
  for given in
    select y.quota_id, count(*)::int as places
    from refund_ticket r join ticket t on t.festival_id = r.festival_id and t.id = r.ticket_id
    join ticket_type y on y.festival_id = t.festival_id and y.id = t.ticket_type_id
    where r.festival_id = p_festival and r.refund_id = p_refund group by 1 order by 1
  loop
    update quota set sold = sold - given.places where festival_id = p_festival and id = given.quota_id;
  end loop;

  whole := not exists (select from ticket where festival_id = p_festival and order_id = done.order_id and status <> 'REFUNDED');
  if whole then
    update ticket_order set status = 'REFUNDED' where festival_id = p_festival and id = done.order_id;
    update payment set status = 'REFUNDED', changed_at = now() where festival_id = p_festival and id = done.payment_id;
  end if;

  if done.amount > 0 then
    insert into ledger_entry (festival_id, id, kind, occurred_at, reason, legs)
    select p_festival, p_refund, 'ORDER_REFUNDED', now(), nullif(done.reason, ''), array_agg(row(account, subject, rate, done.currency, amount)::ledger_leg)
    from (
      select 'PROVIDER'::ledger_account as account, p.provider as subject, 0 as rate, -done.amount as amount
      from payment p where p.festival_id = p_festival and p.id = done.payment_id
      union all
      select 'TICKET_SALES', g.ticket_type_id::text, g.vat, g.net from refunded_lines(p_festival, p_refund) as g
      union all
      select 'VAT_COLLECTED', '', g.vat, sum(g.vat_amount)::bigint from refunded_lines(p_festival, p_refund) as g group by g.vat
    ) as leg
    where amount <> 0;
  end if;
  perform record_event('ticketing.order_refunded', done.order_id, p_by, jsonb_build_object('refund', p_refund, 'amount', done.amount, 'whole', whole,
    'reason', done.reason, 'types', (select jsonb_agg(jsonb_build_object('ticketTypeId', g.ticket_type_id, 'tickets', g.tickets, 'amount', g.net + g.vat_amount))
      from refunded_lines(p_festival, p_refund) as g)));
end
$$;

-- What a refund gives back, by type and rate.
create function refunded_lines(p_festival uuid, p_refund uuid)
returns table (ticket_type_id uuid, vat int, tickets int, net bigint, vat_amount bigint) language sql stable as
$$
  select t.ticket_type_id, l.vat, count(*)::int, sum(r.amount - r.vat_amount)::bigint, sum(r.vat_amount)::bigint
  from refund_ticket r join ticket t on t.festival_id = r.festival_id and t.id = r.ticket_id
  join ticket_order o on o.festival_id = t.festival_id and o.id = t.order_id
  join basket_line l on l.festival_id = o.festival_id and l.basket_id = o.basket_id and l.ticket_type_id = t.ticket_type_id
  where r.festival_id = p_festival and r.refund_id = p_refund group by 1, 2
$$;

-- Refunds whose process died between the provider and the books.
create function lookup.pending_refunds(older_than interval, most int) returns table (festival_id uuid, id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$ select r.festival_id, r.id from refund r where r.status = 'PENDING' and r.changed_at < now() - older_than order by r.changed_at limit most $$;

-- The tallies take back what they counted, in the quarter of an hour in which it was paid.
create or replace function platform.tallies_of(after_xid xid8, after_seq bigint, to_xid xid8, to_seq bigint, p_festival uuid)
returns table (festival_id uuid, quarter timestamptz, ticket_type_id uuid, orders bigint, tickets bigint, revenue bigint, admitted bigint)
language sql stable as
$$
  with happened as materialized (
    select e.festival_id, e.name, e.subject_id, e.after from event e
    where (e.xid, e.seq) > (after_xid, after_seq) and (e.xid, e.seq) <= (to_xid, to_seq)
      and e.name in ('ticketing.order_paid', 'ticketing.order_refunded', 'access.admitted') and (p_festival is null or e.festival_id = p_festival)
  ), paid as (
    select o.festival_id, platform.quarter_of(o.paid_at) as quarter, o.basket_id, o.total
    from happened h join ticket_order o on o.festival_id = h.festival_id and o.id = h.subject_id
    where h.name = 'ticketing.order_paid'
  ), lines as (
    select p.festival_id, p.quarter, l.ticket_type_id, l.quantity, l.quantity * l.unit_price as amount
    from paid p join basket_line l on l.festival_id = p.festival_id and l.basket_id = p.basket_id
  ), refunded as (
    select o.festival_id, platform.quarter_of(o.paid_at) as quarter, h.after
    from happened h join ticket_order o on o.festival_id = h.festival_id and o.id = h.subject_id
    where h.name = 'ticketing.order_refunded'
  ), returned as (
    select r.festival_id, r.quarter, t."ticketTypeId" as ticket_type_id, t.tickets, t.amount
    from refunded r cross join lateral jsonb_to_recordset(r.after->'types') as t ("ticketTypeId" uuid, tickets int, amount bigint)
  ), counted as (
    select p.festival_id, p.quarter, null::uuid as ticket_type_id, 1 as orders, 0 as tickets, p.total as revenue, 0 as admitted from paid p
    union all
    select l.festival_id, l.quarter, null, 0, l.quantity, 0, 0 from lines l
    union all
    select l.festival_id, l.quarter, l.ticket_type_id, 0, l.quantity, l.amount, 0 from lines l
    union all
    select r.festival_id, r.quarter, null, -(r.after->>'whole')::boolean::int, 0, -(r.after->>'amount')::bigint, 0 from refunded r
    union all
    select r.festival_id, r.quarter, null, 0, -r.tickets, 0, 0 from returned r
    union all
    select r.festival_id, r.quarter, r.ticket_type_id, 0, -r.tickets, -r.amount, 0 from returned r
    union all
    select h.festival_id, (moved->>'quarter')::timestamptz, null, 0, 0, 0, (moved->>'admitted')::int
    from happened h cross join lateral jsonb_array_elements(h.after->'quarters') as moved where h.name = 'access.admitted'
  )
  select c.festival_id, c.quarter, coalesce(c.ticket_type_id, '00000000-0000-0000-0000-000000000000'), sum(c.orders)::bigint, sum(c.tickets)::bigint,
    sum(c.revenue)::bigint, sum(c.admitted)::bigint
  from counted c group by 1, 2, 3
$$;
