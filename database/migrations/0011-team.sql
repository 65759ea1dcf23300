-- How a team is built: invitations by mail, and the rule that a festival never loses its last organiser.

-- Somebody asked into the team with a role. The mail's token is kept as a hash, and only the newest mail's counts.
create table invitation (
  festival_id uuid not null references festival,
  id uuid not null,
  email citext not null,
  role text not null check (role in ('ORGANISER', 'FINANCE', 'PROGRAMMER', 'STAFF', 'CASHIER', 'SECURITY', 'VENDOR', 'ARTIST')),
  language text not null check (language in ('fr', 'en', 'de', 'es', 'it', 'pt')),
  token_hash bytea constraint invitation_token_unique unique check (octet_length(token_hash) = 32),
  invited_by uuid not null references person,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid references person,
  revoked_at timestamptz,
  primary key (festival_id, id),
  check (accepted_at is null or revoked_at is null),
  check ((accepted_at is null) = (accepted_by is null))
);
create unique index invitation_open on invitation (festival_id, email, role) where accepted_at is null and revoked_at is null;
call platform.guard_tenant('invitation', 'select, insert, update');

-- What whoever holds the mail may know before they belong to the festival.
create function lookup.invitation_by_token(p_hash bytea)
returns table (festival_id uuid, festival_name text, festival_slug text, id uuid, email text, role text, inviter_name text,
  inviter_email text, expires_at timestamptz, accepted_at timestamptz, revoked_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as
$$
  select i.festival_id, f.name, f.slug, i.id, i.email::text, i.role, p.name, p.email::text, i.expires_at, i.accepted_at, i.revoked_at
  from invitation i join festival f on f.id = i.festival_id join person p on p.id = i.invited_by
  where i.token_hash = p_hash and f.deleted_at is null
$$;

-- Checked at the end of the deed, so that within one deed an organiser may be replaced in any order. The festival's row is the
-- lock: of two who leave at once the second waits here, then sees that the first has gone.
create function membership_keeps_an_organiser() returns trigger language plpgsql as
$$
begin
  perform from festival where id = old.festival_id for no key update;
  if found and not exists (
    select from membership m join person p on p.id = m.person_id
    where m.festival_id = old.festival_id and m.role = 'ORGANISER' and p.deleted_at is null
  ) then
    raise exception 'the last organiser stays' using errcode = '23514', constraint = 'membership_keeps_an_organiser';
  end if;
  return null;
end
$$;

create constraint trigger membership_keeps_an_organiser after delete on membership deferrable initially deferred
  for each row when (old.role = 'ORGANISER') execute function membership_keeps_an_organiser();
