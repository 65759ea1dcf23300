-- The map is drawn: layers for everyone or the crew, versions against silent overwriting, signs, hours, and places that come back.

create table map_layer (
  festival_id uuid not null references festival,
  id uuid not null,
  name jsonb not null,
  audience text not null check (audience in ('PUBLIC', 'CREW')),
  sort_order int not null default 0,
  version int not null default 1,
  deleted_at timestamptz,
  primary key (festival_id, id)
);
call platform.guard_tenant('map_layer', 'select, insert, update');

alter table place
  add column note jsonb not null default '{}',
  add column icon text,
  add column color text,
  add column hours jsonb not null default '[]',
  add column layer_id uuid,
  add column external_id text,
  add column version int not null default 1,
  add column deleted_at timestamptz,
  add constraint place_on_layer foreign key (festival_id, layer_id) references map_layer;
create unique index place_external_id on place (festival_id, external_id) where deleted_at is null;

-- A removed place keeps its row, so that it can come back; nothing new is put where it was.
create function place_is_there() returns trigger language plpgsql as
$$
begin
  perform from place where festival_id = new.festival_id and id = new.place_id and deleted_at is null for share;
  if not found then
    raise exception 'this place is no longer on the map' using errcode = '23503', constraint = tg_argv[0];
  end if;
  return new;
end
$$;
create trigger stand_at_place before insert or update of place_id on stand for each row
  when (new.place_id is not null) execute function place_is_there('stand_festival_id_place_id_fkey');
create trigger stage_at_place before insert or update of place_id on stage for each row
  when (new.place_id is not null) execute function place_is_there('stage_festival_id_place_id_fkey');
