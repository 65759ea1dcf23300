-- The hot path, for many at once: what several buyers ask at the same moment is one call, one transaction, and a statement for all of them
-- instead of one for each. Either all of a call is done or nothing; whoever called with several then asks for each alone, and the one
-- that cannot be done hears why. So there is one function a deed, whether one asks or a hundred.
--
-- Arrays run side by side: the n-th of each belongs to the n-th who asks. Answers come in the same order.
--
-- A plan is made once a session, maybe while the tables are still small, and must be good for the millionth order too. So rows are found
-- by their whole key alone, for each who asks: `lateral (… limit 1)` cannot be turned around into reading all that a festival has.

-- Claims the keys of all who ask: null when everything is to be done now. An answer that was kept is given to who asks alone.
create function idempotency_claims(p_callers bytea[], p_keys text[], p_bodies bytea[]) returns text language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as
$$
declare
  claimed record;
begin
  if cardinality(p_keys) = 1 then
    return case when p_keys[1] is not null then idempotency_claim(p_callers[1], p_keys[1], p_bodies[1]) end;
  end if;
  select bool_and(pg_try_advisory_xact_lock(hashtextextended(encode(a.caller, 'hex') || a.key, 1))) as ours,
    count(*) = count(distinct (a.caller, a.key)) as each_once
  into claimed from unnest(p_callers, p_keys) as a (caller, key) where a.key is not null;
  if not coalesce(claimed.ours and claimed.each_once, true) then perform fail('general.idempotency_in_flight'); end if;
  perform from unnest(p_callers, p_keys) as a (caller, key)
  cross join lateral (select from idempotency where caller = a.caller and key = a.key limit 1) as kept;
  if found then perform fail('general.idempotency_in_flight'); end if;
  return null;
end
$$;

create function idempotency_keeps(p_callers bytea[], p_keys text[], p_bodies bytea[], p_answers jsonb[]) returns void language sql as
$$
  insert into idempotency (caller, key, body_hash, answer)
  select a.caller, a.key, a.body, a.answer::text from unnest(p_callers, p_keys, p_bodies, p_answers) as a (caller, key, body, answer)
  where a.key is not null on conflict do nothing
$$;

create function record_events(p_name text, p_subjects uuid[], p_by jsonb[], p_after jsonb[]) returns void language sql as
$$
  insert into event (festival_id, id, name, actor_kind, actor_id, subject_id, after, request_id)
  select current_festival(), new_id(), p_name, e.by->>'kind', (e.by->>'id')::uuid, e.subject, e.after, e.by->>'request'
  from unnest(p_subjects, p_by, p_after) as e (subject, by, after)
$$;

-- Views --------------------------------------------------------------------------------------------------------------

create function basket_views(p_festival uuid, p_baskets uuid[]) returns table (nth bigint, answer jsonb) language sql stable as
$$
  select asked.nth, jsonb_build_object('id', b.id, 'status', b.status, 'expiresAt', iso(b.expires_at), 'currency', b.currency,
    'total', b.total, 'lines', (
      select jsonb_agg(jsonb_build_object('ticketTypeId', l.ticket_type_id, 'name', l.name, 'quantity', l.quantity,
        'unitPrice', l.unit_price, 'vat', l.vat) order by l.ticket_type_id)
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
      select jsonb_agg(jsonb_build_object('ticketTypeId', l.ticket_type_id, 'name', l.name, 'quantity', l.quantity,
        'unitPrice', l.unit_price, 'vat', l.vat) order by l.ticket_type_id)
      from basket_line l where l.festival_id = p_festival and l.basket_id = o.basket_id),
    'payment', (
      select jsonb_build_object('id', p.id, 'provider', p.provider, 'status', p.status, 'amount', p.amount, 'currency', p.currency,
        'action', p.action, 'reason', p.reason)
      from payment p where p.festival_id = p_festival and p.order_id = o.id order by p.started_at desc, p.id desc limit 1),
    'tickets', coalesce((
      select jsonb_agg(jsonb_build_object('id', t.id, 'festivalId', t.festival_id, 'orderId', t.order_id,
        'ticketTypeId', t.ticket_type_id, 'typeName', y.name, 'holder', t.holder, 'status', t.status) order by t.id)
      from ticket t join ticket_type y on y.festival_id = p_festival and y.id = t.ticket_type_id
      where t.festival_id = p_festival and t.order_id = o.id), '[]'))
  from unnest(p_orders) with ordinality as asked (id, nth)
  cross join lateral (select * from ticket_order where festival_id = p_festival and id = asked.id limit 1) as o
