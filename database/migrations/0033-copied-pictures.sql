-- A festival that is made of another takes its pictures along: rows of its own at once, files of its own soon after.

-- Where its files still lie, as long as it has none of its own.
alter table picture add column copy_of text check (copy_of ~ '^[A-Za-z0-9_-]{32}$');
create index picture_copies on picture (copy_of) where copy_of is not null;

create or replace view picture_view with (security_invoker = true) as
select festival_id, id, jsonb_build_object('id', id, 'path', '/media/' || coalesce(copy_of, address), 'widths', to_jsonb(widths), 'formats', to_jsonb(formats),
  'width', width, 'height', height, 'alt', alt, 'credit', credit, 'placeholder', placeholder,
  'focus', jsonb_build_object('x', focus_x, 'y', focus_y)) as view
from picture where deleted_at is null;

-- Files that a copy still shows are known as well.
create or replace function lookup.known_addresses(addresses text[]) returns setof text
language sql stable security definer set search_path = public, pg_temp as
$$
  select p.address from picture p where p.address = any (addresses)
  union select p.copy_of from picture p where p.copy_of = any (addresses)
$$;

comment on column stand.sections is 'The headings of the menu, in their order: [{ id, name }].';
