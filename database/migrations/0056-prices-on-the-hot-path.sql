-- The hot path (see 0050) knows what is beside tickets: lines of other kinds, claims on codes and steps, and what a buyer answered.

create function basket_views(p_festival uuid, p_baskets uuid[]) returns table (nth bigint, answer jsonb) language sql stable as
$$
  select asked.nth, jsonb_build_object('id', b.id, 'status', b.status, 'expiresAt', iso(b.expires_at), 'currency', b.currency,
    'total', b.total, 'lines', (
      select jsonb_agg(jsonb_build_object('lineNo', l.line_no, 'kind', l.kind, 'ticketTypeId', l.ticket_type_id, 'itemId', l.item_id,
        'variationId', l.variation_id, 'tierId', l.tier_id, 'bundleId', l.bundle_id, 'name', l.name, 'quantity', l.quantity,
        'listPrice', l.list_price, 'unitPrice', l.unit_price, 'vat', l.vat, 'vatAmount', l.vat_amount, 'why', l.why) order by l.line_no)
      from basket_line l where l.festival_id = p_festival and l.basket_id = b.id))
  from unnest(p_baskets) with ordinality as asked (id, nth)
  cross join lateral (select * from basket where festival_id = p_festival and id = asked.id limit 1) as b
$$;

create or replace function basket_view(p_festival uuid, p_basket uuid) returns jsonb language sql stable as
$$ select answer from basket_views(p_festival, array[p_basket]) $$;

-- Orders in the API's shape; the API adds each ticket's signed code.
create function order_views(p_festival uuid, p_orders uuid[]) returns table (nth bigint, answer jsonb) language sql stable as
$$
  select asked.nth, jsonb_build_object('id', o.id, 'festivalId', o.festival_id, 'reference', o.reference, 'status', o.status,
    'email', o.email, 'name', o.name, 'currency', o.currency, 'total', o.total,
    'placedAt', iso(o.placed_at), 'payUntil', iso(o.pay_until), 'paidAt', iso(o.paid_at),
    'lines', (
      select jsonb_agg(jsonb_build_object('lineNo', l.line_no, 'kind', l.kind, 'ticketTypeId', l.ticket_type_id, 'itemId', l.item_id,
        'variationId', l.variation_id, 'tierId', l.tier_id, 'bundleId', l.bundle_id, 'name', l.name, 'quantity', l.quantity,
        'listPrice', l.list_price, 'unitPrice', l.unit_price, 'vat', l.vat, 'vatAmount', l.vat_amount, 'why', l.why) order by l.line_no)
      from basket_line l where l.festival_id = p_festival and l.basket_id = o.basket_id),
    'payment', (
      select jsonb_build_object('id', p.id, 'provider', p.provider, 'status', p.status, 'amount', p.amount, 'currency', p.currency,
        'action', p.action, 'reason', p.reason)
      from payment p where p.festival_id = p_festival and p.order_id = o.id order by p.started_at desc, p.id desc limit 1),
    'tickets', coalesce((
      select jsonb_agg(jsonb_build_object('id', t.id, 'festivalId', t.festival_id, 'orderId', t.order_id,
        'ticketTypeId', t.ticket_type_id, 'lineNo', t.line_no, 'typeName', y.name, 'holder', t.holder, 'status', t.status) order by t.id)
      from ticket t join ticket_type y on y.festival_id = p_festival and y.id = t.ticket_type_id
      where t.festival_id = p_festival and t.order_id = o.id), '[]'))
  from unnest(p_orders) with ordinality as asked (id, nth)
  cross join lateral (select * from ticket_order where festival_id = p_festival and id = asked.id limit 1) as o
$$;

create or replace function order_view(p_festival uuid, p_order uuid) returns jsonb language sql stable as
$$ select answer from order_views(p_festival, array[p_order]) $$;

drop function basket_lines(uuid, uuid);

-- Holds whole baskets. Quotas are claimed in the order of their ids, so that two calls cannot wait for each other.
create function hold_baskets(p_festival uuid, p_baskets uuid[], p_secrets bytea[], p_lines jsonb[], p_extras jsonb[], p_currencies text[], p_seconds int[],
  p_by jsonb[], p_callers bytea[], p_keys text[], p_bodies bytea[]) returns jsonb[] language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as
$$
declare
  kept text;
  answers jsonb[];
  wanted record;
