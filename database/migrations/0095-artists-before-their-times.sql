-- A line-up is announced half a year before its times. An artist is public by their sets, as before; by themselves, from a moment on where
-- one is planned; or held back until then, and not named even where a set of theirs is shown.
alter table artist
  add column announcement text not null default 'BY_SETS' check (announcement in ('BY_SETS', 'ANNOUNCED', 'HELD_BACK')),
  add column reveals_at timestamptz;