$$;

create or replace function order_view(p_festival uuid, p_order uuid) returns jsonb language sql stable as
$$ select answer from order_views(p_festival, array[p_order]) $$;

drop function basket_lines(uuid, uuid);

-- Deeds --------------------------------------------------------------------------------------------------------------

-- Holds whole baskets. Quotas are claimed in the order of their ids, so that two calls cannot wait for each other.
create function hold_baskets(p_festival uuid, p_baskets uuid[], p_secrets bytea[], p_lines jsonb[], p_currencies text[], p_seconds int[],
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
    select (line->>'quotaId')::uuid as quota_id, sum((line->>'quantity')::int)::int as places, jsonb_agg(line->'ticketTypeId') as types
    from unnest(p_lines) as lines cross join lateral jsonb_array_elements(lines) as line group by 1 order by 1
  loop
    update quota set held = held + wanted.places
    where festival_id = p_festival and id = wanted.quota_id and sold + held + wanted.places <= capacity;
    if not found then perform fail('ticketing.sold_out', jsonb_build_object('ticketTypeIds', wanted.types)); end if;
  end loop;

  insert into basket (festival_id, id, secret_hash, currency, total, expires_at)
  select p_festival, a.id, a.secret, a.currency, (
      select sum((line->>'quantity')::bigint * (line->>'unitPrice')::bigint) from jsonb_array_elements(a.lines) as line),
    now() + make_interval(secs => a.seconds)
  from unnest(p_baskets, p_secrets, p_currencies, p_seconds, p_lines) as a (id, secret, currency, seconds, lines);
  insert into basket_line (festival_id, basket_id, ticket_type_id, quota_id, name, quantity, unit_price, vat, vat_amount)
  select p_festival, a.id, (line->>'ticketTypeId')::uuid, (line->>'quotaId')::uuid, line->'name', (line->>'quantity')::int,
    (line->>'unitPrice')::bigint, (line->>'vat')::int, (line->>'vatAmount')::bigint
  from unnest(p_baskets, p_lines) as a (id, lines) cross join lateral jsonb_array_elements(a.lines) as line;
  perform record_events('ticketing.basket_held', p_baskets, p_by, null);

  select array_agg(v.answer order by v.nth) into answers from basket_views(p_festival, p_baskets) as v;
  perform idempotency_keeps(p_callers, p_keys, p_bodies, answers);
  return answers;
end
$$;

-- Makes orders of held baskets, at the prices of the hold.
create function place_orders(p_festival uuid, p_orders uuid[], p_baskets uuid[], p_secrets bytea[], p_references text[], p_emails text[],
  p_names text[], p_languages text[], p_persons uuid[], p_pay_seconds int[], p_by jsonb[], p_callers bytea[], p_keys text[],
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
  insert into ticket_order (festival_id, id, basket_id, reference, email, name, language, person_id, currency, total, pay_until)
  select p_festival, a.id, b.id, a.reference, a.email, a.name, a.language, a.person, b.currency, b.total,
    greatest(b.expires_at, now() + make_interval(secs => a.pay_seconds))
  from unnest(p_orders, p_baskets, p_references, p_emails, p_names, p_languages, p_persons, p_pay_seconds)
    as a (id, basket_id, reference, email, name, language, person, pay_seconds)
  cross join lateral (select * from basket where festival_id = p_festival and id = a.basket_id limit 1) as b;

  select array_agg(v.answer order by v.nth) into answers from order_views(p_festival, p_orders) as v;
  perform record_events('ticketing.order_placed', p_orders, p_by,
    array(select jsonb_build_object('reference', a->'reference', 'total', a->'total') from unnest(answers) as a));
  perform idempotency_keeps(p_callers, p_keys, p_bodies, answers);
  return answers;
end
$$;

-- Reserves orders for one payment attempt each. Answers { kept } for a key seen before, else { amount, currency }.
-- Whoever calls it sees to it that it is on the disk before money moves.
create function begin_payments(p_festival uuid, p_orders uuid[], p_secrets bytea[], p_payments uuid[], p_providers text[],
  p_callers bytea[], p_keys text[], p_bodies bytea[]) returns jsonb[] language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as
$$
declare
  kept text;
  refused text;
  earlier record;
begin
  perform set_config('app.festival', p_festival::text, true);
  perform commit_without_waiting();
  perform from (select id from unnest(p_orders) as id order by id) as a
  cross join lateral (select from ticket_order where festival_id = p_festival and id = a.id for update) as locked;
  perform from unnest(p_orders, p_secrets) as a (order_id, secret)
  left join lateral (select basket_id from ticket_order where festival_id = p_festival and id = a.order_id limit 1) as o on true
  left join lateral (select id from basket where festival_id = p_festival and id = o.basket_id and secret_hash = a.secret limit 1) as b on true
  where b.id is null;
  if found then perform fail('general.not_found'); end if;
  -- Asked once the orders are ours: another request with this key may have settled one while we waited.
  kept := idempotency_claims(p_callers, p_keys, p_bodies);
  if kept is not null then return array[jsonb_build_object('kept', kept::jsonb)]; end if;

  select case when o.status in ('PAID', 'REFUNDED') then 'ticketing.already_paid'
    when o.status = 'EXPIRED' or (o.status = 'AWAITING_PAYMENT' and o.pay_until <= now()) then 'ticketing.hold_expired'
    when o.status <> 'AWAITING_PAYMENT' then 'ticketing.order_closed' end
  into refused from unnest(p_orders) as a (id)
  cross join lateral (select status, pay_until from ticket_order where festival_id = p_festival and id = a.id limit 1) as o
  where o.status <> 'AWAITING_PAYMENT' or o.pay_until <= now() limit 1;
  if found then perform fail(refused); end if;
  perform require_selling(p_festival);
  -- An attempt left at the bank's question is given up for this one; one that the bank is working on is not.
  for earlier in
    select p.id, p.status from unnest(p_orders) as a (id) cross join lateral (
      select id, status from payment where festival_id = p_festival and order_id = a.id and status in ('PENDING', 'PROCESSING') limit 1) as p
  loop
    if earlier.status = 'PROCESSING' then perform fail('payments.in_progress'); end if;
    update payment set status = 'FAILED', reason = 'abandoned', action = null, changed_at = now()
    where festival_id = p_festival and id = earlier.id;
  end loop;
  insert into payment (festival_id, id, order_id, provider, status, amount, currency)
  select p_festival, a.id, o.id, case o.total when 0 then 'none' else a.provider end, 'PROCESSING', o.total, o.currency
  from unnest(p_payments, p_orders, p_providers) as a (id, order_id, provider)
  cross join lateral (select * from ticket_order where festival_id = p_festival and id = a.order_id limit 1) as o;
  return array(
    select jsonb_build_object('amount', p.amount, 'currency', p.currency) from unnest(p_payments) with ordinality as a (id, nth)
    cross join lateral (select amount, currency from payment where festival_id = p_festival and id = a.id limit 1) as p order by a.nth);
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
    select 'TICKET_SALES', l.ticket_type_id::text, l.vat, l.vat_amount - l.quantity * l.unit_price
    from basket_line l where l.festival_id = p_festival and l.basket_id = p_basket
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
    cross join lateral (select * from basket_line where festival_id = p_festival and basket_id = o.basket_id offset 0) as l
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
  insert into ticket (festival_id, id, order_id, ticket_type_id, holder)
  select p_festival, new_id(), o.id, l.ticket_type_id, o.name
  from unnest(orders) as a (id)
  cross join lateral (select * from ticket_order where festival_id = p_festival and id = a.id limit 1) as o
  cross join lateral (select * from basket_line where festival_id = p_festival and basket_id = o.basket_id offset 0) as l
  cross join generate_series(1, l.quantity);
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

drop function hold_basket(uuid, uuid, bytea, jsonb, text, int, jsonb, bytea, text, bytea);
drop function place_order(uuid, uuid, uuid, bytea, text, text, text, text, uuid, int, jsonb, bytea, text, bytea);
drop function begin_payment(uuid, uuid, bytea, uuid, text, bytea, text, bytea);
drop function settle_payment(uuid, uuid, jsonb, bytea, text, bytea);
