-- Tickets from offer to entry: quotas, baskets that hold, orders, payments, tickets; and the functions of the hot path.
-- TypeScript prices and permits; these functions claim capacity and write, each in one statement from the API.

create function iso(moment timestamptz) returns text language sql immutable parallel safe as
$$ select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

-- Writes an event of a hot function; `by` is { kind, id, request }.
create function record_event(p_name text, p_subject uuid, p_by jsonb, p_after jsonb) returns void language sql as
$$
  insert into event (festival_id, id, name, actor_kind, actor_id, subject_id, after, request_id)
  values (current_festival(), new_id(), p_name, p_by->>'kind', (p_by->>'id')::uuid, p_subject, p_after, p_by->>'request')
$$;

-- Raises an error of the catalogue; the API answers it as it is.
create function fail(p_name text, p_details jsonb default '{}') returns void language plpgsql as
$$ begin raise exception '%', p_name using errcode = 'FE001', detail = p_details::text; end $$;

-- Payments -----------------------------------------------------------------------------------------------------------

create table payment (
  festival_id uuid not null references festival,
  id uuid not null,
  order_id uuid not null,
  provider text not null check (provider in ('sandbox', 'none')),
  status text not null check (status in ('PENDING', 'PROCESSING', 'COMPLETED', 'FAILED', 'REFUNDED')),
  amount bigint not null check (amount >= 0),
  currency text not null,
  action text check (action in ('authenticate')),
  reason text,
  started_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (festival_id, id)
);
-- An order is charged by one payment at a time, and paid by one for good.
create unique index payment_one_alive on payment (festival_id, order_id) where status in ('PENDING', 'PROCESSING', 'COMPLETED');
create index payment_of_order on payment (festival_id, order_id, started_at desc);
create index payment_unresolved on payment (changed_at) where status = 'PROCESSING';
call platform.guard_tenant('payment', 'select, insert, update');

-- An illegal step of the payment's state machine is impossible, whoever writes.
create function payment_step() returns trigger language plpgsql as
$$
begin
  if (old.status, new.status) in (('PENDING', 'PROCESSING'), ('PENDING', 'COMPLETED'), ('PENDING', 'FAILED'), ('PROCESSING', 'PENDING'),
    ('PROCESSING', 'COMPLETED'), ('PROCESSING', 'FAILED'), ('PROCESSING', 'REFUNDED'), ('FAILED', 'REFUNDED'),
    ('COMPLETED', 'REFUNDED')) then return new; end if;
  raise exception 'a payment cannot go from % to %', old.status, new.status using errcode = '23514';
end
$$;
create trigger payment_steps before update of status on payment for each row when (old.status <> new.status) execute function payment_step();

-- The sandbox provider's own book, as a bank would keep it: one charge per key, found again after a crash.
create table sandbox_charge (
  key text primary key,
  amount bigint not null,
  currency text not null,
  outcome text not null check (outcome in ('succeeded', 'requires_action', 'processing', 'declined', 'insufficient_funds', 'refunded')),
  made_at timestamptz not null default now(),
  settles_at timestamptz
);
grant select, insert, update on sandbox_charge to festivals_api;

-- Ticketing ----------------------------------------------------------------------------------------------------------

create table quota (
  festival_id uuid not null references festival,
  id uuid not null,
  capacity int not null,
  sold int not null default 0,
  held int not null default 0,
  primary key (festival_id, id),
  constraint quota_never_negative check (capacity >= 0 and sold >= 0 and held >= 0),
  constraint quota_never_oversold check (sold + held <= capacity)
) with (fillfactor = 50);
call platform.guard_tenant('quota', 'select, insert, update');

create table ticket_type (
  festival_id uuid not null references festival,
  id uuid not null,
  quota_id uuid not null,
  name jsonb not null,
  description jsonb not null default '{}',
  price bigint not null check (price >= 0),
  vat int not null check (vat between 0 and 10000),
  max_per_order int not null check (max_per_order between 1 and 50),
  sort_order int not null default 0,
  on_sale_from timestamptz,
  on_sale_until timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  primary key (festival_id, id),
  foreign key (festival_id, quota_id) references quota
);
call platform.guard_tenant('ticket_type', 'select, insert, update');

