-- The ledger: every cent that a festival takes or gives is a balanced entry, written in the transaction that moves it, never changed.

-- What an entry can stand in. Numbers and names of the chart of accounts are in packages/domain/src/ledger/chart.ts.
create type ledger_account as enum ('BANK', 'CASH', 'PROVIDER', 'CUSTOMER_CREDIT', 'VAT_COLLECTED', 'TICKET_SALES', 'PROVIDER_FEES', 'PLATFORM_FEES',
  'OTHER_INCOME', 'OTHER_COSTS');

-- One leg of an entry: a debit is positive, a credit negative, in minor units. `subject` says what of the account it is about: a provider's
-- name, a ticket type; '' where there is nothing to tell apart. `rate` is the VAT in basis points, 0 where it has none.
create type ledger_leg as (account ledger_account, subject text, rate int, currency text, amount bigint);

-- Whether legs make an entry: at least two, none of nothing, and zero in all for each currency.
create function is_balanced(legs ledger_leg[]) returns boolean language plpgsql immutable parallel safe as
$$
declare
  leg ledger_leg;
  total bigint := 0;
begin
  if cardinality(legs) < 2 then return false; end if;
  foreach leg in array legs loop
    if leg is null or leg.account is null or leg.subject is null or leg.rate is null or leg.currency is null or coalesce(leg.amount, 0) = 0 then
      return false;
    end if;
    if leg.currency <> legs[1].currency then
      return (select bool_and(of_currency.total = 0) from (select sum(l.amount) as total from unnest(legs) as l group by l.currency) as of_currency);
    end if;
    total := total + leg.amount;
  end loop;
  return total = 0;
end
$$;

-- The legs lie in their entry's row: nobody can write half of one, and what does not balance cannot be written at all.
-- The id is that of what is booked (a payment, a refund, a correction), so that nothing is booked twice.
create table ledger_entry (
  festival_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('ORDER_PAID', 'ORDER_REFUNDED', 'LATE_MONEY_RETURNED', 'CORRECTION')),
  legs ledger_leg[] not null constraint ledger_entry_balanced check (is_balanced(legs)),
  reason text,
  occurred_at timestamptz not null,
  booked_at timestamptz not null default now(),
  xid xid8 not null default pg_current_xact_id(),
  seq bigint generated always as identity,
  primary key (festival_id, id)
);
create index ledger_entry_in_commit_order on ledger_entry (xid, seq);
create index ledger_entry_newest_first on ledger_entry (festival_id, seq desc);
call platform.guard_tenant('ledger_entry', 'select, insert');

create function ledger_is_never_changed() returns trigger language plpgsql as
$$ begin raise exception 'the ledger is never changed: book a correction' using errcode = '23514'; end $$;
create trigger ledger_entry_stays before update or delete on ledger_entry for each row execute function ledger_is_never_changed();

-- Each leg in a row of its own.
create view posting with (security_invoker = true) as
select e.festival_id, e.id as entry_id, e.kind, e.occurred_at, e.xid, e.seq, l.position::int, l.account, l.subject, l.rate, l.currency, l.amount
from ledger_entry e cross join lateral unnest(e.legs) with ordinality as l (account, subject, rate, currency, amount, position);
grant select on posting to festivals_api;

-- What is to be booked.
create type ledger_booking as (id uuid, kind text, occurred_at timestamptz, reason text, legs ledger_leg[]);

-- Books entries, each once, and says of each what became of it: BOOKED; KNOWN, when it stands there already as it is; DIFFERS, when another
-- one stands there under its id, which stays. In the order of their ids, so that two batches cannot wait for each other.
create function book_entries(p_festival uuid, p_bookings ledger_booking[]) returns table (entry_id uuid, outcome text) language plpgsql as
$$
declare
  booked uuid[];
begin
  perform set_config('app.festival', p_festival::text, true);
  with written as (
    insert into ledger_entry as e (festival_id, id, kind, occurred_at, reason, legs)
    select p_festival, b.id, b.kind, b.occurred_at, b.reason, b.legs from unnest(p_bookings) as b order by b.id
    on conflict do nothing returning e.id
  )
  select coalesce(array_agg(w.id), '{}') into booked from written w;
  -- A statement of its own: it sees what others booked while this one waited for them.
  return query
  select b.id, case when (e.kind, e.legs) is distinct from (b.kind, b.legs) then 'DIFFERS' when b.id = any(booked) then 'BOOKED' else 'KNOWN' end
  from unnest(p_bookings) as b join ledger_entry e on e.festival_id = p_festival and e.id = b.id;
end
$$;

-- Sums ---------------------------------------------------------------------------------------------------------------

