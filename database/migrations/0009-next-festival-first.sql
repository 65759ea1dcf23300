-- The platform's list begins with what is still to come, the next first; what is over follows, the latest first.

drop function lookup.public_festivals(date, uuid, int);

-- Where a festival stands in that list at a moment, as one number to sort and to go on from.
create function festival_rank(starts_on date, ends_on date, zone text, moment timestamptz) returns int language sql immutable parallel safe as
$$
  select case when ends_on >= (moment at time zone zone)::date then starts_on - date '2000-01-01'
    else 1000000 - (starts_on - date '2000-01-01') end
$$;

-- What everyone may see, a page at a time; the cursor is the last row's rank and id.
create function lookup.public_festivals(moment timestamptz, after_rank int, after_id uuid, most int)
returns table (festival festival, rank int)
language sql stable security definer set search_path = public, pg_temp as
$$
  select f, r.rank
  from festival f, festival_rank(f.starts_on, f.ends_on, f.zone, moment) as r(rank)
  where f.status <> 'DRAFT' and f.deleted_at is null and (after_id is null or (r.rank, f.id) > (after_rank, after_id))
  order by r.rank, f.id limit most
$$;