create table basket (
  festival_id uuid not null references festival,
  id uuid not null,
  secret_hash bytea not null,
  status text not null default 'HELD' check (status in ('HELD', 'ORDERED', 'RELEASED')),
  currency text not null,
  total bigint not null check (total >= 0),
  held_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (festival_id, id)
);
create index basket_expiring on basket (expires_at) where status = 'HELD';
call platform.guard_tenant('basket', 'select, insert, update');

-- Name, price and VAT as they were when the hold was taken: the buyer pays what the buyer saw.
create table basket_line (
  festival_id uuid not null,
  basket_id uuid not null,
  ticket_type_id uuid not null,
  quota_id uuid not null,
  name jsonb not null,
  quantity int not null check (quantity > 0),
  unit_price bigint not null check (unit_price >= 0),
  vat int not null,
  primary key (festival_id, basket_id, ticket_type_id),
  foreign key (festival_id, basket_id) references basket,
  foreign key (festival_id, ticket_type_id) references ticket_type
);
call platform.guard_tenant('basket_line', 'select, insert');

create table ticket_order (
  festival_id uuid not null references festival,
  id uuid not null,
  basket_id uuid not null,
  reference text not null,
  status text not null default 'AWAITING_PAYMENT' check (status in ('AWAITING_PAYMENT', 'PAID', 'EXPIRED', 'CANCELLED', 'REFUNDED')),
  email citext not null,
  name text not null,
  language text not null,
  person_id uuid references person,
  currency text not null,
  total bigint not null check (total >= 0),
  placed_at timestamptz not null default now(),
  pay_until timestamptz not null,
  paid_at timestamptz,
  primary key (festival_id, id),
  foreign key (festival_id, basket_id) references basket,
  constraint order_one_per_basket unique (festival_id, basket_id),
  constraint order_reference_unique unique (festival_id, reference),
  check ((status in ('PAID', 'REFUNDED')) = (paid_at is not null))
);
create index order_newest_first on ticket_order (festival_id, placed_at desc, id desc);
create index order_of_email on ticket_order (email);
create index order_of_person on ticket_order (person_id) where person_id is not null;
create index order_unpaid on ticket_order (pay_until) where status = 'AWAITING_PAYMENT';
call platform.guard_tenant('ticket_order', 'select, insert, update');

create function order_step() returns trigger language plpgsql as
$$
begin
  if (old.status, new.status) in (('AWAITING_PAYMENT', 'PAID'), ('AWAITING_PAYMENT', 'EXPIRED'), ('AWAITING_PAYMENT', 'CANCELLED'),
    ('EXPIRED', 'PAID'), ('PAID', 'REFUNDED')) then return new; end if;
  raise exception 'an order cannot go from % to %', old.status, new.status using errcode = '23514';
end
$$;
create trigger order_steps before update of status on ticket_order for each row when (old.status <> new.status) execute function order_step();

create table ticket (
  festival_id uuid not null references festival,
  id uuid not null,
  order_id uuid not null,
  ticket_type_id uuid not null,
  holder text not null,
  status text not null default 'SOLD' check (status in ('RESERVED', 'SOLD', 'USED', 'CANCELLED', 'REFUNDED')),
  issued_at timestamptz not null default now(),
  -- The transaction of the last change: gates read on from there, behind the snapshot horizon.
  changed_xid xid8 not null default pg_current_xact_id(),
  primary key (festival_id, id),
  foreign key (festival_id, order_id) references ticket_order,
  foreign key (festival_id, ticket_type_id) references ticket_type
);
create index ticket_of_order on ticket (festival_id, order_id);
create index ticket_by_change on ticket (festival_id, changed_xid, id);
call platform.guard_tenant('ticket', 'select, insert, update');

create function ticket_changed() returns trigger language plpgsql as
$$ begin new.changed_xid := pg_current_xact_id(); return new; end $$;
create trigger ticket_changes before update on ticket for each row execute function ticket_changed();

-- What a basket may hold, with the festival's state: read before a hold, without a transaction of its own.
create function lookup.ticket_catalogue(p_festival uuid, p_types uuid[])
returns table (id uuid, quota_id uuid, name jsonb, price bigint, vat int, max_per_order int, on_sale_from timestamptz, on_sale_until timestamptz,
  festival_status text, currency text)
