-- People live outside festivals; a membership ties a person to a festival with a role.

create table person (
  id uuid primary key,
  email citext not null constraint person_email_unique unique,
  password_hash text,
  name text not null,
  phone text,
  language text not null check (language in ('fr', 'en', 'de', 'es', 'it', 'pt')),
  super_admin boolean not null default false,
  email_verified_at timestamptz,
  created_at timestamptz not null default now(),
  deleted_at timestamptz
);
grant select, insert, update on person to festivals_api;

-- A sign-in on one face. Its refresh tokens form a family: each is used once and replaced by the next.
create table session (
  id uuid primary key,
  person_id uuid not null references person,
  face text not null check (face in ('site', 'office', 'app')),
  user_agent text,
  started_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_because text check (revoked_because in ('logout', 'logout_everywhere', 'revoked', 'password_reset', 'replay'))
);
create index session_of_person on session (person_id, last_seen_at desc);
grant select, insert, update on session to festivals_api;

-- Only hashes of refresh tokens are kept. A used one stays, so that its replay is recognised.
create table refresh_token (
  hash bytea primary key,
  session_id uuid not null references session,
  issued_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index refresh_token_of_session on refresh_token (session_id);
grant select, insert, update, delete on refresh_token to festivals_api;

-- Tokens of mails (verify, reset), hashed, for one use.
create table one_time_token (
  hash bytea primary key,
  person_id uuid not null references person,
  purpose text not null check (purpose in ('verify_email', 'reset_password')),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index one_time_token_of_person on one_time_token (person_id, purpose);
grant select, insert, update, delete on one_time_token to festivals_api;

-- Failed sign-ins by account and by address (both hashed), to slow guessing down.
create table login_attempt (
  subject bytea not null,
  at timestamptz not null default now()
);
create index login_attempt_recent on login_attempt (subject, at desc);
grant select, insert, delete on login_attempt to festivals_api;

create table festival (
  id uuid primary key,
  slug text not null constraint festival_slug_unique unique,
  name text not null,
  tagline jsonb not null default '{}',
  description jsonb not null default '{}',
  starts_on date not null,
  ends_on date not null,
  zone text not null,
  place jsonb not null,
  currency text not null check (currency in ('EUR', 'USD', 'GBP', 'CHF')),
  languages text[] not null check (cardinality(languages) > 0),
  theme jsonb not null,
  status text not null default 'DRAFT' check (status in ('DRAFT', 'PUBLISHED', 'ONGOING', 'COMPLETED', 'CANCELLED')),
  version int not null default 1,
  created_at timestamptz not null default now(),
  published_at timestamptz,
  deleted_at timestamptz,
  check (starts_on <= ends_on),
  -- A zone that this database does not know would fail every list that asks what day it is there: this raises at once.
  constraint festival_zone_known check (timestamptz '2000-01-01 00:00:00Z' at time zone zone is not null)
);
create index festival_by_date on festival (starts_on, id) where status <> 'DRAFT' and deleted_at is null;
call platform.guard_tenant('festival', 'select, insert, update', 'id');

create table membership (
  festival_id uuid not null references festival,
  person_id uuid not null references person,
  role text not null check (role in ('ORGANISER', 'FINANCE', 'PROGRAMMER', 'STAFF', 'CASHIER', 'SECURITY', 'VENDOR', 'ARTIST', 'ATTENDEE')),
  since timestamptz not null default now(),
  primary key (festival_id, person_id, role)
);
create index membership_of_person on membership (person_id);
call platform.guard_tenant('membership', 'select, insert, delete');

-- Who someone is at this moment: is the session alive, is the person a super-admin, which roles in the festival asked for.
create function lookup.standing(p_session uuid, p_festival uuid)
returns table (person_id uuid, name text, email text, email_verified boolean, super_admin boolean, roles text[])
language sql stable security definer set search_path = public, pg_temp as
$$
  select p.id, p.name, p.email::text, p.email_verified_at is not null, p.super_admin,
    coalesce((select array_agg(m.role) from membership m where m.person_id = p.id and m.festival_id = p_festival), '{}')
  from session s join person p on p.id = s.person_id
  where s.id = p_session and s.revoked_at is null and s.expires_at > now() and p.deleted_at is null
$$;

create function lookup.memberships_of(p_person uuid)
returns table (festival_id uuid, festival_name text, festival_slug text, roles text[])
language sql stable security definer set search_path = public, pg_temp as
$$
  select f.id, f.name, f.slug, array_agg(m.role order by m.role)
  from membership m join festival f on f.id = m.festival_id
  where m.person_id = p_person and f.deleted_at is null
  group by f.id order by f.starts_on desc, f.id
$$;

-- Festivals in whose team a person is, newest first, a page at a time (the cursor is the last row's start and id).
create function lookup.festivals_of(p_person uuid, after_starts_on date, after_id uuid, most int) returns setof festival
language sql stable security definer set search_path = public, pg_temp as
$$
  select f.* from festival f
  where f.deleted_at is null
    and (exists (select from membership m where m.festival_id = f.id and m.person_id = p_person)
      or exists (select from person p where p.id = p_person and p.super_admin))
    and (after_id is null or (f.starts_on, f.id) < (after_starts_on, after_id))
  order by f.starts_on desc, f.id desc limit most
$$;

-- What everyone may see: festivals that are not drafts, the next first.
create function lookup.public_festivals(after_starts_on date, after_id uuid, most int) returns setof festival
language sql stable security definer set search_path = public, pg_temp as
$$
  select f.* from festival f
  where f.status <> 'DRAFT' and f.deleted_at is null
    and (after_id is null or (f.starts_on, f.id) > (after_starts_on, after_id))
  order by f.starts_on, f.id limit most
$$;

create function lookup.festival_by_slug(p_slug text) returns setof festival
language sql stable security definer set search_path = public, pg_temp as
$$ select f.* from festival f where f.slug = p_slug and f.status <> 'DRAFT' and f.deleted_at is null $$;
