-- A gate is found by its name as everything else is, however it is accented and with a slip of the finger.

alter table gate add column search_text text generated always as (search_fold(name)) stored;
create trigger words_inserted after insert on gate referencing new table as fresh for each statement execute function learn_words();
create trigger words_updated after update on gate for each row when (old.search_text is distinct from new.search_text)
  execute function learn_new_words();
insert into search_word (festival_id, word, encoded)
select distinct g.festival_id, w.word, true from gate g cross join lateral words_of(g.search_text) as w(word)
on conflict do nothing;
