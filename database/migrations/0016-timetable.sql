-- The timetable knows what it takes to plan a stage: set-up and tear-down, opening hours, sets that are to be announced or secret,
-- takeovers, several artists on one set; and of an artist what the team needs and what is paid.

alter table stage add column hours jsonb not null default '[]';

alter table artist
  add column sort_name text,
  add column rider text not null default '',
  add column guest_quota int not null default 0 check (guest_quota >= 0),
  add column typed_links jsonb not null default '[]';
update artist set typed_links = (
  select coalesce(jsonb_agg(jsonb_build_object('kind', 'SITE', 'url', url) order by at), '[]')
  from unnest(links) with ordinality as link (url, at) where url like 'https://%'
) where links <> '{}';
alter table artist drop column links;
alter table artist rename column typed_links to links;

-- What was agreed to be paid, each time anew: the last one counts. It stands apart from the artist, and from the event log,
-- so that whoever may not see money never meets it.
create table artist_fee (
  festival_id uuid not null references festival,
  artist_id uuid not null,
  version int not null check (version >= 1),
  amount bigint check (amount >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  set_by uuid,
  set_at timestamptz not null,
  primary key (festival_id, artist_id, version),
  foreign key (festival_id, artist_id) references artist on delete cascade
);
call platform.guard_tenant('artist_fee', 'select, insert');

alter table slot
  add column setup_minutes int not null default 0 check (setup_minutes between 0 and 720),
  add column teardown_minutes int not null default 0 check (teardown_minutes between 0 and 720),
  add column announcement text not null default 'OPEN' check (announcement in ('OPEN', 'TBA', 'SECRET')),
  add column reveals_at timestamptz,
  add column overlays_id uuid,
  add column confirmed_at timestamptz,
  add column cancelled_at timestamptz,
  add column changed_by uuid,
  add column changed_at timestamptz not null default now(),
  add constraint slot_overlays_another check (overlays_id <> id),
  add constraint slot_overlays foreign key (festival_id, overlays_id) references slot on delete set null (overlays_id);
create index slot_overlaid on slot (festival_id, overlays_id) where overlays_id is not null;

-- Until now a set without an artist was shown to nobody: so it stays, until somebody says otherwise.
update slot set announcement = 'SECRET' where artist_id is null;
update slot set confirmed_at = now() where status = 'CONFIRMED';
alter table slot
  drop constraint slot_has_name,
  add constraint slot_has_name check (artist_id is not null or title is not null or announcement <> 'OPEN');

-- A set that was never sure is nobody's business once it is cancelled; one that was secret until then stays so.
create function slot_keeps_status_times() returns trigger language plpgsql as
$$
begin
  if new.status = 'CONFIRMED' then new.confirmed_at = coalesce(new.confirmed_at, now()); end if;
  new.cancelled_at = case when new.status = 'CANCELLED' then coalesce(new.cancelled_at, now()) end;
  return new;
end
$$;
create trigger slot_keeps_status_times before insert or update of status on slot
  for each row execute function slot_keeps_status_times();

-- Two confirmed sets on one stage cannot overlap, unless one names the other as the set that it takes over. Two takeovers
-- cannot overlap each other. Both are checked at commit, so that two sets can be swapped.
alter table slot
  drop constraint slot_no_overlap,
  add constraint slot_no_overlap exclude using gist
    (festival_id with =, stage_id with =, (coalesce(overlays_id, id)) with <>, tstzrange(starts_at, ends_at) with &&)
    where (status = 'CONFIRMED') deferrable initially deferred,
  add constraint slot_takeovers_apart exclude using gist
    (festival_id with =, stage_id with =, tstzrange(starts_at, ends_at) with &&)
    where (status = 'CONFIRMED' and overlays_id is not null) deferrable initially deferred;

-- Who else plays a set, back to back with its artist.
create table slot_artist (
  festival_id uuid not null references festival,
  slot_id uuid not null,
  artist_id uuid not null,
  position int not null,
  primary key (festival_id, slot_id, artist_id),
  foreign key (festival_id, slot_id) references slot on delete cascade,
  constraint slot_of_artist_known_too foreign key (festival_id, artist_id) references artist
);
create index slot_artist_of_artist on slot_artist (festival_id, artist_id);
call platform.guard_tenant('slot_artist', 'select, insert, update, delete');
