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

-- Deeds --------------------------------------------------------------------------------------------------------------

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

drop function hold_basket(uuid, uuid, bytea, jsonb, text, int, jsonb, bytea, text, bytea);
drop function place_order(uuid, uuid, uuid, bytea, text, text, text, text, uuid, int, jsonb, bytea, text, bytea);
drop function begin_payment(uuid, uuid, bytea, uuid, text, bytea, text, bytea);
drop function settle_payment(uuid, uuid, jsonb, bytea, text, bytea);