-- What was booked on a day of the festival's own calendar, kept by one roller behind the entries: no booking waits for a shared row.
create table ledger_sum (
  festival_id uuid not null references festival,
  day date not null,
  account ledger_account not null,
  subject text not null,
  rate int not null,
  currency text not null,
  debit bigint not null,
  credit bigint not null,
  primary key (festival_id, day, account, subject, rate, currency)
);
call platform.guard_tenant('ledger_sum', 'select');

create table ledger_cursor (
  only_row boolean primary key default true check (only_row),
  xid xid8 not null default '0',
  seq bigint not null default 0
);
insert into ledger_cursor default values;

-- What entries after one place in commit order and up to another come to; of one festival, or of all for null.
create function platform.ledger_sums_of(after_xid xid8, after_seq bigint, to_xid xid8, to_seq bigint, p_festival uuid) returns setof ledger_sum
language sql stable as
$$
  select p.festival_id, (p.occurred_at at time zone f.zone)::date, p.account, p.subject, p.rate, p.currency,
    coalesce(sum(p.amount) filter (where p.amount > 0), 0)::bigint, coalesce(-sum(p.amount) filter (where p.amount < 0), 0)::bigint
  from posting p join festival f on f.id = p.festival_id
  where (p.xid, p.seq) > (after_xid, after_seq) and (p.xid, p.seq) <= (to_xid, to_seq) and (p_festival is null or p.festival_id = p_festival)
  group by 1, 2, 3, 4, 5, 6
$$;

-- Adds the next entries to the sums, each exactly once; of two rollers at once the second does nothing. Returns how many it passed.
create function lookup.roll_up_ledger(most int) returns int
language plpgsql volatile security definer set search_path = public, pg_temp as
$$
declare
  up_to ledger_cursor;
  last record;
begin
  select * into up_to from ledger_cursor for update skip locked;
  if not found then return 0; end if;
  select (array_agg(b.xid order by b.xid desc, b.seq desc))[1] as xid, (array_agg(b.seq order by b.xid desc, b.seq desc))[1] as seq, count(*)::int as passed
  into last from (
    select e.xid, e.seq from ledger_entry e
    where (e.xid, e.seq) > (up_to.xid, up_to.seq) and e.xid < pg_snapshot_xmin(pg_current_snapshot())
    order by e.xid, e.seq limit most
  ) as b;
  if last.passed = 0 then return 0; end if;
  insert into ledger_sum as s select * from platform.ledger_sums_of(up_to.xid, up_to.seq, last.xid, last.seq, null)
  on conflict (festival_id, day, account, subject, rate, currency)
    do update set debit = s.debit + excluded.debit, credit = s.credit + excluded.credit;
  update ledger_cursor set xid = last.xid, seq = last.seq;
  return last.passed;
end
$$;

-- What a festival has booked since the roller came by: with it the sums are exact at every moment.
create function lookup.ledger_sums_ahead(p_festival uuid) returns setof ledger_sum
language sql stable security definer set search_path = public, pg_temp as
$$
  select s.* from ledger_cursor c
  cross join lateral platform.ledger_sums_of(c.xid, c.seq, '18446744073709551615'::xid8, 9223372036854775807, p_festival) s
$$;

-- Festivals that have booked or sold anything: those that the auditor looks at.
create function lookup.festivals_with_money() returns setof uuid language sql stable security definer set search_path = public, pg_temp as
$$ select f.id from festival f where exists (select from quota q where q.festival_id = f.id) or exists (select from ledger_entry e where e.festival_id = f.id) $$;

-- Ticketing books ------------------------------------------------------------------------------------------------------

-- The VAT within a line, priced when it was held: the parts of a rate's lines come to the rate's VAT of the order, to the cent.
alter table basket_line add column vat_amount bigint;
with running as (
  select l.festival_id, l.basket_id, l.ticket_type_id, l.vat, sum(l.quantity * l.unit_price) over w as upto, l.quantity * l.unit_price as gross
  from basket_line l window w as (partition by l.festival_id, l.basket_id, l.vat order by l.ticket_type_id)
)
update basket_line l set vat_amount = round(r.upto * r.vat / (10000 + r.vat)) - round((r.upto - r.gross) * r.vat / (10000 + r.vat))
from running r where (r.festival_id, r.basket_id, r.ticket_type_id) = (l.festival_id, l.basket_id, l.ticket_type_id);
alter table basket_line alter column vat_amount set not null,
  add constraint basket_line_vat_within check (vat_amount between 0 and quantity * unit_price);

-- What an order's money is: the provider has it, each ticket type has earned its net, the state is owed the VAT. Null when it is free.
create function legs_of_order(p_festival uuid, p_basket uuid, p_provider text, p_currency text, p_total bigint) returns ledger_leg[]
language sql stable as
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