begin
  perform set_config('app.festival', p_festival::text, true);
  perform commit_without_waiting();
  kept := idempotency_claims(p_callers, p_keys, p_bodies);
  if kept is not null then return array[kept::jsonb]; end if;

  for wanted in
    select (line->>'quotaId')::uuid as quota_id, sum((line->>'quantity')::int)::int as places,
      jsonb_agg(coalesce(line->'ticketTypeId', line->'itemId')) as types, null::text as refusal, null as code
    from unnest(p_lines) as lines cross join lateral jsonb_array_elements(lines) as line where line->>'quotaId' is not null group by 1
    union all
    select c."quotaId", sum(c.places)::int, null, max(c.refusal), max(c.code)
    from unnest(p_extras) as extra cross join lateral jsonb_to_recordset(extra->'claims') as c ("quotaId" uuid, places int, refusal text, code text)
    group by 1 order by 1
  loop
    update quota set held = held + wanted.places
    where festival_id = p_festival and id = wanted.quota_id and sold + held + wanted.places <= capacity;
    if not found and wanted.refusal is not null then perform fail(wanted.refusal, jsonb_build_object('code', wanted.code)); end if;
    if not found then perform fail('ticketing.sold_out', jsonb_build_object('ticketTypeIds', wanted.types)); end if;
  end loop;

  insert into basket (festival_id, id, secret_hash, currency, total, expires_at, buyer)
  select p_festival, a.id, a.secret, a.currency, (
      select sum((line->>'quantity')::bigint * (line->>'unitPrice')::bigint) from jsonb_array_elements(a.lines) as line),
    now() + make_interval(secs => a.seconds), a.extra->'buyer'
  from unnest(p_baskets, p_secrets, p_currencies, p_seconds, p_lines, p_extras) as a (id, secret, currency, seconds, lines, extra);
  insert into basket_line (festival_id, basket_id, line_no, kind, ticket_type_id, item_id, variation_id, tier_id, bundle_id, quota_id, name,
    quantity, list_price, unit_price, vat, vat_amount, why)
  select p_festival, a.id, nth, line->>'kind', (line->>'ticketTypeId')::uuid, (line->>'itemId')::uuid, (line->>'variationId')::uuid,
    (line->>'tierId')::uuid, (line->>'bundleId')::uuid, (line->>'quotaId')::uuid, line->'name', (line->>'quantity')::int,
    (line->>'listPrice')::bigint, (line->>'unitPrice')::bigint, (line->>'vat')::int, (line->>'vatAmount')::bigint, line->'why'
  from unnest(p_baskets, p_lines) as a (id, lines) cross join lateral jsonb_array_elements(a.lines) with ordinality as l (line, nth);
  -- Most baskets take nothing but their places.
  if array_remove(p_extras, null) <> '{}' then
    insert into basket_claim (festival_id, basket_id, quota_id, places)
    select p_festival, a.id, c."quotaId", c.places from unnest(p_baskets, p_extras) as a (id, extra)
    cross join lateral jsonb_to_recordset(a.extra->'claims') as c ("quotaId" uuid, places int);
    insert into basket_code (festival_id, basket_id, code_id, amount)
    select p_festival, a.id, c.id, c.amount from unnest(p_baskets, p_extras) as a (id, extra)
    cross join lateral jsonb_to_recordset(a.extra->'codes') as c (id uuid, amount bigint);
  end if;
  perform record_events('ticketing.basket_held', p_baskets, p_by, null);

  select array_agg(v.answer order by v.nth) into answers from basket_views(p_festival, p_baskets) as v;
  perform idempotency_keeps(p_callers, p_keys, p_bodies, answers);
  return answers;
end
$$;

-- How often one address uses a code. Whoever counts has its own order written already and holds the address's lock: of two at once the
-- second counts the first.
create function uses_within_person(p_festival uuid, p_baskets uuid[]) returns void language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as
$$
declare
  used record;
