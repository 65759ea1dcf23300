-- A festival's own domain is looked for again every day: who loses it is told, and after a time of grace nothing is answered there.

alter table festival_domain
  -- When the DNS last said whether the record is there.
  add column looked_at timestamptz,
  -- Since when it is not there; null while it is.
  add column lost_at timestamptz check (lost_at is null or confirmed_at is not null);

-- The festivals whose domain nobody looked for since: whose it is decides which festival a visitor sees, whatever the festival is doing.
create function lookup.domains_unseen_since(at timestamptz, most int) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as
$$
  select festival_id from festival_domain
  where confirmed_at is not null and coalesce(looked_at, confirmed_at) < at
  order by coalesce(looked_at, confirmed_at) limit most
$$;
