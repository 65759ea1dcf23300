-- Tickets as things one holds: what they are printed on, links that open one of them, and keys that are started and withdrawn by hand.

-- What a festival's tickets are printed on where nobody says anything else; without a row it is A4.
create table ticket_paper (
  festival_id uuid primary key references festival,
  paper text not null check (paper in ('A4', 'A6')),
  version int not null default 1
);
call platform.guard_tenant('ticket_paper', 'select, insert, update');

-- A link that opens one ticket and nothing else of its order: for whoever is to come with it. Only the hash of what opens it is kept.
create table ticket_link (
  festival_id uuid not null references festival,
  ticket_id uuid not null,
  secret_hash bytea not null check (octet_length(secret_hash) = 32),
  made_at timestamptz not null default now(),
  revoked_at timestamptz,
  primary key (festival_id, ticket_id, secret_hash),
  foreign key (festival_id, ticket_id) references ticket
);
-- A new link takes the place of the one before.
create unique index ticket_link_living on ticket_link (festival_id, ticket_id) where revoked_at is null;
call platform.guard_tenant('ticket_link', 'select, insert, update');

-- A key that somebody else may have: what it signed opens no gate any more.
alter table festival_key add column withdrawn_at timestamptz,
  add constraint festival_key_withdrawn_is_retired check (withdrawn_at is null or retired_at is not null);
-- One key signs, whatever two who start one at the same moment mean.
create unique index festival_key_signing on festival_key (festival_id) where retired_at is null;

-- The least id that can have been made at a moment: our ids begin with their milliseconds (RFC 9562, version 7).
create function id_at(p_at timestamptz) returns uuid language sql immutable parallel safe as
$$ select (lpad(to_hex(floor(extract(epoch from p_at) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid $$;

-- New tickets for those of a withdrawn key. The orders are written down once no process signs with it any more.
create table key_replacement (
  festival_id uuid not null references festival,
  key_number int not null,
  reason text not null,
  not_before timestamptz not null,
  -- Which tickets: those whose ids were made between; null is without an end.
  from_id uuid,
  until_id uuid,
  planned_at timestamptz,
  done_at timestamptz,
  primary key (festival_id, key_number),
  foreign key (festival_id, key_number) references festival_key
);
call platform.guard_tenant('key_replacement', 'select, insert, update');

create table key_replacement_order (
  festival_id uuid not null references festival,
  key_number int not null,
  order_id uuid not null,
  sent_at timestamptz,
  primary key (festival_id, key_number, order_id),
  foreign key (festival_id, key_number) references key_replacement,
  foreign key (festival_id, order_id) references ticket_order
);
create index key_replacement_order_waiting on key_replacement_order (festival_id, key_number) where sent_at is null;
call platform.guard_tenant('key_replacement_order', 'select, insert, update');

create function lookup.waiting_key_replacements() returns table (festival_id uuid, key_number int)
language sql stable security definer set search_path = public, pg_temp as
$$ select r.festival_id, r.key_number from key_replacement r where r.done_at is null and r.not_before <= now() order by r.not_before $$;
