-- A festival's own domain: claimed by its organiser, and answered to only once a record in the domain's DNS has proven whose it is.

create table festival_domain (
  festival_id uuid primary key references festival,
  host text not null check (host ~ '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$' and length(host) <= 253),
  -- What the record has to say. No secret: everyone may read it there.
  token text not null,
  confirmed_at timestamptz,
  version int not null default 1
);
-- Who only claims a domain keeps nobody from proving that it is theirs.
create unique index festival_domain_host_unique on festival_domain (host) where confirmed_at is not null;
call platform.guard_tenant('festival_domain', 'select, insert, update, delete');

-- The hosts of every festival that may be seen: all that the site has to know to answer at them.
create function lookup.festival_hosts() returns table (host text, slug text)
language sql stable security definer set search_path = public, pg_temp as
$$
  select d.host, f.slug from festival_domain d join festival f on f.id = d.festival_id
  where d.confirmed_at is not null and f.status <> 'DRAFT' and f.deleted_at is null
$$;
