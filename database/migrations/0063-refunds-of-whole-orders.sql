-- An order of which no ticket is left gives back what was bought beside them as well: options, fees and gifts.

-- What goes back of a line that has no tickets. A line is in one refund, ever: no two refunds can take the same money.
create table refund_line (
  festival_id uuid not null,
  order_id uuid not null,
  line_no smallint not null,
  refund_id uuid not null,
  amount bigint not null check (amount >= 0),
  -- The VAT within the amount, minor units.
  vat_amount bigint not null,
  primary key (festival_id, order_id, line_no),
  foreign key (festival_id, order_id) references ticket_order,
  foreign key (festival_id, refund_id) references refund,
  constraint refund_line_vat_within check (vat_amount between 0 and amount)
);
create index refund_line_of on refund_line (festival_id, refund_id);
call platform.guard_tenant('refund_line', 'select, insert');

-- What a refund gives back beside tickets, as the accounts have earned it.
create function refunded_extras(p_festival uuid, p_refund uuid)
returns table (account ledger_account, subject text, vat int, net bigint, vat_amount bigint) language sql stable as
$$
  select case l.kind when 'OPTION' then 'OPTION_SALES' when 'FEE' then 'BOOKING_FEES' else 'DONATIONS' end::ledger_account,
    coalesce(l.item_id::text, ''), l.vat, sum(r.amount - r.vat_amount)::bigint, sum(r.vat_amount)::bigint
  from refund_line r join ticket_order o on o.festival_id = r.festival_id and o.id = r.order_id
  join basket_line l on l.festival_id = o.festival_id and l.basket_id = o.basket_id and l.line_no = r.line_no
  where r.festival_id = p_festival and r.refund_id = p_refund group by 1, 2, 3
$$;

-- The money has gone back: the tickets open no gate any more, their places are free again, and the ledger says so. Each is done once,
-- however often it is asked. An order without a ticket that is left is refunded as a whole. Rows are locked in the order of their ids
-- (orders, tickets, quotas), so that two batches cannot wait for each other.
create function complete_refunds(p_festival uuid, p_refunds uuid[], p_by jsonb) returns int language plpgsql as
$$
declare
  done uuid[];
  whole uuid[];
  given record;
begin
  perform set_config('app.festival', p_festival::text, true);
  perform from ticket_order where festival_id = p_festival
    and id = any(array(select order_id from refund where festival_id = p_festival and id = any(p_refunds))) order by id for update;
  with completed as (
    update refund set status = 'COMPLETED', failure = null, next_try_at = null, changed_at = now()
    where festival_id = p_festival and id = any(p_refunds) and status = 'PENDING' returning id
  )
  select coalesce(array_agg(id), '{}') into done from completed;
  if cardinality(done) = 0 then return 0; end if;

  perform from ticket where festival_id = p_festival
    and id = any(array(select ticket_id from refund_ticket where festival_id = p_festival and refund_id = any(done))) order by id for no key update;
  update ticket t set status = 'REFUNDED' from refund_ticket r
  where r.festival_id = p_festival and r.refund_id = any(done) and t.festival_id = r.festival_id and t.id = r.ticket_id;
  for given in
    select y.quota_id, count(*)::int as places
    from refund_ticket r join ticket t on t.festival_id = r.festival_id and t.id = r.ticket_id
    join ticket_type y on y.festival_id = t.festival_id and y.id = t.ticket_type_id
    where r.festival_id = p_festival and r.refund_id = any(done) group by 1 order by 1
  loop
    update quota set sold = sold - given.places where festival_id = p_festival and id = given.quota_id;
  end loop;

  with ended as (
    update ticket_order o set status = 'REFUNDED' from refund r
    where r.festival_id = p_festival and r.id = any(done) and o.festival_id = r.festival_id and o.id = r.order_id and o.status = 'PAID'
      and not exists (select from ticket t where t.festival_id = o.festival_id and t.order_id = o.id and t.status not in ('REFUNDED', 'CANCELLED'))
    returning o.id
  )
  select coalesce(array_agg(id), '{}') into whole from ended;
  update payment p set status = 'REFUNDED', changed_at = now() from refund r
  where r.festival_id = p_festival and r.id = any(done) and r.order_id = any(whole)
    and p.festival_id = r.festival_id and p.id = r.payment_id and p.status = 'COMPLETED';

  insert into ledger_entry (festival_id, id, kind, occurred_at, reason, legs)
  select p_festival, r.id, 'ORDER_REFUNDED', now(), nullif(r.reason, ''), booked.legs
  from refund r cross join lateral (
    select array_agg(row(leg.account, leg.subject, leg.rate, r.currency, leg.amount)::ledger_leg) as legs
    from (
      select 'PROVIDER'::ledger_account as account, p.provider as subject, 0 as rate, -r.amount as amount
      from payment p where p.festival_id = p_festival and p.id = r.payment_id
      union all
      select 'TICKET_SALES', g.ticket_type_id::text, g.vat, g.net from refunded_lines(p_festival, r.id) as g
      union all
      select x.account, x.subject, x.vat, x.net from refunded_extras(p_festival, r.id) as x
      union all
      select 'VAT_COLLECTED', '', v.vat, sum(v.vat_amount)::bigint from (
        select g.vat, g.vat_amount from refunded_lines(p_festival, r.id) as g
        union all
        select x.vat, x.vat_amount from refunded_extras(p_festival, r.id) as x
      ) as v group by v.vat
    ) as leg
    where leg.amount <> 0
  ) as booked
  where r.festival_id = p_festival and r.id = any(done) and r.amount > 0;

  insert into event (festival_id, id, name, actor_kind, actor_id, subject_id, after, request_id)
  select p_festival, new_id(), 'ticketing.order_refunded', p_by->>'kind', (p_by->>'id')::uuid, r.order_id,
    jsonb_build_object('refund', r.id, 'amount', r.amount, 'kept', r.kept, 'whole', r.order_id = any(whole), 'reason', r.reason, 'types', (
      select jsonb_agg(jsonb_build_object('ticketTypeId', g.ticket_type_id, 'tickets', g.tickets, 'amount', g.net + g.vat_amount))
      from refunded_lines(p_festival, r.id) as g)), p_by->>'request'
  from refund r where r.festival_id = p_festival and r.id = any(done);
  return cardinality(done);
end
$$;
