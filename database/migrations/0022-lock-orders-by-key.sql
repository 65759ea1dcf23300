-- Locks of the hot path by primary key alone. A join was planned once, while the tables were small, and then read more and more of a
-- festival's orders for each payment; two look-ups by key cost the same for the first order and for the millionth.

-- The order that a payment pays, locked; all nulls when there is no such payment.
create function lock_order_of_payment(p_festival uuid, p_payment uuid) returns ticket_order language plpgsql as
$$
declare
  wanted uuid;
  locked ticket_order;
begin
  select order_id into wanted from payment where festival_id = p_festival and id = p_payment;
  select * into locked from ticket_order where festival_id = p_festival and id = wanted for update;
  return locked;
end
$$;

-- Reserves an order for one payment attempt. Answers { kept } for a key seen before, else { amount, currency }.
-- Whoever calls it sees to it that it is on the disk before money moves.
create or replace function begin_payment(p_festival uuid, p_order uuid, p_secret_hash bytea, p_payment uuid, p_provider text,
  p_caller bytea, p_key text, p_body_hash bytea) returns jsonb language plpgsql as
$$
declare
  kept text;
  wanted ticket_order;
begin
  perform set_config('app.festival', p_festival::text, true);
  perform commit_without_waiting();
  select * into wanted from ticket_order where festival_id = p_festival and id = p_order for update;
  perform from basket where festival_id = p_festival and id = wanted.basket_id and secret_hash = p_secret_hash;
  if not found then perform fail('general.not_found'); end if;
  -- Asked once the order is ours: another request with this key may have settled it while we waited.
  if p_key is not null then
    kept := idempotency_claim(p_caller, p_key, p_body_hash);
    if kept is not null then return jsonb_build_object('kept', kept::jsonb); end if;
  end if;
  if wanted.status in ('PAID', 'REFUNDED') then perform fail('ticketing.already_paid'); end if;
  if wanted.status = 'EXPIRED' or (wanted.status = 'AWAITING_PAYMENT' and wanted.pay_until <= now()) then
    perform fail('ticketing.hold_expired');
  end if;
  if wanted.status <> 'AWAITING_PAYMENT' then perform fail('ticketing.order_closed'); end if;
  perform require_selling(p_festival);
  if exists (select from payment p where p.festival_id = p_festival and p.order_id = p_order and p.status = 'PROCESSING') then
    perform fail('payments.in_progress');
  end if;
  -- An attempt left at the bank's question is given up for this one.
  update payment set status = 'FAILED', reason = 'abandoned', action = null, changed_at = now()
  where festival_id = p_festival and order_id = p_order and status = 'PENDING';
  insert into payment (festival_id, id, order_id, provider, status, amount, currency)
  values (p_festival, p_payment, p_order, case wanted.total when 0 then 'none' else p_provider end, 'PROCESSING', wanted.total, wanted.currency);
  return jsonb_build_object('amount', wanted.total, 'currency', wanted.currency);
end
$$;

create or replace function resume_payment(p_festival uuid, p_payment uuid, p_caller bytea, p_key text, p_body_hash bytea) returns jsonb language plpgsql as
$$
declare
  kept text;
  waiting payment;
begin
  perform set_config('app.festival', p_festival::text, true);
  perform lock_order_of_payment(p_festival, p_payment);
  select * into waiting from payment where festival_id = p_festival and id = p_payment for update;
  if not found then perform fail('general.not_found'); end if;
  if p_key is not null then
    kept := idempotency_claim(p_caller, p_key, p_body_hash);
    if kept is not null then return kept::jsonb; end if;
  end if;
  if waiting.status = 'COMPLETED' then return order_view(p_festival, waiting.order_id); end if;
  if waiting.action is distinct from 'authenticate' then perform fail('payments.nothing_to_authenticate'); end if;
  update payment set status = 'PROCESSING', changed_at = now() where festival_id = p_festival and id = p_payment and status = 'PENDING';
  return null;
end
$$;

create or replace function settle_payment(p_festival uuid, p_payment uuid, p_by jsonb, p_caller bytea, p_key text, p_body_hash bytea)
returns jsonb language plpgsql as
$$
declare
  answer jsonb;
  paid payment;
  bought ticket_order;
  wanted record;
begin
  perform set_config('app.festival', p_festival::text, true);
  perform commit_without_waiting();
  bought := lock_order_of_payment(p_festival, p_payment);
  if bought.id is null then perform fail('general.not_found'); end if;
  select * into paid from payment where festival_id = p_festival and id = p_payment for update;
  -- Given up meanwhile: money that comes now is for nothing and must go back.
  if paid.status in ('FAILED', 'REFUNDED') or bought.status = 'CANCELLED' then perform fail('ticketing.order_closed'); end if;
  if paid.status = 'COMPLETED' then
    answer := order_view(p_festival, bought.id);
    if p_key is not null then perform idempotency_keep(p_caller, p_key, p_body_hash, answer::text); end if;
    return answer;
  end if;
  perform require_selling(p_festival);

  for wanted in
    select quota_id, sum(quantity)::int as places from basket_line
    where festival_id = p_festival and basket_id = bought.basket_id group by 1 order by 1
  loop
    update quota set sold = sold + wanted.places, held = held - case when bought.status = 'EXPIRED' then 0 else wanted.places end
    where festival_id = p_festival and id = wanted.quota_id
      and (bought.status <> 'EXPIRED' or sold + held + wanted.places <= capacity);
    if not found then perform fail('ticketing.sold_out'); end if;
  end loop;

  update payment set status = 'COMPLETED', action = null, reason = null, changed_at = now() where festival_id = p_festival and id = p_payment;
  update ticket_order set status = 'PAID', paid_at = now() where festival_id = p_festival and id = bought.id;
  insert into ticket (festival_id, id, order_id, ticket_type_id, holder)
  select p_festival, new_id(), bought.id, l.ticket_type_id, bought.name
  from basket_line l cross join generate_series(1, l.quantity)
  where l.festival_id = p_festival and l.basket_id = bought.basket_id;
  perform record_event('ticketing.order_paid', bought.id, p_by, jsonb_build_object('payment', p_payment, 'total', bought.total));

  answer := order_view(p_festival, bought.id);
  if p_key is not null then perform idempotency_keep(p_caller, p_key, p_body_hash, answer::text); end if;
  return answer;
end
$$;
