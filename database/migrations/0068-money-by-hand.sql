-- What is given back by people's hands is owed until somebody says how it was paid; and prices may be shown in other currencies beside
-- the one that is charged.

-- What an entry of the ledger may be, beside whatever it may be by now.
do $$
declare
  known text[];
begin
  select array_agg(kind[1]) into known
  from pg_constraint, regexp_matches(pg_get_constraintdef(oid), '[A-Z_]{4,}', 'g') as kind
  where conname = 'ledger_entry_kind_check' and kind[1] not in ('CHECK', 'ARRAY');
  alter table ledger_entry drop constraint ledger_entry_kind_check;
  execute format('alter table ledger_entry add constraint ledger_entry_kind_check check (kind = any (%L::text[]))',
    known || array['REFUND_OWED', 'REPAID_BY_HAND']);
end
$$;

-- No provider of ours brings this money back: a person pays it, from the bank, from the till or by the desk's terminal. Until then the
-- festival owes it.
create table refund_by_hand (
  festival_id uuid not null,
  refund_id uuid not null,
  provider text not null,
  amount bigint not null check (amount > 0),
  currency text not null,
  owed_at timestamptz not null default now(),
  -- When somebody said that it was paid, from where, and what proves it.
  paid_at timestamptz,
  paid_from text check (paid_from in ('BANK', 'CASH', 'TERMINAL')),
  reference text,
  paid_by uuid,
  primary key (festival_id, refund_id),
  foreign key (festival_id, refund_id) references refund,
  constraint refund_by_hand_paid_as_a_whole check (num_nulls(paid_at, paid_from, reference) in (0, 3))
);
create index refund_by_hand_owed on refund_by_hand (festival_id, owed_at, refund_id) where paid_at is null;
create index refund_by_hand_newest on refund_by_hand (festival_id, owed_at desc, refund_id desc);
call platform.guard_tenant('refund_by_hand', 'select, insert, update');

create function refund_by_hand_step() returns trigger language plpgsql as
$$
begin
  if old.paid_at is null and (new.amount, new.currency, new.provider, new.owed_at) is not distinct from (old.amount, old.currency, old.provider, old.owed_at)
  then return new; end if;
  raise exception 'what was paid back by hand stays paid, and its amount what it was' using errcode = '23514';
end
$$;
create trigger refund_by_hand_steps before update on refund_by_hand for each row execute function refund_by_hand_step();

-- What the books say then: the money is no longer on its way, it is owed to its buyer.
create function legs_of_owed(p_provider text, p_currency text, p_amount bigint) returns ledger_leg[] language sql immutable as
$$ select array[row('PROVIDER', p_provider, 0, p_currency, p_amount), row('CUSTOMER_CREDIT', '', 0, p_currency, -p_amount)]::ledger_leg[] $$;

-- Refunds that are given back, in whatever number and by whomever: those without a provider are owed from the same moment on.
create function refund_is_owed() returns trigger language plpgsql as
$$
begin
  with owed as (
    insert into refund_by_hand as h (festival_id, refund_id, provider, amount, currency)
    select r.festival_id, r.id, p.provider, r.amount, r.currency
    from changed r join unchanged u on u.festival_id = r.festival_id and u.id = r.id and u.status = 'PENDING'
    join payment p on p.festival_id = r.festival_id and p.id = r.payment_id and p.provider in ('bank_transfer', 'on_site', 'card_terminal')
    where r.status = 'COMPLETED' and r.amount > 0
    returning h.*
  )
  insert into ledger_entry (festival_id, id, kind, occurred_at, legs)
  select festival_id, md5('owed ' || refund_id)::uuid, 'REFUND_OWED', owed_at, legs_of_owed(provider, currency, amount) from owed;
  return null;
end
$$;
create trigger refund_owed after update on refund referencing old table as unchanged new table as changed
  for each statement execute function refund_is_owed();

-- What was given back before is owed as well, until somebody says how it was paid.
insert into refund_by_hand (festival_id, refund_id, provider, amount, currency, owed_at)
select r.festival_id, r.id, p.provider, r.amount, r.currency, r.changed_at
from refund r join payment p on p.festival_id = r.festival_id and p.id = r.payment_id and p.provider in ('bank_transfer', 'on_site', 'card_terminal')
where r.status = 'COMPLETED' and r.amount > 0;
insert into ledger_entry (festival_id, id, kind, occurred_at, legs)
select festival_id, md5('owed ' || refund_id)::uuid, 'REFUND_OWED', owed_at, legs_of_owed(provider, currency, amount) from refund_by_hand;

-- Presentment ----------------------------------------------------------------------------------------------------------

-- What one unit of the festival's currency is in another one, in millionths, by the organiser's word and since when. The newest word on a
-- currency counts; without a rate it is shown no more.
create table presentment_rate (
  festival_id uuid not null references festival,
  currency text not null,
  since timestamptz not null default now(),
  rate bigint check (rate between 1000 and 1000000000),
  set_by uuid,
  primary key (festival_id, currency, since)
);
call platform.guard_tenant('presentment_rate', 'select, insert');

-- In what other currency, at which rate, an order's price was shown to its buyer. What is charged, booked and given back is the order's own.
create table order_presentment (
  festival_id uuid not null,
  order_id uuid not null,
  currency text not null,
  rate bigint not null check (rate > 0),
  -- The total as it was shown, minor units of that currency.
  amount bigint not null check (amount >= 0),
  primary key (festival_id, order_id),
  foreign key (festival_id, order_id) references ticket_order
);
call platform.guard_tenant('order_presentment', 'select, insert');

create index refund_refused on refund (festival_id) where status = 'PENDING' and failure is not null;

-- How much money of a festival waits for a person: owed by hand, different at a provider, disputed, told by unknown news, or not taken by a provider.
create function money_to_look_at(p_festival uuid) returns table (owed int, differences int, disputes int, quarantined int, refused int)
language sql stable as
$$
  select (select count(*)::int from refund_by_hand where festival_id = p_festival and paid_at is null),
    (select count(*)::int from payment_difference where festival_id = p_festival and settled_at is null),
    (select count(*)::int from dispute where festival_id = p_festival and status = 'OPEN'),
    (select count(*)::int from provider_event where outcome = 'QUARANTINED' and subject::jsonb->'claims'->>'festivalId' = p_festival::text),
    (select count(*)::int from refund where festival_id = p_festival and status = 'PENDING' and failure is not null)
$$;
