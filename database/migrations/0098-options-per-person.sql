-- How many of an option one person may have, as of ticket types (0082); and money that comes when the festival is over buys nothing.

alter table ticket_option add column max_per_person int constraint ticket_option_max_per_person check (max_per_person between 1 and 100);
-- What a sale looks at to learn that nobody is limited.
create index ticket_option_limited on ticket_option (festival_id) where max_per_person is not null;

-- As before (0056), with the limit per person.
drop function lookup.options_on_sale(uuid, uuid[]);
create function lookup.options_on_sale(p_festival uuid, p_options uuid[])
returns table (id uuid, quota_id uuid, name jsonb, price bigint, vat int, needs_ticket boolean, most int, max_per_person int, ticket_type_ids uuid[])
language sql stable security definer set search_path = public, pg_temp as
$$
  select o.id, o.quota_id, o.name, o.price, o.vat, o.needs_ticket, o.most, o.max_per_person, o.ticket_type_ids
  from ticket_option o where o.festival_id = p_festival and o.id = any(p_options) and o.deleted_at is null
$$;

-- How many of an option somebody has by an address or an account, as `tickets_of_person` counts tickets: what was given back is a whole line.
create function lookup.options_of_person(p_festival uuid, p_option uuid, p_email citext, p_person uuid) returns int
language sql stable security definer set search_path = public, pg_temp set enable_seqscan = off as
$$
  select coalesce(sum((
    select sum(l.quantity) from basket_line l
    where l.festival_id = p_festival and l.basket_id = o.basket_id and l.kind = 'OPTION' and l.item_id = p_option
      and not exists (
        select from refund_line r join refund f on f.festival_id = r.festival_id and f.id = r.refund_id and f.status = 'COMPLETED'
        where r.festival_id = p_festival and r.order_id = o.id and r.line_no = l.line_no))), 0)::int
  from (
    select * from (select festival_id, id, basket_id, status, kind from ticket_order where email = p_email offset 0) as by_address
    union
    select * from (select festival_id, id, basket_id, status, kind from ticket_order where person_id = p_person offset 0) as by_account
  ) as o
  where o.festival_id = p_festival and o.kind = 'SALE' and o.status in ('AWAITING_PAYMENT', 'PAID')
$$;

-- Of two orders of one address or account at once the second counts the first: taken in one order by every call that counts a person.
create function lock_persons_of(p_festival uuid, p_orders uuid[]) returns void language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as
$$
declare
  one record;
begin
  for one in
    select distinct hashtextextended(p_festival || ' ' || who, 14) as lock from unnest(p_orders) as a (id)
    cross join lateral (select * from ticket_order where festival_id = p_festival and id = a.id limit 1) as o
    cross join lateral unnest(array[lower(o.email::text), o.person_id::text]) as who
    where o.kind = 'SALE' and who is not null order by 1
  loop
    perform pg_advisory_xact_lock(one.lock);
  end loop;
end
$$;
-- Refuses an order by which somebody would have more of an option than one person may, as `types_within_person` does of a type.
create function options_within_person(p_festival uuid, p_orders uuid[]) returns void language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as
$$
declare
  wanted record;
  has int;
begin
  perform lock_persons_of(p_festival, p_orders);
  for wanted in
    select o.id, o.email, o.person_id, p.id as option_id, p.max_per_person, sum(l.quantity)::int as options from unnest(p_orders) as a (id)
    cross join lateral (select * from ticket_order where festival_id = p_festival and id = a.id limit 1) as o
    cross join lateral (
      select item_id, quantity from basket_line where festival_id = p_festival and basket_id = o.basket_id and kind = 'OPTION' offset 0) as l
    cross join lateral (select * from ticket_option where festival_id = p_festival and id = l.item_id limit 1) as p
    where o.kind = 'SALE' and p.max_per_person is not null group by 1, 2, 3, 4, 5
  loop
    has := lookup.options_of_person(p_festival, wanted.option_id, wanted.email, wanted.person_id);
    if has > wanted.max_per_person then
      perform fail('ticketing.person_limit', jsonb_build_object('optionId', wanted.option_id, 'most', wanted.max_per_person,
        'left', greatest(0, wanted.max_per_person - has + wanted.options)));
    end if;
  end loop;
end
$$;

-- As in 0082, and no more of an option than one person may have.
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
  if exists (select from ticket_option where festival_id = p_festival and max_per_person is not null) then
    perform options_within_person(p_festival, p_orders);
  end if;

  select array_agg(v.answer order by v.nth) into answers from order_views(p_festival, p_orders) as v;
  perform record_events('ticketing.order_placed', p_orders, p_by,
    array(select jsonb_build_object('reference', a->'reference', 'total', a->'total') from unnest(answers) as a));
  perform idempotency_keeps(p_callers, p_keys, p_bodies, answers);
  return answers;
end
$$;

-- As in 0081, with what says when the festival's last night ends.
drop function festival_sale_state();
create function festival_sale_state() returns table (status text, currency text, zone text, published_at timestamptz, ends_on date, cut_off int)
language sql stable as
$$
  select f.status, f.currency, f.zone, f.published_at, f.ends_on, f.cut_off from festival f where f.id = current_festival() and f.deleted_at is null
$$;

-- As in 0084; nor does it buy anything once the festival's last night has ended.
create or replace function late_order_keeps_limits() returns trigger language plpgsql as
$$
begin
  if exists (select from festival_sale_state() f where ((now() at time zone f.zone) - make_interval(hours => f.cut_off))::date > f.ends_on) then
    perform fail('ticketing.festival_over');
  end if;
  perform uses_within_person(new.festival_id, array[new.basket_id]);
  if exists (select from ticket_type where festival_id = new.festival_id and max_per_person is not null) then
    perform types_within_person(new.festival_id, array[new.id]);
  end if;
  if exists (select from ticket_option where festival_id = new.festival_id and max_per_person is not null) then
    perform options_within_person(new.festival_id, array[new.id]);
  end if;
  return null;
end
$$;

-- A refund that waits gives back less than it was to, once a bank has taken what it would have given (0084): never more than before.
create or replace function refund_step() returns trigger language plpgsql as
$$
begin
  if old.status = 'PENDING' and (old.kept, old.order_id, old.payment_id) = (new.kept, new.order_id, new.payment_id) and new.amount <= old.amount then
    return new;
  end if;
  raise exception 'a refund cannot go from % to %', old.status, new.status using errcode = '23514';
end
$$;
grant update (amount, vat_amount) on refund_ticket, refund_line to festivals_api;
