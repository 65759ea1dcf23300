-- The words that a festival's names are made of, each once: what is misspelled is compared with them, and not with every row.

-- The words of a folded text: what stands between blanks and signs. A sign is ASCII, for a text has been folded to that.
create function words_of(p_text text) returns setof text language sql immutable parallel safe strict as
$$ select distinct word from regexp_split_to_table(p_text, '[\s!-/:-@[-`{-~]+') as word where word <> '' and length(word) <= 40 $$;

-- `encoded` are the words of the programme, the stands, the map, the devices; the others are names and addresses of those who ordered.
-- Both may hold the same word: a deed that encodes never waits for the roller that reads orders.
create table search_word (
  festival_id uuid not null references festival,
  word text collate "C" not null,
  encoded boolean not null,
  primary key (festival_id, word, encoded)
);
call platform.guard_tenant('search_word', 'select, insert, delete');
-- Letters in common are counted among the encoded words alone; of the others there may be a hundred thousand that are all alike.
create index search_word_by_letters on search_word using gin (festival_id, word gin_trgm_ops) where encoded;

create function learn_words() returns trigger language plpgsql as
$$
begin
  insert into search_word (festival_id, word, encoded)
  select distinct f.festival_id, w.word, true from fresh f cross join lateral words_of(f.search_text) as w(word) order by 1, 2
  on conflict do nothing;
  return null;
end
$$;
create function learn_new_words() returns trigger language plpgsql as
$$
begin
  insert into search_word (festival_id, word, encoded)
  select new.festival_id, w.word, true from words_of(new.search_text) as w(word) order by 2
  on conflict do nothing;
  return null;
end
$$;

do
$$
declare
  named text;