begin
  for used in
    select distinct c.code_id, p.code, p.per_person, o.email from unnest(p_baskets) as a (id)
    cross join lateral (select code_id from basket_code where festival_id = p_festival and basket_id = a.id offset 0) as c
    cross join lateral (select * from promo_code where festival_id = p_festival and id = c.code_id and per_person is not null limit 1) as p
    cross join lateral (select email from ticket_order where festival_id = p_festival and basket_id = a.id limit 1) as o
    order by 1, 4
  loop
    perform pg_advisory_xact_lock(hashtextextended(used.code_id || lower(used.email::text), 13));
    if (select count(*) from basket_code c join ticket_order o on o.festival_id = p_festival and o.basket_id = c.basket_id
        where c.festival_id = p_festival and c.code_id = used.code_id and o.email = used.email
          and o.status in ('AWAITING_PAYMENT', 'PAID', 'REFUNDED')) > used.per_person then
      perform fail('ticketing.code_person_limit', jsonb_build_object('code', used.code, 'most', used.per_person));
    end if;
  end loop;
end
$$;

-- Makes orders of held baskets, at the prices of the hold.
create function place_orders(p_festival uuid, p_orders uuid[], p_baskets uuid[], p_secrets bytea[], p_references text[], p_emails text[],
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
  perform require_selling(p_festival);

  foreach one in array p_baskets loop
    update basket set status = 'ORDERED' where festival_id = p_festival and id = one;
  end loop;
  insert into ticket_order (festival_id, id, basket_id, reference, email, name, language, person_id, currency, total, pay_until, details)
  select p_festival, a.id, b.id, a.reference, a.email, a.name, a.language, a.person, b.currency, b.total,
    greatest(b.expires_at, now() + make_interval(secs => a.pay_seconds)), a.details
  from unnest(p_orders, p_baskets, p_references, p_emails, p_names, p_languages, p_persons, p_pay_seconds,
    p_details) as a (id, basket_id, reference, email, name, language, person, pay_seconds, details)
  cross join lateral (select * from basket where festival_id = p_festival and id = a.basket_id limit 1) as b;

  perform uses_within_person(p_festival, p_baskets);

  select array_agg(v.answer order by v.nth) into answers from order_views(p_festival, p_orders) as v;
  perform record_events('ticketing.order_placed', p_orders, p_by,
    array(select jsonb_build_object('reference', a->'reference', 'total', a->'total') from unnest(answers) as a));
  perform idempotency_keeps(p_callers, p_keys, p_bodies, answers);
  return answers;
end
$$;

-- As a table, so that it becomes a part of the statement that asks.
create function order_legs(p_festival uuid, p_basket uuid, p_provider text, p_currency text, p_total bigint)
returns table (legs ledger_leg[]) language sql stable as
$$
  select array_agg(row(account, subject, rate, p_currency, amount)::ledger_leg)
  from (
    select 'PROVIDER'::ledger_account as account, p_provider as subject, 0 as rate, p_total as amount
    union all
    select case l.kind when 'TICKET' then 'TICKET_SALES' when 'OPTION' then 'OPTION_SALES' when 'FEE' then 'BOOKING_FEES' else 'DONATIONS' end::ledger_account,
      coalesce(l.ticket_type_id::text, l.item_id::text, ''), l.vat, sum(l.vat_amount - l.quantity * l.unit_price)::bigint
    from basket_line l where l.festival_id = p_festival and l.basket_id = p_basket group by 1, 2, 3
    union all
    select 'VAT_COLLECTED', '', l.vat, -sum(l.vat_amount)::bigint
    from basket_line l where l.festival_id = p_festival and l.basket_id = p_basket group by l.vat
  ) as leg
  where amount <> 0
$$;

create or replace function legs_of_order(p_festival uuid, p_basket uuid, p_provider text, p_currency text, p_total bigint) returns ledger_leg[]
language sql stable as
$$ select legs from order_legs(p_festival, p_basket, p_provider, p_currency, p_total) $$;

-- Books payments that succeeded: places are sold, tickets issued, money posted.
create function settle_payments(p_festival uuid, p_payments uuid[], p_by jsonb[], p_callers bytea[], p_keys text[], p_bodies bytea[])
returns jsonb[] language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as
$$
declare
  answers jsonb[];
  orders uuid[];
  one uuid;
  paid record;
  wanted record;
begin
  perform set_config('app.festival', p_festival::text, true);
  perform commit_without_waiting();
  select array_agg(p.order_id order by a.nth) into orders from unnest(p_payments) with ordinality as a (id, nth)
  cross join lateral (select order_id from payment where festival_id = p_festival and id = a.id limit 1) as p;
  if coalesce(cardinality(orders), 0) < cardinality(p_payments) then perform fail('general.not_found'); end if;
  perform from (select distinct id from unnest(orders) as id order by id) as a
  cross join lateral (select from ticket_order where festival_id = p_festival and id = a.id for update) as locked;
  perform from (select distinct id from unnest(p_payments) as id order by id) as a
  cross join lateral (select from payment where festival_id = p_festival and id = a.id for update) as locked;

  select count(distinct a.id) as number, bool_or(p.status in ('FAILED', 'REFUNDED') or o.status = 'CANCELLED') as closed,
    bool_or(p.status = 'COMPLETED') as known
  into paid from unnest(p_payments) as a (id)
  cross join lateral (select * from payment where festival_id = p_festival and id = a.id limit 1) as p
  cross join lateral (select * from ticket_order where festival_id = p_festival and id = p.order_id limit 1) as o;
  -- Given up meanwhile: money that comes now is for nothing and must go back.
  if paid.closed then perform fail('ticketing.order_closed'); end if;
  if paid.number < cardinality(p_payments) or (paid.known and cardinality(p_payments) > 1) then perform fail('payments.in_progress'); end if;
  if paid.known then
    answers := array[order_view(p_festival, orders[1])];
    perform idempotency_keeps(p_callers, p_keys, p_bodies, answers);
    return answers;
  end if;
  perform require_selling(p_festival);

  for wanted in
    -- Places that an expired order has given back already are taken anew.
    select l.quota_id, sum(l.quantity)::int as places, coalesce(sum(l.quantity) filter (where o.status = 'EXPIRED'), 0)::int as anew
    from unnest(orders) as a (id)
    cross join lateral (select * from ticket_order where festival_id = p_festival and id = a.id limit 1) as o
    cross join lateral (
      select quota_id, quantity from basket_line where festival_id = p_festival and basket_id = o.basket_id and quota_id is not null
      union all
      select quota_id, places from basket_claim where festival_id = p_festival and basket_id = o.basket_id
    ) as l
    group by 1 order by 1
  loop
    update quota set sold = sold + wanted.places, held = held - (wanted.places - wanted.anew)
    where festival_id = p_festival and id = wanted.quota_id and (wanted.anew = 0 or sold + held + wanted.anew <= capacity);
    if not found then perform fail('ticketing.sold_out'); end if;
  end loop;

  foreach one in array p_payments loop
    update payment set status = 'COMPLETED', action = null, reason = null, changed_at = now() where festival_id = p_festival and id = one;
  end loop;
  foreach one in array orders loop
    update ticket_order set status = 'PAID', paid_at = now() where festival_id = p_festival and id = one;
  end loop;
  insert into ticket (festival_id, id, order_id, ticket_type_id, line_no, holder)
  select p_festival, new_id(), o.id, l.ticket_type_id, l.line_no,
    coalesce(o.details->'attendees'->l.line_no::text->(nth - 1)->>'name', o.name)
  from unnest(orders) as a (id)
  cross join lateral (select * from ticket_order where festival_id = p_festival and id = a.id limit 1) as o
  cross join lateral (
    select * from basket_line where festival_id = p_festival and basket_id = o.basket_id and kind = 'TICKET' offset 0) as l
  cross join generate_series(1, l.quantity) as nth;
  insert into ledger_entry (festival_id, id, kind, occurred_at, legs)
  select p_festival, p.id, 'ORDER_PAID', now(), booked.legs
  from unnest(p_payments) as a (id)
  cross join lateral (select * from payment where festival_id = p_festival and id = a.id limit 1) as p
  cross join lateral (select * from ticket_order where festival_id = p_festival and id = p.order_id limit 1) as o
  cross join lateral order_legs(p_festival, o.basket_id, p.provider, o.currency, o.total) as booked
  where o.total > 0;

  select array_agg(v.answer order by v.nth) into answers from order_views(p_festival, orders) as v;
  perform record_events('ticketing.order_paid', orders, p_by,
    array(select jsonb_build_object('payment', a.id, 'total', a.answer->'total') from unnest(p_payments, answers) as a (id, answer)));
  perform idempotency_keeps(p_callers, p_keys, p_bodies, answers);
  return answers;
end
$$;

-- Gives held places back, quotas in the order of their ids.
create or replace function return_places(p_festival uuid, p_baskets uuid[]) returns void language plpgsql as
$$
declare
  given record;
begin
  for given in
    select quota_id, sum(places)::int as places from (
      select quota_id, quantity as places from basket_line where festival_id = p_festival and basket_id = any(p_baskets) and quota_id is not null
      union all
      select quota_id, places from basket_claim where festival_id = p_festival and basket_id = any(p_baskets)
    ) as claimed group by 1 order by 1
  loop
    update quota set held = held - given.places where festival_id = p_festival and id = given.quota_id;
  end loop;
end
$$;

-- What a refund gives back, by type and rate.
create or replace function refunded_lines(p_festival uuid, p_refund uuid)
returns table (ticket_type_id uuid, vat int, tickets int, net bigint, vat_amount bigint) language sql stable as
$$
  select t.ticket_type_id, l.vat, count(*)::int, sum(r.amount - r.vat_amount)::bigint, sum(r.vat_amount)::bigint
  from refund_ticket r join ticket t on t.festival_id = r.festival_id and t.id = r.ticket_id
  join ticket_order o on o.festival_id = t.festival_id and o.id = t.order_id
  join basket_line l on l.festival_id = o.festival_id and l.basket_id = o.basket_id and l.line_no = t.line_no
  where r.festival_id = p_festival and r.refund_id = p_refund group by 1, 2
$$;


-- Fees, options and gifts are revenue, but no tickets.
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
    from paid p join basket_line l on l.festival_id = p.festival_id and l.basket_id = p.basket_id and l.kind = 'TICKET'
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

create or replace function latest_orders(p_festival uuid, most int)
returns table (id uuid, reference text, name text, status text, total bigint, currency text, tickets int, placed_at timestamptz)
language sql stable as
$$
  select o.id, o.reference, o.name, o.status, o.total, o.currency,
    (select coalesce(sum(l.quantity), 0)::int from basket_line l where l.festival_id = o.festival_id and l.basket_id = o.basket_id
      and l.kind = 'TICKET'), o.placed_at
  from ticket_order o where o.festival_id = p_festival order by o.placed_at desc, o.id desc limit most
$$;

create or replace function lookup.orders_of(p_person uuid, after_placed_at timestamptz, after_id uuid, most int)
returns table (festival_id uuid, order_id uuid, reference text, status text, currency text, total bigint, placed_at timestamptz,
  paid_at timestamptz, tickets int, festival jsonb)
language sql stable security definer set search_path = public, pg_temp as
$$
  select o.festival_id, o.id, o.reference, o.status, o.currency, o.total, date_trunc('milliseconds', o.placed_at), o.paid_at,
    (select coalesce(sum(l.quantity), 0)::int from basket_line l where l.festival_id = o.festival_id and l.basket_id = o.basket_id
      and l.kind = 'TICKET'),
    jsonb_build_object('name', f.name, 'slug', f.slug, 'startsOn', f.starts_on, 'endsOn', f.ends_on)
  from ticket_order o join festival f on f.id = o.festival_id
  where (o.person_id = p_person
      or o.email = (select p.email from person p where p.id = p_person and p.email_verified_at is not null and p.deleted_at is null))
    and (after_id is null or (date_trunc('milliseconds', o.placed_at), o.id) < (after_placed_at, after_id))
  order by date_trunc('milliseconds', o.placed_at) desc, o.id desc limit most
$$;

-- What a hold must know of types, with the festival's rules of pricing. Steps and variations that are counted say what is free of them.
create function platform.with_stock(p_festival uuid, parts jsonb) returns jsonb language sql stable as
$$
  select jsonb_agg(part || jsonb_build_object('stock', case when part->>'quotaId' is not null then
    (select jsonb_build_object('quotaId', q.id, 'free', q.capacity - q.sold - q.held) from quota q
      where q.festival_id = p_festival and q.id = (part->>'quotaId')::uuid) end) order by nth)
  from jsonb_array_elements(parts) with ordinality as p (part, nth)
$$;

drop function lookup.ticket_catalogue(uuid, uuid[]);
create function lookup.ticket_catalogue(p_festival uuid, p_types uuid[])
returns table (id uuid, quota_id uuid, name jsonb, price bigint, vat int, min_per_order int, max_per_order int, hidden boolean,
  on_sale_from timestamptz, on_sale_until timestamptz, names_price boolean, tiers jsonb, variations jsonb, festival_status text, currency text,
  country text, rules jsonb)
language sql stable security definer set search_path = public, pg_temp as
$$
  select t.id, t.quota_id, t.name, t.price, t.vat, t.min_per_order, t.max_per_order, t.hidden, t.on_sale_from, t.on_sale_until, t.names_price,
    case when t.tiers <> '[]' then platform.with_stock(p_festival, t.tiers) end,
    case when t.variations <> '[]' then platform.with_stock(p_festival, t.variations) end, f.status, f.currency, f.place->>'country', r.rules
  from ticket_type t join festival f on f.id = t.festival_id left join price_rules r on r.festival_id = t.festival_id
  where t.festival_id = p_festival and t.id = any(p_types) and f.status <> 'DRAFT' and f.deleted_at is null
$$;

-- Codes as they stand, found as they were typed.
create function lookup.promo_codes(p_festival uuid, p_typed text[])
returns table (id uuid, code text, effect text, value bigint, per text, ticket_type_ids uuid[], opens uuid[], most_tickets int,
  valid_from timestamptz, valid_until timestamptz, stacks boolean, with_discounts boolean, disabled boolean, uses jsonb, budget jsonb)
language sql stable security definer set search_path = public, pg_temp as
$$
  select c.id, c.code::text, c.effect, c.value, c.per, c.ticket_type_ids, c.opens, c.most_tickets, c.valid_from, c.valid_until, c.stacks,
    c.with_discounts, c.disabled,
    (select jsonb_build_object('quotaId', q.id, 'free', q.capacity - q.sold - q.held) from quota q
      where q.festival_id = c.festival_id and q.id = c.uses_quota_id),
    (select jsonb_build_object('quotaId', q.id, 'free', q.capacity - q.sold - q.held) from quota q
      where q.festival_id = c.festival_id and q.id = c.budget_quota_id)
  from promo_code c where c.festival_id = p_festival and c.code = any(p_typed::citext[])
$$;

-- What may be added, as far as it is wanted.
create function lookup.options_on_sale(p_festival uuid, p_options uuid[])
returns table (id uuid, quota_id uuid, name jsonb, price bigint, vat int, needs_ticket boolean, most int, ticket_type_ids uuid[])
language sql stable security definer set search_path = public, pg_temp as
$$
  select o.id, o.quota_id, o.name, o.price, o.vat, o.needs_ticket, o.most, o.ticket_type_ids
  from ticket_option o where o.festival_id = p_festival and o.id = any(p_options) and o.deleted_at is null
$$;

-- The types that bundles are made of.
create function lookup.bundle_types(p_festival uuid, p_bundles uuid[]) returns table (id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$
  select distinct (part->>'ticketTypeId')::uuid from price_rules r
  cross join lateral jsonb_array_elements(r.rules->'bundles') as bundle cross join lateral jsonb_array_elements(bundle->'parts') as part
  where r.festival_id = p_festival and (bundle->>'id')::uuid = any(p_bundles)
$$;

-- Options of an order that is given back as a whole are free again.
create function order_frees_options() returns trigger language plpgsql as
$$
declare
  given record;
begin
  for given in
    select quota_id, sum(quantity)::int as places from basket_line
    where festival_id = new.festival_id and basket_id = new.basket_id and kind = 'OPTION' and quota_id is not null group by 1 order by 1
  loop
    update quota set sold = sold - given.places where festival_id = new.festival_id and id = given.quota_id;
  end loop;
  return null;
end
$$;
create trigger order_frees_options after update of status on ticket_order
  for each row when (old.status = 'PAID' and new.status = 'REFUNDED') execute function order_frees_options();

create or replace function lookup.forget_buyers(p_today date) returns int
language sql volatile security definer set search_path = public, pg_temp as
$$
  with gone as (
    select o.festival_id, o.id, o.basket_id from ticket_order o
    join person p on p.id = o.person_id join festival f on f.id = o.festival_id
    where p.deleted_at is not null and o.name <> '' and f.ends_on < p_today - 30
  ), holders as (
    update ticket t set holder = '' from gone g where t.festival_id = g.festival_id and t.order_id = g.id
  ), buyers as (
    update ticket_order o set name = '', email = 'erased-' || o.id || '@erased.invalid', details = null from gone g
    where o.festival_id = g.festival_id and o.id = g.id returning 1
  )
  select count(*)::int from buyers
$$;
