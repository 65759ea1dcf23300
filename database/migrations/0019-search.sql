-- Everything has a name by which it is found, however it is accented and with a slip of the finger.

create extension if not exists unaccent;
create extension if not exists btree_gin;

-- A text as it is looked for: small letters, no accents, single blanks. `unaccent` counts as stable because dictionaries can be
-- exchanged; this one is named, and whoever exchanges it writes the columns below anew.
create function search_fold(p_text text) returns text language sql immutable parallel safe strict as
$$ select trim(regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, p_text)), '\s+', ' ', 'g')) $$;

-- A name in several languages is found by each of them.
create function search_fold(p_names jsonb) returns text language sql immutable parallel safe strict as
$$ select coalesce(string_agg(public.search_fold(value), ' ' order by key), '') from jsonb_each_text(p_names) $$;

-- Of a name in several languages the one wanted, else the first there is.
create function name_in(p_names jsonb, p_language text) returns text language sql immutable parallel safe as
$$
  select coalesce(nullif(p_names ->> p_language, ''), nullif(p_names ->> 'en', ''),
    (select value from jsonb_each_text(p_names) where value <> '' order by key limit 1), '')
$$;

alter table person add column search_text text generated always as (search_fold(name || ' ' || email::text)) stored;
alter table device add column search_text text generated always as (search_fold(name)) stored;
alter table place add column search_text text generated always as (search_fold(name)) stored;
alter table stage add column search_text text generated always as (search_fold(name)) stored;
alter table artist add column search_text text generated always as (search_fold(name)) stored;
alter table slot add column search_text text generated always as (search_fold(title)) stored;
alter table stand add column search_text text generated always as (search_fold(name)) stored;
alter table product add column search_text text generated always as (search_fold(name)) stored;
alter table ticket_type add column search_text text generated always as (search_fold(name)) stored;
alter table ticket_order add column search_text text generated always as
  (search_fold(reference || ' ' || name || ' ' || email::text)) stored;

-- A hundred thousand orders are not read through at each letter. Row-level security lets no condition on a text use an index (it
-- might tell of rows that are not the caller's), hence the look-ups below, which keep to the festival of the transaction by themselves.
create index order_by_text on ticket_order using gin (festival_id, search_text gin_trgm_ops);
create index order_by_total on ticket_order (festival_id, total desc, id desc);
create index order_by_name on ticket_order (festival_id, name, id);

-- The ids of the transaction's festival's orders whose text is like all patterns, newest first. Planned for these very patterns:
-- for a common one the newest are read until there are enough, for a rare one the index is asked.
create function lookup.orders_sought(p_patterns text[], p_most int) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as
$$
begin
  return query execute
    'select id from ticket_order where festival_id = $1 and search_text like $2 and search_text like all ($3)
     order by placed_at desc, id desc limit $4'
  using current_festival(),
    -- The longest says most.
    (select pattern from unnest(p_patterns) as pattern order by length(pattern) desc limit 1), p_patterns, p_most;
end
$$;

-- The ids of orders that are spelled about like this, the most alike first; there are so many names that half alike is not enough.
create function lookup.orders_alike(p_text text, p_most int) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as
$$
begin
  return query execute
    'select id from ticket_order where festival_id = $1 and $2 <% search_text and word_similarity($2, search_text) >= 0.5
     order by $2 <<-> search_text, placed_at desc limit $3'
  using current_festival(), p_text, p_most;
end
$$;
