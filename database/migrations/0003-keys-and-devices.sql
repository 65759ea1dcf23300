-- The festival's signing keys, and the devices of its staff that hold certificates signed by them.

-- The private half is sealed (AES-256-GCM) with the server's key; whoever reads the table alone cannot sign.
create table festival_key (
  festival_id uuid not null references festival,
  number int not null check (number between 1 and 65535),
  public_key bytea not null check (octet_length(public_key) = 32),
  sealed_private_key bytea not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz,
  primary key (festival_id, number)
);
call platform.guard_tenant('festival_key', 'select, insert, update');

create table device_enrolment (
  festival_id uuid not null references festival,
  id uuid not null,
  code_hash bytea not null unique,
  name text not null,
  rights text[] not null,
  offered_by uuid references person,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (festival_id, id)
);
call platform.guard_tenant('device_enrolment', 'select, insert, update');

create table device (
  festival_id uuid not null references festival,
  id uuid not null,
  name text not null,
  rights text[] not null,
  public_key bytea not null check (octet_length(public_key) = 32),
  enrolled_at timestamptz not null default now(),
  not_after timestamptz not null,
  last_seen_at timestamptz,
  revoked_at timestamptz,
  primary key (festival_id, id)
);
create index device_newest_first on device (festival_id, enrolled_at desc, id desc);
call platform.guard_tenant('device', 'select, insert, update');

-- A code knows its festival only here.
create function lookup.enrolment_by_code(p_code_hash bytea) returns table (festival_id uuid, id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$
  select e.festival_id, e.id from device_enrolment e
  where e.code_hash = p_code_hash and e.used_at is null and e.expires_at > now()
$$;