language sql stable security definer set search_path = public, pg_temp as
$$
  select t.id, t.quota_id, t.name, t.price, t.vat, t.max_per_order, t.on_sale_from, t.on_sale_until, f.status, f.currency
  from ticket_type t join festival f on f.id = t.festival_id
  where t.festival_id = p_festival and t.id = any(p_types) and f.status <> 'DRAFT' and f.deleted_at is null
$$;

-- On a rush everyone waits for the same quota's row, and whoever holds it should not wait for the disk meanwhile. So the hot functions
-- commit without waiting. WAL keeps the order of commits: a crash can only lose the latest of them, wholly, quota and basket alike, and
-- any later commit that waits makes them durable with it: `begin_payment` before money moves, `make_durable` before tickets are shown.
create function commit_without_waiting() returns void language sql as
$$ select set_config('synchronous_commit', 'off', true) $$;

-- Returns when everything committed so far is on the disk: an empty message whose own commit is waited for.
create function make_durable() returns void language sql as
$$ select pg_logical_emit_message(true, 'festivals', '') $$;

create function basket_lines(p_festival uuid, p_basket uuid) returns jsonb language sql stable as
$$
  select jsonb_agg(jsonb_build_object('ticketTypeId', l.ticket_type_id, 'name', l.name, 'quantity', l.quantity,
    'unitPrice', l.unit_price, 'vat', l.vat) order by l.ticket_type_id)
  from basket_line l where l.festival_id = p_festival and l.basket_id = p_basket
$$;

create function basket_view(p_festival uuid, p_basket uuid) returns jsonb language sql stable as
$$
  select jsonb_build_object('id', b.id, 'status', b.status, 'expiresAt', iso(b.expires_at), 'currency', b.currency, 'total', b.total,
    'lines', basket_lines(b.festival_id, b.id))
  from basket b where b.festival_id = p_festival and b.id = p_basket
$$;

-- An order in the API's shape; the API adds each ticket's signed code.
create function order_view(p_festival uuid, p_order uuid) returns jsonb language sql stable as
$$
  select jsonb_build_object('id', o.id, 'festivalId', o.festival_id, 'reference', o.reference, 'status', o.status,
    'email', o.email, 'name', o.name, 'currency', o.currency, 'total', o.total,
    'placedAt', iso(o.placed_at), 'payUntil', iso(o.pay_until), 'paidAt', iso(o.paid_at),
    'lines', basket_lines(o.festival_id, o.basket_id),
    'payment', (select jsonb_build_object('id', p.id, 'provider', p.provider, 'status', p.status, 'amount', p.amount, 'currency', p.currency,
        'action', p.action, 'reason', p.reason)
      from payment p where p.festival_id = o.festival_id and p.order_id = o.id order by p.started_at desc, p.id desc limit 1),
    'tickets', coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'festivalId', t.festival_id, 'orderId', t.order_id,
        'ticketTypeId', t.ticket_type_id, 'typeName', y.name, 'holder', t.holder, 'status', t.status) order by t.id)
      from ticket t join ticket_type y on y.festival_id = t.festival_id and y.id = t.ticket_type_id
      where t.festival_id = o.festival_id and t.order_id = o.id), '[]'))
  from ticket_order o where o.festival_id = p_festival and o.id = p_order
$$;

-- Whoever still holds something when the festival is over or called off can neither order nor pay it.
create function require_selling(p_festival uuid) returns void language plpgsql as
$$
begin
  if not exists (select from festival where id = p_festival and status in ('PUBLISHED', 'ONGOING') and deleted_at is null) then
    perform fail('ticketing.sales_closed');
  end if;
end
$$;

-- Holds a whole basket or nothing. Quotas are claimed in the order of their ids, so that two baskets cannot wait for each other.
create function hold_basket(p_festival uuid, p_basket uuid, p_secret_hash bytea, p_lines jsonb, p_currency text, p_seconds int, p_by jsonb,
  p_caller bytea, p_key text, p_body_hash bytea) returns jsonb language plpgsql as
$$
declare
  kept text;
  answer jsonb;
  wanted record;
