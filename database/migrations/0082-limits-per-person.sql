-- How many tickets of a type one person may have, and whether a hold costs a proof of work.

alter table ticket_type
  add column max_per_person int constraint ticket_type_max_per_person check (max_per_person between 1 and 100),
  add constraint ticket_type_person_limit check (max_per_person >= min_per_order);
-- What a sale looks at to learn that nobody is limited.
create index ticket_type_limited on ticket_type (festival_id) where max_per_person is not null;

update price_rules set rules = rules || '{"proofOfWork": "OFF"}';

-- How many tickets of a type somebody has by an address or an account: those of orders that await payment, and those that were paid and not
-- given back. What the team gives or sells at its desk is not among them. Both indexes are over all festivals: `offset 0` keeps the
-- planner from looking through the orders of this one instead.
create function lookup.tickets_of_person(p_festival uuid, p_type uuid, p_email citext, p_person uuid) returns int
language sql stable security definer set search_path = public, pg_temp set enable_seqscan = off as
$$
  select coalesce(sum(case o.status
    when 'AWAITING_PAYMENT' then (
      select sum(l.quantity) from basket_line l
      where l.festival_id = p_festival and l.basket_id = o.basket_id and l.kind = 'TICKET' and l.ticket_type_id = p_type)
    when 'PAID' then (
      select count(*) from ticket t
      where t.festival_id = p_festival and t.order_id = o.id and t.ticket_type_id = p_type and t.status in ('SOLD', 'USED'))
    end), 0)::int
  from (
    select * from (select festival_id, id, basket_id, status, kind from ticket_order where email = p_email offset 0) as by_address
    union
    select * from (select festival_id, id, basket_id, status, kind from ticket_order where person_id = p_person offset 0) as by_account
  ) as o
  where o.festival_id = p_festival and o.kind = 'SALE'
$$;

-- Refuses an order by which somebody would have more of a type than one person may. As with codes (0056), whoever counts has its own order
-- written already and holds the lock of the address and of the account: of two at once the second counts the first.
create function types_within_person(p_festival uuid, p_orders uuid[]) returns void language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as
$$
declare
  one record;
  wanted record;
  has int;
begin
  for one in
    select distinct hashtextextended(p_festival || ' ' || who, 14) as lock from unnest(p_orders) as a (id)
    cross join lateral (select * from ticket_order where festival_id = p_festival and id = a.id limit 1) as o
    cross join lateral unnest(array[lower(o.email::text), o.person_id::text]) as who
    where o.kind = 'SALE' and who is not null order by 1
  loop
    perform pg_advisory_xact_lock(one.lock);
  end loop;
  for wanted in
    select o.id, o.email, o.person_id, t.id as type_id, t.max_per_person, sum(l.quantity)::int as tickets from unnest(p_orders) as a (id)
    cross join lateral (select * from ticket_order where festival_id = p_festival and id = a.id limit 1) as o
    cross join lateral (
      select ticket_type_id, quantity from basket_line where festival_id = p_festival and basket_id = o.basket_id and kind = 'TICKET' offset 0) as l
    cross join lateral (select * from ticket_type where festival_id = p_festival and id = l.ticket_type_id limit 1) as t
    where o.kind = 'SALE' and t.max_per_person is not null group by 1, 2, 3, 4, 5
  loop
    has := lookup.tickets_of_person(p_festival, wanted.type_id, wanted.email, wanted.person_id);
    if has > wanted.max_per_person then
      perform fail('ticketing.person_limit', jsonb_build_object('ticketTypeId', wanted.type_id, 'most', wanted.max_per_person,
        'left', greatest(0, wanted.max_per_person - has + wanted.tickets)));
    end if;
  end loop;
end
$$;

-- As in 0066; what an order is, where it is no sale of the shop, is said with its details.
create or replace function place_orders(p_festival uuid, p_orders uuid[], p_baskets uuid[], p_secrets bytea[], p_references text[], p_emails text[],
  p_names text[], p_languages text[], p_persons uuid[], p_pay_seconds int[], p_details jsonb[], p_by jsonb[], p_callers bytea[], p_keys text[],
  p_bodies bytea[]) returns jsonb[] language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as
$$
declare
  kept text;
  answers jsonb[];
  refused record;
  one uuid;
