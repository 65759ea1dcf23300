-- What a person means to see: artists and sets of a festival, chosen or taken back. Of two devices the later word counts, so that what
-- was taken back stays remembered as such. It is nobody's business but the person's: it stands in no event, and goes with the account.

create table favourite (
  festival_id uuid not null references festival,
  person_id uuid not null references person on delete cascade,
  kind text not null check (kind in ('artist', 'set')),
  subject_id uuid not null,
  artist_id uuid generated always as (case kind when 'artist' then subject_id end) stored,
  slot_id uuid generated always as (case kind when 'set' then subject_id end) stored,
  chosen boolean not null,
  changed_at timestamptz not null,
  primary key (festival_id, person_id, kind, subject_id),
  foreign key (festival_id, artist_id) references artist on delete cascade,
  foreign key (festival_id, slot_id) references slot on delete cascade
);
create index favourite_of_person on favourite (person_id);
create index favourite_artist on favourite (festival_id, artist_id) where artist_id is not null;
create index favourite_slot on favourite (festival_id, slot_id) where slot_id is not null;
call platform.guard_tenant('favourite', 'select, insert, update');

-- An account that ends leaves no favourites, in whatever festival they are and whoever ends it.
create function lookup.forget_favourites() returns trigger
language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  delete from favourite where person_id = new.id;
  return null;
end
$$;
create trigger person_forgets_favourites after update of deleted_at on person
  for each row when (new.deleted_at is not null) execute function lookup.forget_favourites();