begin
  perform set_config('app.festival', p_festival::text, true);
  perform commit_without_waiting();
  if p_key is not null then
    kept := idempotency_claim(p_caller, p_key, p_body_hash);
    if kept is not null then return kept::jsonb; end if;
  end if;

  for wanted in
    select (line->>'quotaId')::uuid as quota_id, sum((line->>'quantity')::int)::int as places
    from jsonb_array_elements(p_lines) as line group by 1 order by 1
  loop
    update quota set held = held + wanted.places
    where festival_id = p_festival and id = wanted.quota_id and sold + held + wanted.places <= capacity;
    if not found then
      perform fail('ticketing.sold_out', (
        select jsonb_build_object('ticketTypeIds', jsonb_agg(line->'ticketTypeId'))
        from jsonb_array_elements(p_lines) as line where (line->>'quotaId')::uuid = wanted.quota_id));
    end if;
  end loop;

  insert into basket (festival_id, id, secret_hash, currency, total, expires_at)
  select p_festival, p_basket, p_secret_hash, p_currency, sum((line->>'quantity')::bigint * (line->>'unitPrice')::bigint),
    now() + make_interval(secs => p_seconds)
  from jsonb_array_elements(p_lines) as line;
  insert into basket_line (festival_id, basket_id, ticket_type_id, quota_id, name, quantity, unit_price, vat)
  select p_festival, p_basket, (line->>'ticketTypeId')::uuid, (line->>'quotaId')::uuid, line->'name', (line->>'quantity')::int,
    (line->>'unitPrice')::bigint, (line->>'vat')::int
  from jsonb_array_elements(p_lines) as line;
  perform record_event('ticketing.basket_held', p_basket, p_by, null);

  answer := basket_view(p_festival, p_basket);
  if p_key is not null then perform idempotency_keep(p_caller, p_key, p_body_hash, answer::text); end if;
  return answer;
end
$$;

-- Gives held places back, quotas in the order of their ids.
create function return_places(p_festival uuid, p_baskets uuid[]) returns void language plpgsql as
$$
declare
  given record;
begin
  for given in
    select quota_id, sum(quantity)::int as places from basket_line
    where festival_id = p_festival and basket_id = any(p_baskets) group by 1 order by 1
  loop
    update quota set held = held - given.places where festival_id = p_festival and id = given.quota_id;
  end loop;
end
$$;

-- Releases what nobody may use any more: baskets past their time, orders unpaid past theirs and not being paid just now.
create function release_expired(p_festival uuid, p_most int) returns int language plpgsql as
$$
declare
  baskets uuid[];
  orders uuid[];
  ordered_baskets uuid[];
begin
  perform set_config('app.festival', p_festival::text, true);
  with expired as (
    select id from basket where festival_id = p_festival and status = 'HELD' and expires_at < now()
    order by expires_at limit p_most for update skip locked
  ), released as (
    update basket b set status = 'RELEASED' from expired where b.festival_id = p_festival and b.id = expired.id returning b.id
  )
  select coalesce(array_agg(id), '{}') into baskets from released;
  with expired as (
    select o.id from ticket_order o
    where o.festival_id = p_festival and o.status = 'AWAITING_PAYMENT' and o.pay_until < now()
      and not exists (select from payment p where p.festival_id = o.festival_id and p.order_id = o.id and p.status = 'PROCESSING')
    order by o.pay_until limit p_most for update skip locked
  ), ended as (
    update ticket_order o set status = 'EXPIRED' from expired where o.festival_id = p_festival and o.id = expired.id returning o.id, o.basket_id
  )
  select coalesce(array_agg(id), '{}'), coalesce(array_agg(basket_id), '{}') into orders, ordered_baskets from ended;
  update basket set status = 'RELEASED' where festival_id = p_festival and id = any(ordered_baskets);
  -- A payment that still waited for the payer's bank ends with its order.
  update payment set status = 'FAILED', reason = 'expired', action = null, changed_at = now()
  where festival_id = p_festival and order_id = any(orders) and status = 'PENDING';
  perform return_places(p_festival, baskets || ordered_baskets);
  insert into event (festival_id, id, name, actor_kind, subject_id)
  select p_festival, new_id(), 'ticketing.order_expired', 'system', id from unnest(orders) as id;
  return cardinality(baskets) + cardinality(orders);
end
$$;

-- Festivals in which something has expired.
create function lookup.festivals_with_expired() returns setof uuid language sql stable security definer set search_path = public, pg_temp as
$$
  select festival_id from basket where status = 'HELD' and expires_at < now()
  union
  select festival_id from ticket_order where status = 'AWAITING_PAYMENT' and pay_until < now()
