-- Real money: providers beside the sandbox, what each festival takes, the news that providers send, and how they stand.

alter table payment drop constraint payment_provider_check, add constraint payment_provider_check
  check (provider in ('sandbox', 'none', 'stripe', 'mollie', 'bank_transfer', 'on_site'));
alter table payment drop constraint payment_action_check, add constraint payment_action_check
  check (action in ('authenticate', 'confirm', 'redirect', 'transfer', 'on_site'));

-- One step more: the money of an attempt that was given up came after all, and is looked at once more.
create or replace function payment_step() returns trigger language plpgsql as
$$
begin
  if (old.status, new.status) in (('PENDING', 'PROCESSING'), ('PENDING', 'COMPLETED'), ('PENDING', 'FAILED'), ('PROCESSING', 'PENDING'),
    ('PROCESSING', 'COMPLETED'), ('PROCESSING', 'FAILED'), ('PROCESSING', 'REFUNDED'), ('FAILED', 'REFUNDED'), ('FAILED', 'PROCESSING'),
    ('COMPLETED', 'REFUNDED')) then return new; end if;
  raise exception 'a payment cannot go from % to %', old.status, new.status using errcode = '23514';
end
$$;

-- How a festival takes money. Keys are the installation's, in its environment; nothing in here is secret. Without a row it practises.
create table payment_setting (
  festival_id uuid primary key references festival,
  practice boolean not null,
  -- In the order in which they are tried.
  online text[] not null check (online <@ array['stripe', 'mollie']),
  embedded boolean not null,
  -- The festival's own account at Stripe (Connect); null where the operator's receives the money.
  stripe_account text,
  -- { holder, iban, bic, days }
  transfer jsonb,
  -- { note }
  on_site jsonb,
  version int not null default 1
);
call platform.guard_tenant('payment_setting', 'select, insert, update');

-- Practice money buys nothing where real money does, whatever a program believes.
create function practice_money_only_to_practise() returns trigger language plpgsql as
$$
begin
  if exists (select from payment_setting s where s.festival_id = new.festival_id and not s.practice) then
    perform fail('payments.way_not_offered');
  end if;
  return new;
end
$$;
create trigger payment_practises before insert on payment for each row when (new.provider = 'sandbox')
  execute function practice_money_only_to_practise();

-- What a payment is at its provider. The reference is the provider's own name for it.
create table provider_charge (
  festival_id uuid not null,
  payment_id uuid not null,
  provider text not null,
  reference text,
  embedded boolean not null,
  -- The account that receives the money, and the platform's part of it, minor units.
  account text,
  fee bigint not null check (fee >= 0),
  begun_at timestamptz not null default now(),
  -- While it can still bring money that nobody has booked: it is asked after until it cannot.
  open boolean not null default true,
  asked_at timestamptz not null default now(),
  -- When what the provider kept for itself was booked.
  fees_booked_at timestamptz,
  primary key (festival_id, payment_id),
  foreign key (festival_id, payment_id) references payment
);
create unique index provider_charge_reference on provider_charge (provider, reference);
create index provider_charge_open on provider_charge (asked_at) where open;
create index provider_charge_without_fees on provider_charge (begun_at) where fees_booked_at is null;
call platform.guard_tenant('provider_charge', 'select, insert, update');

-- News from providers, as the bytes came: kept before anything is made of them. WAITING is tried again; QUARANTINED is for a person to look at.
create table provider_event (
  provider text not null,
  id text not null,
  kind text not null,
  -- What it is about: the provider's name of it, and of which kind.
  subject text not null,
  body bytea not null,
  received_at timestamptz not null default now(),
  outcome text not null default 'WAITING' check (outcome in ('WAITING', 'APPLIED', 'IGNORED', 'QUARANTINED')),
  reason text,
  -- The festival that it turned out to be about.
  about_festival uuid references festival,
  tries int not null default 0,
  try_at timestamptz not null default now(),
  primary key (provider, id)
);
create index provider_event_waiting on provider_event (try_at) where outcome = 'WAITING';
create index provider_event_quarantined on provider_event (received_at desc) where outcome = 'QUARANTINED';
grant select, insert, update on provider_event to festivals_api;

