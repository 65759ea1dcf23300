-- A gate has a name of its own and stands at an entrance of the map, so that whoever looks for it finds it there.

create table gate (
  festival_id uuid not null references festival,
  id uuid not null,
  name text not null,
  -- The entrance at which it stands; null where nobody said.
  place_id uuid,
  version int not null default 1,
  deleted_at timestamptz,
  primary key (festival_id, id),
  foreign key (festival_id, place_id) references place
);
create unique index gate_name_unique on gate (festival_id, lower(name)) where deleted_at is null;
create index gate_at_place on gate (festival_id, place_id);
call platform.guard_tenant('gate', 'select, insert, update');
