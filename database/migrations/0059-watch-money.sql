-- Money is watched: what banks took back for a dispute, and where our books and a provider's differ.

create table dispute (
  festival_id uuid not null,
  id uuid not null,
  payment_id uuid not null,
  provider text not null,
  reference text not null,
  status text not null check (status in ('OPEN', 'WON', 'LOST')),
  amount bigint not null check (amount > 0),
  currency text not null,
  -- The bank's word for it.
  reason text not null,
  -- Until when it may be answered.
  answer_by timestamptz,
  opened_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (festival_id, id),
  foreign key (festival_id, payment_id) references payment,
  constraint dispute_once unique (festival_id, provider, reference)
);
call platform.guard_tenant('dispute', 'select, insert, update');

create function dispute_step() returns trigger language plpgsql as
$$
begin
  if old.status = 'OPEN' then return new; end if;
  raise exception 'a dispute cannot go from % to %', old.status, new.status using errcode = '23514';
end
$$;
create trigger dispute_steps before update of status on dispute for each row when (old.status <> new.status) execute function dispute_step();

create table payment_difference (
  festival_id uuid not null references festival,
  id uuid not null,
  provider text not null,
  reference text not null,
  payment_id uuid,
  kind text not null check (kind in ('UNKNOWN_HERE', 'UNKNOWN_THERE', 'AMOUNT', 'STATE', 'REFUND')),
  -- What each side says: { status, amount, currency, refunded }; null where it knows nothing.
  ours jsonb,
  theirs jsonb,
  seen_at timestamptz not null default now(),
  -- When both agreed again, or somebody looked at it and said what it is.
  settled_at timestamptz,
  settled_by uuid,
  note text,
  primary key (festival_id, id)
);
create unique index payment_difference_once on payment_difference (festival_id, provider, reference, kind) where settled_at is null;
create index payment_difference_newest on payment_difference (festival_id, seen_at desc);
call platform.guard_tenant('payment_difference', 'select, insert, update');

-- What we believe of a provider's charges since a moment, of all festivals: reconciliation lays it beside the provider's own list.
create function lookup.charges_since(p_provider text, p_since timestamptz)
returns table (festival_id uuid, payment_id uuid, reference text, status text, amount bigint, currency text, refunded bigint, begun_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as
$$
  select c.festival_id, c.payment_id, c.reference, p.status, p.amount, p.currency,
    case when p.status = 'REFUNDED' and f.amount is null then p.amount else coalesce(f.amount, 0) end, c.begun_at
  from provider_charge c join payment p on p.festival_id = c.festival_id and p.id = c.payment_id
  cross join lateral (select sum(r.amount)::bigint as amount from refund r
    where r.festival_id = p.festival_id and r.payment_id = p.id and r.status = 'COMPLETED') as f
  where c.provider = p_provider and c.begun_at >= p_since and c.reference is not null
$$;

-- Festivals whose money goes to an account of their own.
create function lookup.festivals_of_account(p_account text) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as
$$ select festival_id from payment_setting where stripe_account = p_account $$;

-- Whether there is such a festival: news may name anything.
create function lookup.is_festival(p_festival uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from festival where id = p_festival and deleted_at is null) $$;
