-- The programme is edited by several people: each row knows how often it was changed, and a set may stand before its artist is known.

alter table stage add column version int not null default 1;
alter table artist
  add column links text[] not null default '{}',
  add column version int not null default 1;

alter table slot
  alter column artist_id drop not null,
  add column title text,
  add column version int not null default 1,
  add constraint slot_has_name check (artist_id is not null or title is not null);
create index slot_of_artist on slot (festival_id, artist_id);
create index slot_of_stage on slot (festival_id, stage_id, starts_at);

-- What stands in the programme is not taken away under it.
alter table slot rename constraint slot_festival_id_stage_id_fkey to slot_on_stage;
alter table slot rename constraint slot_festival_id_artist_id_fkey to slot_of_artist_known;
