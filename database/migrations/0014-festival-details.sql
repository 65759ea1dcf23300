-- What an organiser tells of a festival: when its day ends, whom to ask, its rules and texts, its VAT rates, its news;
-- and addresses looked up by name, kept so that nobody is asked twice.

-- The hour at which a festival's day ends: what begins before it belongs to the evening before.
alter table festival add column cut_off int not null default 6 check (cut_off between 0 and 11);

-- One row for each part of the details that was ever saved: people who change different parts never wait for each other.
create table festival_section (
  festival_id uuid not null references festival,
  name text not null check (name in ('contact', 'legal', 'policies', 'social', 'faq', 'vat')),
  content jsonb not null,
  version int not null default 1,
  primary key (festival_id, name)
);
call platform.guard_tenant('festival_section', 'select, insert, update');

-- A piece of news; without a moment of publication it is a draft, with one to come it waits.
create table news (
  festival_id uuid not null references festival,
  id uuid not null,
  title jsonb not null,
  body jsonb not null default '{}',
  pinned boolean not null default false,
  published_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  deleted_at timestamptz,
  primary key (festival_id, id)
);
create index news_newest_first on news (festival_id, pinned desc, published_at desc) where deleted_at is null;
call platform.guard_tenant('news', 'select, insert, update');

-- What the address service answered, by question and language.
create table address_search (
  language text not null,
  query text not null,
  answer jsonb not null,
  found_at timestamptz not null default now(),
  primary key (language, query)
);
grant select, insert, update, delete on address_search to festivals_api;

-- Whose turn it is to ask the address service: one question a second for the whole installation, whatever its processes.
create table address_search_turn (
  only_row boolean primary key default true check (only_row),
  next_at timestamptz not null default now()
);
insert into address_search_turn default values;
grant select, update on address_search_turn to festivals_api;
