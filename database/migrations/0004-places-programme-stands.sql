-- What a festival shows: the site on a map, who plays where and when, what is eaten and drunk.

create table place (
  festival_id uuid not null references festival,
  id uuid not null,
  kind text not null,
  name jsonb not null,
  geometry jsonb not null,
  capacity int check (capacity >= 0),
  primary key (festival_id, id)
);
call platform.guard_tenant('place', 'select, insert, update, delete');

create table stage (
  festival_id uuid not null references festival,
  id uuid not null,
  name text not null,
  place_id uuid,
  sort_order int not null,
  primary key (festival_id, id),
  foreign key (festival_id, place_id) references place
);
call platform.guard_tenant('stage', 'select, insert, update, delete');

create table artist (
  festival_id uuid not null references festival,
  id uuid not null,
  name text not null,
  slug text not null,
  country text,
  genres text[] not null default '{}',
  bio jsonb not null default '{}',
  billing int not null check (billing between 1 and 4),
  primary key (festival_id, id),
  unique (festival_id, slug)
);
call platform.guard_tenant('artist', 'select, insert, update, delete');

create extension if not exists btree_gist;

-- One set. Two confirmed sets on one stage cannot overlap; checked at commit, so that two can be swapped.
create table slot (
  festival_id uuid not null references festival,
  id uuid not null,
  stage_id uuid not null,
  artist_id uuid not null,
  day date not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  status text not null check (status in ('PENDING', 'CONFIRMED', 'CANCELLED')),
  primary key (festival_id, id),
  foreign key (festival_id, stage_id) references stage,
  foreign key (festival_id, artist_id) references artist,
  check (starts_at < ends_at),
  constraint slot_no_overlap exclude using gist
    (festival_id with =, stage_id with =, tstzrange(starts_at, ends_at) with &&) where (status = 'CONFIRMED') deferrable initially deferred
);
call platform.guard_tenant('slot', 'select, insert, update, delete');

create table stand (
  festival_id uuid not null references festival,
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('BAR', 'FOOD', 'MERCH', 'TOPUP', 'INFO')),
  place_id uuid,
  primary key (festival_id, id),
  foreign key (festival_id, place_id) references place
);
call platform.guard_tenant('stand', 'select, insert, update, delete');

create table product (
  festival_id uuid not null references festival,
  id uuid not null,
  stand_id uuid not null,
  name jsonb not null,
  category text not null,
  price bigint not null check (price >= 0),
  vat int not null check (vat between 0 and 10000),
  diets text[] not null default '{}',
  allergens text[] not null default '{}',
  sort_order int not null default 0,
  primary key (festival_id, id),
  foreign key (festival_id, stand_id) references stand
);
create index product_of_stand on product (festival_id, stand_id, sort_order);
call platform.guard_tenant('product', 'select, insert, update, delete');