-- How a provider stands, for all processes: after failures in a row it is left alone for a while.
create table provider_health (
  provider text primary key,
  failures int not null,
  shut_until timestamptz,
  changed_at timestamptz not null default now()
);
grant select, insert, update on provider_health to festivals_api;

-- The payment that a provider knows by this name.
create function lookup.charge_by_reference(p_provider text, p_reference text) returns table (festival_id uuid, payment_id uuid, order_id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$
  select c.festival_id, c.payment_id, p.order_id
  from provider_charge c join payment p on p.festival_id = c.festival_id and p.id = c.payment_id
  where c.provider = p_provider and c.reference = p_reference
$$;

-- Charges that may still bring money and were not asked after for a while: those whose attempt was given up sooner than those of a payer who thinks.
create function lookup.charges_to_ask(p_given_up interval, p_thinking interval, most int)
returns table (festival_id uuid, payment_id uuid, order_id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$
  select c.festival_id, c.payment_id, p.order_id
  from provider_charge c join payment p on p.festival_id = c.festival_id and p.id = c.payment_id
  where c.open and c.reference is not null and p.status in ('PENDING', 'FAILED')
    and c.asked_at < now() - case p.status when 'FAILED' then p_given_up else p_thinking end
  order by c.asked_at limit most
$$;

-- Paid charges whose fees nobody booked yet.
create function lookup.charges_without_fees(most int) returns table (festival_id uuid, payment_id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$
  select c.festival_id, c.payment_id
  from provider_charge c join payment p on p.festival_id = c.festival_id and p.id = c.payment_id
  where c.fees_booked_at is null and p.status in ('COMPLETED', 'REFUNDED') and p.changed_at < now() - interval '5 seconds'
  order by c.begun_at limit most
$$;

-- Money came for an attempt that was given up. Where nothing else pays the order it is looked at once more: true. False: it must go back.
create function revive_payment(p_festival uuid, p_payment uuid) returns boolean language plpgsql as
$$
declare
  late ticket_order;
begin
  perform set_config('app.festival', p_festival::text, true);
  late := lock_order_of_payment(p_festival, p_payment);
  if late.status is null or late.status not in ('AWAITING_PAYMENT', 'EXPIRED') or exists (
    select from payment p where p.festival_id = p_festival and p.order_id = late.id and p.status in ('PENDING', 'PROCESSING', 'COMPLETED')
  ) then return false; end if;
  update payment set status = 'PROCESSING', reason = null, changed_at = now()
  where festival_id = p_festival and id = p_payment and status = 'FAILED';
  return found;
end
$$;

-- While somebody pays elsewhere the hold waits for them: until a moment, never shorter than it was. False when it had ended already.
create function extend_order(p_festival uuid, p_order uuid, p_until timestamptz) returns boolean language plpgsql as
$$
begin
  perform set_config('app.festival', p_festival::text, true);
  update ticket_order set pay_until = greatest(pay_until, p_until)
  where festival_id = p_festival and id = p_order and status = 'AWAITING_PAYMENT' and pay_until > now();
  return found;
end
$$;

-- What an entry of the ledger may be, beside whatever it may be by now.
do $$
declare
  known text[];
begin
  select array_agg(kind[1]) into known
  from pg_constraint, regexp_matches(pg_get_constraintdef(oid), '''(\w+)''', 'g') as kind where conname = 'ledger_entry_kind_check';
  alter table ledger_entry drop constraint ledger_entry_kind_check;
  execute format('alter table ledger_entry add constraint ledger_entry_kind_check check (kind = any (%L::text[]))',
    known || array['RECEIVED_BY_HAND', 'PROVIDER_FEE', 'PLATFORM_FEE', 'PAYOUT', 'DISPUTE_OPENED', 'DISPUTE_WON', 'DISPUTE_LOST']);
end
$$;
-- Money that a bank took back for as long as a dispute lasts, and what is lost with it.
alter type ledger_account add value 'DISPUTED';
alter type ledger_account add value 'LOST_DISPUTES';
