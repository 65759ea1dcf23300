-- The ground that every domain stands on: the festival of a transaction, the event log (outbox and audit trail in one),
-- idempotency keys, and the schema of the look-ups that may see across festivals.

create extension if not exists citext;
create extension if not exists pg_trgm;

-- The festival that this transaction works in; null where none was set, and then no tenant row is visible.
create function current_festival() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.festival', true), '')::uuid $$;

-- A UUID of version 7 (RFC 9562, 5.7), for rows that a function makes by itself: the first 48 bits are the time in milliseconds,
-- and the version's four bits (0100 in a random UUID) become 0111.
create function new_id() returns uuid language sql volatile parallel safe as
$$
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
$$;

-- Makes a table a tenant's: row-level security by festival, and just the named rights for the API.
create procedure platform.guard_tenant(tenant_table regclass, rights text, festival_column name default 'festival_id') language plpgsql as
$$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('create policy tenant on %s to festivals_api using (%2$I = (select current_festival())) with check (%2$I = (select current_festival()))',
    tenant_table, festival_column);
  execute format('grant %s on %s to festivals_api', rights, tenant_table);
end
$$;

grant usage on schema platform to festivals_api;

-- Narrow SECURITY DEFINER functions for what has no festival yet. Each pins its search_path and has a test; `pg_temp` stands last in it,
-- because left out it would be searched first, and a temporary table could then pose as one of ours.
create schema lookup;
grant usage on schema lookup to festivals_api;

-- Everything that happened, written in the deed's own transaction. Nobody may change or delete a row.
-- What belongs to no festival (accounts, sessions) stands under the nil festival.
create table event (
  festival_id uuid not null,
  id uuid not null,
  seq bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default now(),
  name text not null,
  actor_kind text not null check (actor_kind in ('person', 'device', 'guest', 'system')),
  actor_id uuid,
  subject_id uuid,
  before jsonb,
  after jsonb,
  request_id text,
  primary key (festival_id, id)
);
create index event_in_commit_order on event (xid, seq);
create index event_newest_first on event (festival_id, seq desc);
create index event_of_subject on event (festival_id, subject_id, seq desc);
call platform.guard_tenant('event', 'select, insert');

-- Where the relay stands: events up to here have become jobs.
create table relay_cursor (
  only_row boolean primary key default true check (only_row),
  xid xid8 not null default '0',
  seq bigint not null default 0
);
insert into relay_cursor default values;
grant select, update on relay_cursor to festivals_api;

-- The next events behind the snapshot horizon: every transaction below it has ended, so none can still add an earlier one.
create function lookup.events_after(after_xid xid8, after_seq bigint, most int) returns setof event
language sql stable security definer set search_path = public, pg_temp as
$$
  select * from event
  where (xid, seq) > (after_xid, after_seq) and xid < pg_snapshot_xmin(pg_current_snapshot())
  order by xid, seq limit most
$$;

-- The festival's sealed chain over its events: one sealer appends, so that a changed, missing or reordered row shows.
create table audit_seal (
  festival_id uuid not null,
  position bigint not null check (position > 0),
  event_id uuid not null,
  hash bytea not null check (octet_length(hash) = 32),
  primary key (festival_id, position),
  unique (festival_id, event_id)
);
call platform.guard_tenant('audit_seal', 'select, insert');

-- One answer per (caller, key), kept for a day. The caller is a hash: no token and no secret is stored.
create table idempotency (
  caller bytea not null,
  key text not null,
  body_hash bytea not null,
  answer text not null,
  made_at timestamptz not null default now(),
  primary key (caller, key)
);
create index idempotency_by_age on idempotency (made_at);
grant select, insert, delete on idempotency to festivals_api;

-- Claims a key for this transaction: null when the deed is to be done now, else the answer that it had.
-- The advisory lock ends with the transaction, so a crash frees the key, and whoever comes meanwhile hears "in flight". But not at
-- once: PostgreSQL says that a statement failed a moment before it lets its locks go, and whoever asks again by then was first.
create function idempotency_claim(p_caller bytea, p_key text, p_body_hash bytea) returns text language plpgsql as
$$
declare
  kept idempotency;
  lock_of_key constant bigint := hashtextextended(encode(p_caller, 'hex') || p_key, 1);
  tries int := 0;
begin
  while not pg_try_advisory_xact_lock(lock_of_key) loop
    tries := tries + 1;
    if tries > 8 then raise exception 'general.idempotency_in_flight' using errcode = 'FE001'; end if;
    perform pg_sleep(0.005);
  end loop;
  select * into kept from idempotency where caller = p_caller and key = p_key;
  if not found then return null; end if;
  if kept.made_at < now() - interval '24 hours' then
    delete from idempotency where caller = p_caller and key = p_key;
    return null;
  end if;
  if kept.body_hash <> p_body_hash then
    raise exception 'general.idempotency_key_reused' using errcode = 'FE001';
  end if;
  return kept.answer;
end
$$;

create function idempotency_keep(p_caller bytea, p_key text, p_body_hash bytea, p_answer text) returns void language sql as
$$ insert into idempotency (caller, key, body_hash, answer) values (p_caller, p_key, p_body_hash, p_answer) on conflict do nothing $$;
