-- Refunds that keep a part of the price and are tried again when the provider refuses; refunds of a ticket type or a whole festival at once.

alter table refund
  -- What the organiser keeps of the tickets' price, minor units.
  add column kept bigint not null default 0 check (kept >= 0),
  add column mass_refund_id uuid,
  add column attempts int not null default 0,
  -- Why the provider did not give the money back the last time it was asked.
  add column failure text,
  -- A process that lives finishes its refund before this; then others take it over. Null when it waits for somebody to look.
  add column next_try_at timestamptz default now() + interval '20 seconds';
drop index refund_pending;
create index refund_to_try on refund (next_try_at) where status = 'PENDING';
create index refund_of_payment on refund (festival_id, payment_id);
create index refund_of_mass on refund (festival_id, mass_refund_id) where mass_refund_id is not null;

-- What was asked for stays; how often it was tried may change while it waits.
create or replace function refund_step() returns trigger language plpgsql as
$$
begin
  if old.status = 'PENDING' and (old.amount, old.kept, old.order_id, old.payment_id) = (new.amount, new.kept, new.order_id, new.payment_id) then
    return new;
  end if;
  raise exception 'a refund cannot go from % to %', old.status, new.status using errcode = '23514';
end
$$;

-- Refunds that are due: their process died between the provider and the books, or the provider is to be asked again.
drop function lookup.pending_refunds(interval, int);
create function lookup.refunds_to_try(most int) returns table (festival_id uuid, id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$ select r.festival_id, r.id from refund r where r.status = 'PENDING' and r.next_try_at <= now() order by r.next_try_at limit most $$;

create table mass_refund (
  festival_id uuid not null references festival,
  id uuid not null,
  status text not null default 'RUNNING' check (status in ('RUNNING', 'PAUSED', 'STOPPED', 'DONE')),
  -- The type whose tickets go back; null for every ticket of the festival.
  ticket_type_id uuid,
  -- What is kept of each ticket, as packages/domain/src/ticketing/refund-rules.ts reads it.
  keep jsonb not null,
  with_used boolean not null,
  reason text not null,
  asked_by uuid,
  -- No further batch is begun before this: a provider bears so many refunds a second.
  paced_until timestamptz not null default now(),
  started_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (festival_id, id),
  foreign key (festival_id, ticket_type_id) references ticket_type
);
create unique index mass_refund_one_alive on mass_refund (festival_id) where status in ('RUNNING', 'PAUSED');
create index mass_refund_running on mass_refund (started_at) where status = 'RUNNING';
call platform.guard_tenant('mass_refund', 'select, insert, update');
alter table refund add foreign key (festival_id, mass_refund_id) references mass_refund;

create function mass_refund_step() returns trigger language plpgsql as
$$
begin
  -- What is done may run again for what the provider refused.
  if (old.status, new.status) in (('RUNNING', 'PAUSED'), ('PAUSED', 'RUNNING'), ('RUNNING', 'STOPPED'), ('PAUSED', 'STOPPED'),
    ('RUNNING', 'DONE'), ('DONE', 'RUNNING')) then return new; end if;
  raise exception 'a mass refund cannot go from % to %', old.status, new.status using errcode = '23514';
end
$$;
create trigger mass_refund_steps before update of status on mass_refund for each row when (old.status <> new.status)
  execute function mass_refund_step();

-- The orders that it sees to, as they were when it began. Taken by whoever reserves what goes back, in the same transaction.
create table mass_refund_order (
  festival_id uuid not null,
  mass_refund_id uuid not null,
  order_id uuid not null,
  taken boolean not null default false,
  primary key (festival_id, mass_refund_id, order_id),
  foreign key (festival_id, mass_refund_id) references mass_refund,
  foreign key (festival_id, order_id) references ticket_order
);
create index mass_refund_order_left on mass_refund_order (festival_id, mass_refund_id, order_id) where not taken;
call platform.guard_tenant('mass_refund_order', 'select, insert, update');

create function lookup.running_mass_refunds() returns table (festival_id uuid, id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$ select m.festival_id, m.id from mass_refund m where m.status = 'RUNNING' order by m.started_at $$;

-- Takes the next orders of a running mass refund and locks them. None while it is paused or while its pace says so.
create function take_mass_refund_orders(p_festival uuid, p_mass uuid, most int) returns setof uuid language plpgsql as
$$
declare
  orders uuid[];
begin
  perform from mass_refund where festival_id = p_festival and id = p_mass and status = 'RUNNING' and paced_until <= clock_timestamp() for update;
  if not found then return; end if;
  with next as (
    select order_id from mass_refund_order where festival_id = p_festival and mass_refund_id = p_mass and not taken
    order by order_id limit most for update skip locked
  ), took as (
    update mass_refund_order m set taken = true from next
    where m.festival_id = p_festival and m.mass_refund_id = p_mass and m.order_id = next.order_id returning m.order_id
  )
  select coalesce(array_agg(order_id), '{}') into orders from took;
  return query select o.id from ticket_order o where o.festival_id = p_festival and o.id = any(orders) order by o.id for update;
end
$$;

drop function complete_refund(uuid, uuid, jsonb);