$$;

create function place_order(p_festival uuid, p_order uuid, p_basket uuid, p_secret_hash bytea, p_reference text, p_email text, p_name text,
  p_language text, p_person uuid, p_pay_seconds int, p_by jsonb, p_caller bytea, p_key text, p_body_hash bytea)
returns jsonb language plpgsql as
$$
declare
  kept text;
  answer jsonb;
  held basket;
begin
  perform set_config('app.festival', p_festival::text, true);
  perform commit_without_waiting();
  if p_key is not null then
    kept := idempotency_claim(p_caller, p_key, p_body_hash);
    if kept is not null then return kept::jsonb; end if;
  end if;

  select * into held from basket where festival_id = p_festival and id = p_basket and secret_hash = p_secret_hash for update;
  if not found then perform fail('general.not_found'); end if;
  if held.status = 'ORDERED' then
    perform fail('ticketing.order_closed', (select jsonb_build_object('orderId', id) from ticket_order
      where festival_id = p_festival and basket_id = p_basket));
  end if;
  if held.status = 'RELEASED' or held.expires_at <= now() then perform fail('ticketing.hold_expired'); end if;
  perform require_selling(p_festival);

  update basket set status = 'ORDERED' where festival_id = p_festival and id = p_basket;
  insert into ticket_order (festival_id, id, basket_id, reference, email, name, language, person_id, currency, total, pay_until)
  values (p_festival, p_order, p_basket, p_reference, p_email, p_name, p_language, p_person, held.currency, held.total,
    greatest(held.expires_at, now() + make_interval(secs => p_pay_seconds)));
  perform record_event('ticketing.order_placed', p_order, p_by, jsonb_build_object('reference', p_reference, 'total', held.total));

  answer := order_view(p_festival, p_order);
  if p_key is not null then perform idempotency_keep(p_caller, p_key, p_body_hash, answer::text); end if;
  return answer;
end
$$;

-- Reserves an order for one payment attempt. Answers { kept } for a key seen before, else { amount, currency }.
create function begin_payment(p_festival uuid, p_order uuid, p_secret_hash bytea, p_payment uuid, p_provider text,
  p_caller bytea, p_key text, p_body_hash bytea) returns jsonb language plpgsql as
$$
declare
  kept text;
  wanted ticket_order;
begin
  perform set_config('app.festival', p_festival::text, true);
  select o.* into wanted from ticket_order o join basket b on b.festival_id = o.festival_id and b.id = o.basket_id
  where o.festival_id = p_festival and o.id = p_order and b.secret_hash = p_secret_hash for update of o;
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

-- The provider wants something first, still thinks, or said no. A payment that is over already stays what it is.
create function suspend_payment(p_festival uuid, p_payment uuid, p_status text, p_action text, p_reason text, p_by jsonb,
  p_caller bytea, p_key text, p_body_hash bytea) returns jsonb language plpgsql as
$$
declare
  answer jsonb;
  suspended payment;
begin
  perform set_config('app.festival', p_festival::text, true);
  update payment set status = p_status, action = p_action, reason = p_reason, changed_at = now()
  where festival_id = p_festival and id = p_payment and status in ('PENDING', 'PROCESSING') returning * into suspended;
  if found then
    perform record_event(case p_status when 'FAILED' then 'payments.failed' else 'payments.suspended' end, p_payment, p_by,
      jsonb_build_object('reason', p_reason, 'action', p_action));
  else
    select * into suspended from payment where festival_id = p_festival and id = p_payment;
    if not found then perform fail('general.not_found'); end if;
  end if;
  answer := order_view(p_festival, suspended.order_id);
  -- A refusal frees its key: the same order may be paid by other means.
  if p_key is not null and p_status <> 'FAILED' then perform idempotency_keep(p_caller, p_key, p_body_hash, answer::text); end if;
  return answer;
end
$$;

-- The payer has answered the bank: from here on the outcome is unknown until the provider says it, even if this process dies.
-- Answers the order when there is nothing left to ask the provider, else null. Several may be answering at once: the provider decides.
create function resume_payment(p_festival uuid, p_payment uuid, p_caller bytea, p_key text, p_body_hash bytea) returns jsonb language plpgsql as
$$
declare
  kept text;
  waiting payment;
