-- Links to a festival outlive the address that they name: on posters, in mails, in calendars. What a festival was published at stays its own
-- until it gives it up, so that nobody else takes its links over. One table of all addresses, those of now and those of before, so that one
-- constraint keeps them apart. What a festival was called before anybody could see it is nobody's link.
create table festival_address (
  festival_id uuid not null references festival on delete cascade,
  slug text not null constraint festival_address_unique unique,
  -- Null while it is the festival's address.
  left_at timestamptz,
  primary key (festival_id, slug)
);
call platform.guard_tenant('festival_address', 'select, insert, update, delete');
insert into festival_address (festival_id, slug) select id, slug from festival;

create function keep_address() returns trigger language plpgsql as
$$
begin
  if tg_op = 'UPDATE' then
    if old.published_at is null then
      delete from festival_address where festival_id = old.id and slug = old.slug;
    else
      update festival_address set left_at = now() where festival_id = old.id and slug = old.slug;
    end if;
  end if;
  insert into festival_address (festival_id, slug) values (new.id, new.slug)
  on conflict (festival_id, slug) do update set left_at = null;
  return null;
end
$$;
create trigger festival_keeps_first_address after insert on festival for each row execute function keep_address();
create trigger festival_keeps_address after update of slug on festival
  for each row when (old.slug is distinct from new.slug) execute function keep_address();

-- Also at an address that it had before; the festival says which one it has now.
create or replace function lookup.festival_by_slug(p_slug text) returns setof festival
language sql stable security definer set search_path = public, pg_temp as
$$
  select f.* from festival_address a join festival f on f.id = a.festival_id
  where a.slug = p_slug and is_public(f.status, f.published_at) and f.deleted_at is null
$$;
