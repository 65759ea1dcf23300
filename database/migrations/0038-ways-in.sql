-- Other ways into an account, and a new address for one: who somebody is at a provider, and the change that both mailboxes confirm.

-- Somebody's account at a provider, known by what never changes there: who says it, and whom they mean. Its address is only
-- what was told at the time; nothing is ever looked up by it.
create table linked_identity (
  id uuid primary key,
  person_id uuid not null references person,
  provider text not null,
  issuer text not null,
  subject text not null,
  email text,
  linked_at timestamptz not null default now(),
  used_at timestamptz not null default now(),
  constraint linked_identity_of_one_person unique (issuer, subject)
);
create index linked_identity_of_person on linked_identity (person_id, linked_at);
grant select, insert, update, delete on linked_identity to festivals_api;

alter table one_time_token drop constraint one_time_token_purpose_check;
alter table one_time_token add constraint one_time_token_purpose_check
  check (purpose in ('verify_email', 'reset_password', 'link_identity', 'email_old', 'email_new', 'delete_account'));

alter table session drop constraint session_revoked_because_check;
alter table session add constraint session_revoked_because_check
  check (revoked_because in ('logout', 'logout_everywhere', 'revoked', 'password_reset', 'password_changed', 'replay', 'account_deleted'));

-- An address that shall replace a person's once both mailboxes have said so.
create table email_change (
  person_id uuid primary key references person,
  new_email citext not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  old_confirmed_at timestamptz,
  new_confirmed_at timestamptz
);
grant select, insert, update, delete on email_change to festivals_api;

-- Whoever changes their address keeps what the old one bought: until now those orders were theirs by the address alone.
create function lookup.keep_orders(p_person uuid) returns int
language sql volatile security definer set search_path = public, pg_temp as
$$
  with kept as (
    update ticket_order o set person_id = p_person
    from person p
    where p.id = p_person and p.email_verified_at is not null and p.deleted_at is null and o.email = p.email and o.person_id is null
    returning 1
  )
  select count(*)::int from kept
$$;
