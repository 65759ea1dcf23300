-- What was bought beside tickets goes back by itself as well: camping that nobody needs any more, while its tickets stay.

-- What refunds give back of options that are limited, by quota: of lines that claimed it when they were held, and of those that were bought
-- before there was a limit, whose claim says from now on that it came back.
create function options_given_back(p_festival uuid, p_refunds uuid[]) returns table (quota_id uuid, places int) language sql volatile as
$$
  with given as (
    select o.basket_id, l.item_id, l.quota_id, l.quantity from refund_line r
    join ticket_order o on o.festival_id = r.festival_id and o.id = r.order_id
    join basket_line l on l.festival_id = o.festival_id and l.basket_id = o.basket_id and l.line_no = r.line_no and l.kind = 'OPTION'
    where r.festival_id = p_festival and r.refund_id = any(p_refunds)
  ), claimed as (
    update basket_claim c set returned = c.returned + g.places from (
      select g.basket_id, p.quota_id, sum(g.quantity)::int as places from given g
      join ticket_option p on p.festival_id = p_festival and p.id = g.item_id and p.quota_id is distinct from g.quota_id
      group by 1, 2) as g
    where c.festival_id = p_festival and c.basket_id = g.basket_id and c.quota_id = g.quota_id
    returning c.quota_id, g.places
  )
  select g.quota_id, g.quantity from given g where g.quota_id is not null union all select c.quota_id, c.places from claimed c
$$;

-- As in 0063; what goes back beside tickets is free again at once, and an order ends when no ticket and nothing beside them is left of it.
create or replace function complete_refunds(p_festival uuid, p_refunds uuid[], p_by jsonb) returns int language plpgsql as
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
    select free.quota_id, sum(free.places)::int as places from (
      select y.quota_id, 1 as places
      from refund_ticket r join ticket t on t.festival_id = r.festival_id and t.id = r.ticket_id
      join ticket_type y on y.festival_id = t.festival_id and y.id = t.ticket_type_id
      where r.festival_id = p_festival and r.refund_id = any(done)
      union all
      select o.quota_id, o.places from options_given_back(p_festival, done) as o
    ) as free group by 1 order by 1
  loop
    update quota set sold = sold - given.places where festival_id = p_festival and id = given.quota_id;
  end loop;

  with ended as (
    update ticket_order o set status = 'REFUNDED' from refund r
    where r.festival_id = p_festival and r.id = any(done) and o.festival_id = r.festival_id and o.id = r.order_id and o.status = 'PAID'
      and not exists (select from ticket t where t.festival_id = o.festival_id and t.order_id = o.id and t.status not in ('REFUNDED', 'CANCELLED'))
      and not exists (select from basket_line l where l.festival_id = o.festival_id and l.basket_id = o.basket_id and l.kind <> 'TICKET'
        and not exists (select from refund_line x join refund f on f.festival_id = x.festival_id and f.id = x.refund_id and f.status = 'COMPLETED'
          where x.festival_id = o.festival_id and x.order_id = o.id and x.line_no = l.line_no))
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
    jsonb_build_object('refund', r.id, 'amount', r.amount, 'kept', r.kept, 'whole', r.order_id = any(whole), 'reason', r.reason, 'types', coalesce((
      select jsonb_agg(jsonb_build_object('ticketTypeId', g.ticket_type_id, 'tickets', g.tickets, 'amount', g.net + g.vat_amount))
      from refunded_lines(p_festival, r.id) as g), '[]')), p_by->>'request'
  from refund r where r.festival_id = p_festival and r.id = any(done);
  return cardinality(done);
end
$$;

-- Until now options were free again once their whole order had gone back: those that have gone back already are free from here on.
drop trigger order_frees_options on ticket_order;
drop function order_frees_options();
update quota q set sold = q.sold - g.places from (
  select given.festival_id, o.quota_id, sum(o.places)::int as places from (
    select r.festival_id, array_agg(distinct f.id) as refunds from refund_line r
    join refund f on f.festival_id = r.festival_id and f.id = r.refund_id and f.status = 'COMPLETED'
    join ticket_order t on t.festival_id = r.festival_id and t.id = r.order_id and t.status = 'PAID' group by 1
  ) as given cross join lateral options_given_back(given.festival_id, given.refunds) as o group by 1, 2
) as g
where q.festival_id = g.festival_id and q.id = g.quota_id;

-- Corrections of the ledger as its festival's history tells of them: the auditor looks whether each is still in the books.
create function told_corrections() returns table (entry_id uuid, told jsonb) language sql stable as
$$ select subject_id, after from event where festival_id = current_festival() and name = 'ledger.corrected' $$;
