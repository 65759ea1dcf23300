-- A volunteer who was taken out by mistake can be brought back for a week, with the role that they had as staff; then what is kept of them goes.
alter table volunteer
  add column deleted_at timestamptz,
  -- Of who was taken out: whether they were staff, and until when.
  add column was_staff boolean not null default false,
  add column staff_ends_at timestamptz,
  drop constraint volunteer_email_unique;
create unique index volunteer_email_unique on volunteer (festival_id, email) where deleted_at is null;
create index volunteer_removed on volunteer (deleted_at) where deleted_at is not null;

-- Forgets the volunteers of all festivals who were taken out before a moment.
create function lookup.forget_volunteers(p_removed_before timestamptz) returns void
language sql security definer set search_path = public, pg_temp as
$$ delete from volunteer where deleted_at < p_removed_before $$;