begin
  perform set_config('app.festival', p_festival::text, true);
  perform commit_without_waiting();
  kept := idempotency_claims(p_callers, p_keys, p_bodies);
  if kept is not null then return array[kept::jsonb]; end if;

  perform from (select id from unnest(p_baskets) as id order by id) as a
  cross join lateral (select from basket where festival_id = p_festival and id = a.id for update) as locked;
  select r.basket_id, r.reason into refused from (
    select a.basket_id, case when b.id is null then 'general.not_found' when b.status = 'ORDERED' then 'ticketing.order_closed'
      when b.status = 'RELEASED' or b.expires_at <= now() then 'ticketing.hold_expired' end as reason
    from unnest(p_baskets, p_secrets) as a (basket_id, secret)
    left join lateral (
      select * from basket where festival_id = p_festival and id = a.basket_id and secret_hash = a.secret limit 1
    ) as b on true
  ) as r where r.reason is not null limit 1;
  if found then
    perform fail(refused.reason, coalesce((select jsonb_build_object('orderId', o.id) from ticket_order o
      where refused.reason = 'ticketing.order_closed' and o.festival_id = p_festival and o.basket_id = refused.basket_id), '{}'));
  end if;
  perform require_selling_as_asked(p_festival, p_details);

  foreach one in array p_baskets loop
    update basket set status = 'ORDERED' where festival_id = p_festival and id = one;
  end loop;
  insert into ticket_order (festival_id, id, basket_id, reference, email, name, language, person_id, currency, total, pay_until, kind, details)
  select p_festival, a.id, b.id, a.reference, a.email, a.name, a.language, a.person, b.currency, b.total,
    greatest(b.expires_at, now() + make_interval(secs => a.pay_seconds)), coalesce(a.details->>'kind', 'SALE'),
    nullif(a.details - '{asked,answers,people,kind}'::text[], '{}')
  from unnest(p_orders, p_baskets, p_references, p_emails, p_names, p_languages, p_persons, p_pay_seconds,
    p_details) as a (id, basket_id, reference, email, name, language, person, pay_seconds, details)
  cross join lateral (select * from basket where festival_id = p_festival and id = a.basket_id limit 1) as b;
  -- Most orders answer nothing.
  if array_remove(p_details, null) <> '{}' then
    insert into order_answer (festival_id, order_id, line_no, nth, question_id, kind, label, value, chosen)
    select p_festival, a.id, coalesce(x."lineNo", 0), coalesce(x.nth, 0), x."questionId", x.kind, x.label, x.value, x.chosen
    from unnest(p_orders, p_details) as a (id, details) cross join lateral jsonb_to_recordset(a.details->'answers')
      as x ("lineNo" smallint, nth smallint, "questionId" uuid, kind text, label jsonb, value jsonb, chosen jsonb);
    insert into order_attendee (festival_id, order_id, line_no, nth, born_on, minor, guardian)
    select p_festival, a.id, x."lineNo", x.nth, x."bornOn", x.minor, x.guardian
    from unnest(p_orders, p_details) as a (id, details) cross join lateral jsonb_to_recordset(a.details->'people')
      as x ("lineNo" smallint, nth smallint, "bornOn" date, minor boolean, guardian jsonb);
  end if;

  perform uses_within_person(p_festival, p_baskets);
  -- Most festivals limit nobody.
  if exists (select from ticket_type where festival_id = p_festival and max_per_person is not null) then
    perform types_within_person(p_festival, p_orders);
  end if;

  select array_agg(v.answer order by v.nth) into answers from order_views(p_festival, p_orders) as v;
  perform record_events('ticketing.order_placed', p_orders, p_by,
    array(select jsonb_build_object('reference', a->'reference', 'total', a->'total') from unnest(answers) as a));
  perform idempotency_keeps(p_callers, p_keys, p_bodies, answers);
  return answers;
end
$$;

-- As in 0065, each order made as an invitation from the start.
create or replace function issue_to_guests(p_festival uuid, p_guests uuid[], p_orders uuid[], p_payments uuid[], p_references text[], p_details jsonb[], p_by jsonb)
returns void language plpgsql as
$$
declare
  held record;
  stamps jsonb[] := array_fill(p_by, array[cardinality(p_guests)]);
  no_caller bytea[] := array_fill(null::bytea, array[cardinality(p_guests)]);
  told jsonb[];
  no_key text[] := array_fill(null::text, array[cardinality(p_guests)]);
begin
  select array_agg(coalesce(a.details, '{}') || jsonb_strip_nulls(jsonb_build_object('kind', 'INVITATION', 'asked', asked.version)) order by a.nth)
  into told from unnest(p_details) with ordinality as a (details, nth) left join asked_of_buyers asked on asked.festival_id = p_festival;
  select array_agg(g.basket_id order by a.nth) as baskets, array_agg(b.secret_hash order by a.nth) as secrets, array_agg(g.name order by a.nth) as names,
    array_agg(coalesce(g.email::text, '') order by a.nth) as emails, array_agg(g.language order by a.nth) as languages
  into held from unnest(p_guests) with ordinality as a (id, nth)
  join guest g on g.festival_id = p_festival and g.id = a.id join basket b on b.festival_id = g.festival_id and b.id = g.basket_id;
  perform place_orders(p_festival, p_orders, held.baskets, held.secrets, p_references, held.emails, held.names, held.languages,
    array_fill(null::uuid, array[cardinality(p_guests)]), array_fill(600, array[cardinality(p_guests)]), told, stamps, no_caller, no_key, no_caller);
  perform begin_payments(p_festival, p_orders, held.secrets, p_payments, array_fill('none'::text, array[cardinality(p_guests)]), no_caller, no_key, no_caller);
  perform settle_payments(p_festival, p_payments, stamps, no_caller, no_key, no_caller);
  update guest g set state = 'CONFIRMED', order_id = a.order_id, answered_at = now(), version = g.version + 1
  from unnest(p_guests, p_orders) as a (id, order_id) where g.festival_id = p_festival and g.id = a.id;
end
$$;
