-- Whoever is taken out of their orders leaves no word behind. A word stayed while somebody else's merely began like it ("ada" for "adam"),
-- and the address that stands for nobody was learned as if it were somebody's.

create or replace function words_of_order(p_name text, p_email text) returns setof text language sql immutable parallel safe as
$$ select words_of(search_fold(p_name || case when p_email like '%@erased.invalid' then '' else ' ' || p_email end)) $$;

create or replace function order_renamed() returns trigger language plpgsql as
$$
begin
  -- Those who have the letters are found by an index, those who have the word among them by looking.
  delete from search_word w
  where w.festival_id = new.festival_id and not w.encoded and w.word in (select words_of_order(old.name, old.email::text))
    and not exists (
      select from ticket_order o
      where o.festival_id = w.festival_id and o.search_text like '%' || w.word || '%'
        and w.word in (select words_of_order(o.name, o.email::text)));
  insert into search_word (festival_id, word, encoded)
  select new.festival_id, w.word, false from words_of_order(new.name, new.email::text) as w(word) order by 2
  on conflict do nothing;
  return null;
end
$$;

delete from search_word w
where not w.encoded and not exists (
  select from (
    select distinct o.festival_id, known.word
    from ticket_order o cross join lateral words_of_order(o.name, o.email::text) as known(word)
  ) as k where k.festival_id = w.festival_id and k.word = w.word);

-- Whether somebody else stays who may do everything on the platform. They are locked first, and looked at after: of two who go at once
-- the second sees that the first does.
create function lookup.other_super_admin(p_person uuid) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as
$$
begin
  perform from person where super_admin and deleted_at is null order by id for update;
  return exists (
    select from person p
    where p.super_admin and p.deleted_at is null and p.id <> p_person
      and not exists (select from account_deletion d where d.person_id = p.id));
end
$$;
