-- A festival that is called off before it was ever published is as little anybody's business as a draft.

create function is_public(status text, published_at timestamptz) returns boolean language sql immutable parallel safe as
$$ select status <> 'DRAFT' and (status <> 'CANCELLED' or published_at is not null) $$;

create or replace function lookup.public_festivals(moment timestamptz, after_rank int, after_id uuid, most int)
returns table (festival festival, rank int)
language sql stable security definer set search_path = public, pg_temp as
$$
  select f, r.rank
  from festival f, festival_rank(f.starts_on, f.ends_on, f.zone, moment) as r(rank)
  where is_public(f.status, f.published_at) and f.deleted_at is null and (after_id is null or (r.rank, f.id) > (after_rank, after_id))
  order by r.rank, f.id limit most
$$;

create or replace function lookup.festival_by_slug(p_slug text) returns setof festival
language sql stable security definer set search_path = public, pg_temp as
$$ select f.* from festival f where f.slug = p_slug and is_public(f.status, f.published_at) and f.deleted_at is null $$;

create or replace function lookup.festival_hosts() returns table (host text, slug text)
language sql stable security definer set search_path = public, pg_temp as
$$
  select d.host, f.slug from festival_domain d join festival f on f.id = d.festival_id
  where d.confirmed_at is not null and is_public(f.status, f.published_at) and f.deleted_at is null
$$;

create or replace function lookup.asked_of_buyers(p_festival uuid)
returns table (asked jsonb, version int, starts_on date, zone text, is_public boolean)
language sql stable security definer set search_path = public, pg_temp as
$$
  select a.asked, coalesce(a.version, 0), f.starts_on, f.zone, is_public(f.status, f.published_at)
  from festival f left join asked_of_buyers a on a.festival_id = f.id where f.id = p_festival and f.deleted_at is null
$$;

drop function festival_sale_state();
create function festival_sale_state() returns table (status text, currency text, zone text, published_at timestamptz) language sql stable as
$$ select f.status, f.currency, f.zone, f.published_at from festival f where f.id = current_festival() and f.deleted_at is null $$;
