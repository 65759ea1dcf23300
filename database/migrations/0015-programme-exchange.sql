-- The programme comes in from files and goes out to those who work with it: imports from the hand-in to the undo, the ids that
-- other tools know sets by, and the crew's secret calendars.

create table programme_import (
  festival_id uuid not null references festival,
  id uuid not null,
  version int not null default 1,
  name text not null,
  status text not null check (status in ('READING', 'READY', 'UNREADABLE', 'APPLYING', 'APPLIED', 'UNDONE')),
  fault jsonb,
  -- The file itself, until it is read.
  bytes bytea,
  format text,
  encoding text,
  -- Its lines as they were read: [line, cell, cell, …]. Large values, which no list reads.
  records jsonb,
  options jsonb,
  columns jsonb not null default '[]',
  sample jsonb not null default '[]',
  rows jsonb,
  counts jsonb,
  made jsonb not null default '{"stages": [], "artists": [], "artistsCount": 0}',
  hash text,
  done int not null default 0,
  total int not null default 0,
  -- What it wrote and what was there before.
  undo jsonb,
  created_by uuid,
  started_by uuid,
  created_at timestamptz not null,
  applied_at timestamptz,
  primary key (festival_id, id)
);
create index programme_import_latest on programme_import (festival_id, created_at desc);
call platform.guard_tenant('programme_import', 'select, insert, update, delete');

-- Under which id a source of programmes knows a set, so that its next file changes it instead of adding another.
create table slot_source (
  festival_id uuid not null references festival,
  source text not null,
  external_id text not null,
  slot_id uuid not null,
  primary key (festival_id, source, external_id),
  foreign key (festival_id, slot_id) references slot on delete cascade
);
create index slot_source_of_slot on slot_source (festival_id, slot_id);
call platform.guard_tenant('slot_source', 'select, insert, update, delete');

-- A calendar of the whole programme for the crew, opened by a secret in its address. The secret itself is not kept.
create table programme_feed (
  festival_id uuid not null references festival,
  id uuid not null,
  name text not null,
  secret_hash bytea not null,
  created_by uuid,
  created_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (festival_id, id),
  constraint programme_feed_secret unique (festival_id, secret_hash)
);
call platform.guard_tenant('programme_feed', 'select, insert, update');