begin
  perform set_config('app.festival', p_festival::text, true);
  perform from ticket_order o join payment p on p.festival_id = o.festival_id and p.order_id = o.id
  where p.festival_id = p_festival and p.id = p_payment for update of o;
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

-- The provider gave back what had bought nothing.
create function refund_payment(p_festival uuid, p_payment uuid, p_reason text, p_by jsonb) returns void language plpgsql as
$$
declare
  refunded payment;
begin
  perform set_config('app.festival', p_festival::text, true);
  update payment set status = 'REFUNDED', action = null, reason = p_reason, changed_at = now()
  where festival_id = p_festival and id = p_payment and status in ('PROCESSING', 'FAILED') returning * into refunded;
  if not found then return; end if;
  perform record_event('ticketing.payment_refunded', refunded.order_id, p_by,
    jsonb_build_object('payment', p_payment, 'amount', refunded.amount, 'reason', p_reason));
end
$$;

-- Money has come: the payment is completed, the order paid, places go from held to sold, tickets are made. Done once, whoever tells it
-- and how often. An order whose places were given back takes them again; where none are left it fails with sold_out, and where the
-- festival sells no more with sales_closed: it changes nothing then, and the money must go back.
-- Whoever calls it calls `make_durable` before answering.
create function settle_payment(p_festival uuid, p_payment uuid, p_by jsonb, p_caller bytea, p_key text, p_body_hash bytea)
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
  select o.* into bought from ticket_order o join payment p on p.festival_id = o.festival_id and p.order_id = o.id
  where p.festival_id = p_festival and p.id = p_payment for update of o;
  if not found then perform fail('general.not_found'); end if;
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

-- Payments that were begun and never ended: the process died between the charge and its booking.
create function lookup.unresolved_payments(older_than interval, most int)
returns table (festival_id uuid, order_id uuid, id uuid, age_seconds int)
language sql stable security definer set search_path = public, pg_temp as
$$
  select p.festival_id, p.order_id, p.id, extract(epoch from now() - p.changed_at)::int from payment p
  where p.status = 'PROCESSING' and p.changed_at < now() - older_than order by p.changed_at limit most
$$;

-- The tickets of a person in all festivals: bought signed in, or by the person's verified address.
create function lookup.tickets_of(p_person uuid, after_issued_at timestamptz, after_id uuid, most int)
returns table (ticket_id uuid, festival_id uuid, order_id uuid, ticket_type_id uuid, type_name jsonb, holder text, status text, issued_at timestamptz,
  festival jsonb)
language sql stable security definer set search_path = public, pg_temp as
$$
  select t.id, t.festival_id, t.order_id, t.ticket_type_id, y.name, t.holder, t.status, t.issued_at,
    jsonb_build_object('name', f.name, 'slug', f.slug, 'startsOn', f.starts_on, 'endsOn', f.ends_on, 'zone', f.zone, 'city', f.place->>'city',
      'theme', f.theme)
  from ticket_order o
  join ticket t on t.festival_id = o.festival_id and t.order_id = o.id
  join ticket_type y on y.festival_id = t.festival_id and y.id = t.ticket_type_id
  join festival f on f.id = t.festival_id
  where (o.person_id = p_person
      or o.email = (select p.email from person p where p.id = p_person and p.email_verified_at is not null and p.deleted_at is null))
    and (after_id is null or (date_trunc('milliseconds', t.issued_at), t.id) < (after_issued_at, after_id))
  order by date_trunc('milliseconds', t.issued_at) desc, t.id desc limit most
$$;

-- What selling needs to know of the festival of this transaction.
create function festival_sale_state() returns table (status text, currency text, zone text) language sql stable as
$$ select f.status, f.currency, f.zone from festival f where f.id = current_festival() and f.deleted_at is null $$;

-- Where one ticket of a person is; no row when it is somebody else's.
create function lookup.ticket_of(p_person uuid, p_ticket uuid) returns table (festival_id uuid, order_id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$
  select t.festival_id, t.order_id from ticket t join ticket_order o on o.festival_id = t.festival_id and o.id = t.order_id
  where t.id = p_ticket and (o.person_id = p_person
    or o.email = (select p.email from person p where p.id = p_person and p.email_verified_at is not null and p.deleted_at is null))
$$;
create index ticket_by_id on ticket (id);