begin
  foreach named in array array['stage', 'artist', 'slot', 'stand', 'product', 'place', 'ticket_type', 'device'] loop
    execute format('create trigger words_inserted after insert on %I referencing new table as fresh for each statement execute function learn_words()', named);
    execute format('create trigger words_updated after update on %I for each row when (old.search_text is distinct from new.search_text)
      execute function learn_new_words()', named);
    execute format('insert into search_word (festival_id, word, encoded)
      select distinct n.festival_id, w.word, true from %I n cross join lateral words_of(n.search_text) as w(word) on conflict do nothing', named);
  end loop;
end
$$;

-- Orders: no sale waits for a word. The roller reads of them in the event log, in commit order.

create table search_cursor (
  only_row boolean primary key default true check (only_row),
  xid xid8 not null default '0',
  seq bigint not null default 0
);
insert into search_cursor default values;

-- An order is known by its reference letter by letter, or not at all.
create function words_of_order(p_name text, p_email text) returns setof text language sql immutable parallel safe as
$$ select words_of(search_fold(p_name || ' ' || p_email)) $$;

-- Reads the orders of a festival, or of all for null: those that no event tells of.
create function platform.learn_orders(p_festival uuid) returns void language sql as
$$
  insert into search_word (festival_id, word, encoded)
  select distinct o.festival_id, w.word, false
  from ticket_order o cross join lateral words_of_order(o.name, o.email::text) as w(word)
  where p_festival is null or o.festival_id = p_festival
  on conflict do nothing
$$;
select platform.learn_orders(null);
update search_cursor set (xid, seq) = (
  select xid, seq from event where xid < pg_snapshot_xmin(pg_current_snapshot()) order by xid desc, seq desc limit 1)
where exists (select from event where xid < pg_snapshot_xmin(pg_current_snapshot()));

-- Reads the next events for the words of orders; of two readers at once the second does nothing. Returns how many it passed.
create function lookup.learn_words(most int) returns int
language plpgsql volatile security definer set search_path = public, pg_temp as
$$
declare
  up_to search_cursor;
  last record;
begin
  select * into up_to from search_cursor for update skip locked;
  if not found then return 0; end if;
  select (array_agg(b.xid order by b.xid desc, b.seq desc))[1] as xid, (array_agg(b.seq order by b.xid desc, b.seq desc))[1] as seq, count(*)::int as passed
  into last from (
    select e.xid, e.seq from event e
    where (e.xid, e.seq) > (up_to.xid, up_to.seq) and e.xid < pg_snapshot_xmin(pg_current_snapshot())
    order by e.xid, e.seq limit most
  ) as b;
  if last.passed = 0 then return 0; end if;
  insert into search_word (festival_id, word, encoded)
  select distinct o.festival_id, w.word, false
  from event e join ticket_order o on o.festival_id = e.festival_id and o.id = e.subject_id
  cross join lateral words_of_order(o.name, o.email::text) as w(word)
  where (e.xid, e.seq) > (up_to.xid, up_to.seq) and (e.xid, e.seq) <= (last.xid, last.seq) and e.name = 'ticketing.order_placed'
  on conflict do nothing;
  update search_cursor set xid = last.xid, seq = last.seq;
  return last.passed;
end
$$;

-- Whoever is renamed or forgotten in an order leaves no word behind that is theirs alone.
create function order_renamed() returns trigger language plpgsql as
$$
begin
  delete from search_word w
  where w.festival_id = new.festival_id and not w.encoded and w.word in (select words_of_order(old.name, old.email::text))
    and not exists (select from ticket_order o where o.festival_id = w.festival_id and o.search_text like '%' || w.word || '%');
  insert into search_word (festival_id, word, encoded)
  select new.festival_id, w.word, false from words_of_order(new.name, new.email::text) as w(word) order by 2
  on conflict do nothing;
  return null;
end
$$;
create trigger order_renamed after update on ticket_order for each row
when (old.name is distinct from new.name or old.email is distinct from new.email) execute function order_renamed();

-- How the festival of the transaction spells what was typed. For each word (by its place) those with enough letters in common among the
-- encoded ones and the names of the team, and those spellings, given with the place of the word that they are of, with which a word
-- begins. The most alike first; `whole` is a word, not the beginning of one.
create function lookup.words_alike(p_words text[], p_spellings text[], p_of int[])
returns table (of int, word text, whole boolean, likeness real)
language sql stable security definer set search_path = public, pg_temp as
$$
  with team as materialized (
    select distinct w.word from membership m join person p on p.id = m.person_id and p.deleted_at is null
    cross join lateral words_of(p.search_text) as w(word) where m.festival_id = current_festival()
  ), alike as (
    select s.at::int as of, w.word, true as whole
    from unnest(p_words) with ordinality as s(word, at) cross join lateral (
      select k.word from search_word k where k.festival_id = current_festival() and k.encoded and k.word %> s.word
      order by k.word <->> s.word, k.word limit 8
    ) as w
    union
    select s.at::int, t.word, true from unnest(p_words) with ordinality as s(word, at) join team t on t.word %> s.word
    union
    select s.of, s.word, k.word = s.word
    from unnest(p_spellings, p_of) as s(word, of) cross join lateral (
      select w.word from search_word w
      where w.festival_id = current_festival() and w.word >= s.word and w.word < s.word || chr(1114111) order by w.word limit 1
    ) as k
  )
  select a.of, a.word, a.whole, similarity(a.word, p_words[a.of]) as likeness from alike a order by 1, 3 desc, 4 desc, 2
$$;

-- The ids of the transaction's festival's orders whose text is like one pattern of each group, newest first. Planned for these very
-- patterns: for common ones the newest are read until there are enough, for rare ones the index is asked.
drop function lookup.orders_alike(text, int);
drop function lookup.orders_sought(text[], int);
create function lookup.orders_sought(p_groups jsonb, p_most int) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as
$$
begin
  return query execute 'select id from ticket_order where festival_id = $1'
    || coalesce((select string_agg(' and (' || (
        select string_agg(format('search_text like %L', pattern), ' or ') from jsonb_array_elements_text(g.patterns) as pattern) || ')', '')
      from jsonb_array_elements(p_groups) as g(patterns)), ' and false')
    || ' order by placed_at desc, id desc limit $2'
  using current_festival(), p_most;
end
$$;