create function opposite(legs ledger_leg[]) returns ledger_leg[] language sql immutable as
$$ select array_agg(row(l.account, l.subject, l.rate, l.currency, -l.amount)::ledger_leg) from unnest(legs) as l $$;

-- Money that bought nothing came and went: owed to the buyer in between.
create function legs_of_returned(p_provider text, p_currency text, p_amount bigint) returns ledger_leg[] language sql immutable as
$$
  select array[row('PROVIDER', p_provider, 0, p_currency, p_amount), row('CUSTOMER_CREDIT', '', 0, p_currency, -p_amount),
    row('CUSTOMER_CREDIT', '', 0, p_currency, p_amount), row('PROVIDER', p_provider, 0, p_currency, -p_amount)]::ledger_leg[]
$$;

create or replace function hold_basket(p_festival uuid, p_basket uuid, p_secret_hash bytea, p_lines jsonb, p_currency text, p_seconds int, p_by jsonb,
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
  insert into basket_line (festival_id, basket_id, ticket_type_id, quota_id, name, quantity, unit_price, vat, vat_amount)
  select p_festival, p_basket, (line->>'ticketTypeId')::uuid, (line->>'quotaId')::uuid, line->'name', (line->>'quantity')::int,
    (line->>'unitPrice')::bigint, (line->>'vat')::int, (line->>'vatAmount')::bigint
  from jsonb_array_elements(p_lines) as line;
  perform record_event('ticketing.basket_held', p_basket, p_by, null);

  answer := basket_view(p_festival, p_basket);
  if p_key is not null then perform idempotency_keep(p_caller, p_key, p_body_hash, answer::text); end if;
  return answer;
end
$$;

create or replace function refund_payment(p_festival uuid, p_payment uuid, p_reason text, p_by jsonb) returns void language plpgsql as
$$
declare
  refunded payment;
begin
  perform set_config('app.festival', p_festival::text, true);
  update payment set status = 'REFUNDED', action = null, reason = p_reason, changed_at = now()
  where festival_id = p_festival and id = p_payment and status in ('PROCESSING', 'FAILED') returning * into refunded;
  if not found then return; end if;
  if refunded.amount > 0 then
    perform book_entries(p_festival, array[row(p_payment, 'LATE_MONEY_RETURNED', now(), null,
      legs_of_returned(refunded.provider, refunded.currency, refunded.amount))::ledger_booking]);
  end if;
  perform record_event('ticketing.payment_refunded', refunded.order_id, p_by,
    jsonb_build_object('payment', p_payment, 'amount', refunded.amount, 'reason', p_reason));
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
  if bought.total > 0 then
    insert into ledger_entry (festival_id, id, kind, occurred_at, legs)
    select p_festival, p_payment, 'ORDER_PAID', now(), legs_of_order(p_festival, bought.basket_id, paid.provider, bought.currency, bought.total);
  end if;
  perform record_event('ticketing.order_paid', bought.id, p_by, jsonb_build_object('payment', p_payment, 'total', bought.total));

  answer := order_view(p_festival, bought.id);
  if p_key is not null then perform idempotency_keep(p_caller, p_key, p_body_hash, answer::text); end if;
  return answer;
end
$$;

-- Books what was paid before there was a ledger, and what a demonstration makes up. Once or often: what stands there stays.
create function platform.book_unbooked(p_festival uuid) returns void language sql as
$$
  with settled as (
    select p.festival_id, p.id, p.provider, p.currency, p.amount, p.status, p.changed_at, o.status as order_status, o.basket_id,
      coalesce(o.paid_at, p.changed_at) as paid_at
    from payment p join ticket_order o on o.festival_id = p.festival_id and o.id = p.order_id
    where p.status in ('COMPLETED', 'REFUNDED') and p.amount > 0 and (p_festival is null or p.festival_id = p_festival)
  ), bookings as (
    select festival_id, id, 'ORDER_PAID' as kind, paid_at as occurred_at, legs_of_order(festival_id, basket_id, provider, currency, amount) as legs
    from settled where status = 'COMPLETED' or order_status = 'REFUNDED'
    union all
    -- These refunds have no id of their own: one is made of the payment's, always the same.
    select festival_id, md5('refund of ' || id)::uuid, 'ORDER_REFUNDED', changed_at,
      opposite(legs_of_order(festival_id, basket_id, provider, currency, amount))
    from settled where status = 'REFUNDED' and order_status = 'REFUNDED'
    union all
    select festival_id, id, 'LATE_MONEY_RETURNED', changed_at, legs_of_returned(provider, currency, amount)
    from settled where status = 'REFUNDED' and order_status <> 'REFUNDED'
  )
  insert into ledger_entry (festival_id, id, kind, occurred_at, legs)
  select festival_id, id, kind, occurred_at, legs from bookings order by occurred_at, id on conflict do nothing
$$;
select platform.book_unbooked(null);
