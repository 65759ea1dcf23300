-- Pictures: what was uploaded, in which sizes it is kept, and what shows it.

create table picture (
  festival_id uuid not null references festival,
  id uuid not null,
  -- SHA-256 of the file as it came: the same file is one picture, however often it is uploaded.
  hash bytea not null check (octet_length(hash) = 32),
  -- Where its files lie, in the storage and in public. Whoever has the same file cannot work it out.
  address text not null constraint picture_address_unique unique check (address ~ '^[A-Za-z0-9_-]{32}$'),
  name text not null,
  width int not null check (width > 0),
  height int not null check (height > 0),
  widths int[] not null check (cardinality(widths) > 0),
  formats text[] not null default '{webp}' check (formats <@ '{avif,webp}' and cardinality(formats) > 0),
  -- The smaller formats are still being made, by whichever worker took it on at that moment.
  processing boolean not null default true,
  taken_on_at timestamptz,
  bytes bigint not null check (bytes >= 0),
  -- The colour that stands in its place until it is there; null where it is see-through.
  placeholder text check (placeholder ~ '^#[0-9a-f]{6}$'),
  -- What must stay in sight when it is cut, as parts of width and height.
  focus_x real not null default 0.5 check (focus_x between 0 and 1),
  focus_y real not null default 0.5 check (focus_y between 0 and 1),
  alt jsonb not null default '{}',
  credit text not null default '',
  version int not null default 1,
  uploaded_at timestamptz not null default now(),
  -- When something last ceased to show it.
  released_at timestamptz,
  deleted_at timestamptz,
  primary key (festival_id, id),
  constraint picture_once unique (festival_id, hash)
);
create index picture_to_finish on picture (uploaded_at) where processing;
create index picture_deleted on picture (deleted_at) where deleted_at is not null;
call platform.guard_tenant('picture', 'select, insert, update, delete');

-- The festival's own: what heads its page, its sign, and what else it shows of itself.
create table festival_picture (
  festival_id uuid not null references festival,
  use text not null check (use in ('COVER', 'LOGO', 'GALLERY')),
  position int not null check (position >= 0 and (use = 'GALLERY' or position = 0)),
  picture_id uuid not null,
  primary key (festival_id, use, position),
  unique (festival_id, picture_id, use),
  foreign key (festival_id, picture_id) references picture
);
call platform.guard_tenant('festival_picture', 'select, insert, update, delete');

alter table artist
  add column picture_id uuid,
  add foreign key (festival_id, picture_id) references picture;
create index artist_by_picture on artist (festival_id, picture_id) where picture_id is not null;

-- A product that was taken off the menu keeps its past, and lets its picture go.
alter table product
  add column picture_id uuid,
  add foreign key (festival_id, picture_id) references picture on delete set null (picture_id);
create index product_by_picture on product (festival_id, picture_id) where picture_id is not null;

-- A picture as everyone is shown it. Other domains read it by its id.
create view picture_view with (security_invoker = true) as
select festival_id, id, jsonb_build_object('id', id, 'path', '/media/' || address, 'widths', to_jsonb(widths), 'formats', to_jsonb(formats),
  'width', width, 'height', height, 'alt', alt, 'credit', credit, 'placeholder', placeholder,
  'focus', jsonb_build_object('x', focus_x, 'y', focus_y)) as view
from picture where deleted_at is null;

-- Everything that shows a picture, by what it is called.
create view picture_use with (security_invoker = true) as
select festival_id, picture_id, 'ARTIST' as kind, id as subject_id, to_jsonb(name) as label from artist where picture_id is not null
union all
select festival_id, picture_id, 'PRODUCT', id, name from product where picture_id is not null and deleted_at is null
union all
select festival_id, picture_id, use, festival_id, null from festival_picture;

grant select on picture_view, picture_use to festivals_api;

-- What comes to show a picture holds it: it must be there, and stays until this transaction ends. What ceases to, says when.
create function picture_is_shown() returns trigger language plpgsql as
$$
declare
  shown uuid;
  was uuid;
begin
  if tg_op <> 'DELETE' and to_jsonb(new) ->> 'deleted_at' is null then shown := new.picture_id; end if;
  if tg_op <> 'INSERT' and to_jsonb(old) ->> 'deleted_at' is null then was := old.picture_id; end if;
  if shown is not null and shown is distinct from was then
    perform from picture where festival_id = new.festival_id and id = shown and deleted_at is null for share;
    if not found then
      raise exception 'there is no such picture' using errcode = '23503', constraint = 'picture_gone';
    end if;
  end if;
  if was is not null and was is distinct from shown then
    update picture set released_at = clock_timestamp() where festival_id = old.festival_id and id = was;
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end
$$;
create trigger artist_shows_picture before insert or delete or update of picture_id on artist
  for each row execute function picture_is_shown();
create trigger product_shows_picture before insert or delete or update of picture_id, deleted_at on product
  for each row execute function picture_is_shown();
create trigger festival_shows_picture before insert or delete or update of picture_id on festival_picture
  for each row execute function picture_is_shown();

-- What is shown somewhere cannot be taken away. Whoever was about to show it holds the row, so that this waits and then sees it.
create function picture_keeps_its_uses() returns trigger language plpgsql as
$$
begin
  if exists (select from picture_use where festival_id = new.festival_id and picture_id = new.id) then
    raise exception 'something shows this picture' using errcode = '23514', constraint = 'picture_in_use';
  end if;
  return new;
end
$$;
create trigger picture_keeps_its_uses before update of deleted_at on picture for each row
  when (old.deleted_at is null and new.deleted_at is not null) execute function picture_keeps_its_uses();

-- The pictures of a festival that the caller may see, whichever festival the transaction is in: lists of festivals show their covers.
create function lookup.pictures_of_festival(p_festival uuid) returns jsonb
language sql stable security definer set search_path = public, pg_temp as
$$
  select jsonb_build_object(
    'cover', (select v.view from festival_picture u join picture_view v on v.festival_id = u.festival_id and v.id = u.picture_id
      where u.festival_id = p_festival and u.use = 'COVER'),
    'logo', (select v.view from festival_picture u join picture_view v on v.festival_id = u.festival_id and v.id = u.picture_id
      where u.festival_id = p_festival and u.use = 'LOGO'),
    'gallery', (select coalesce(jsonb_agg(v.view order by u.position), '[]')
      from festival_picture u join picture_view v on v.festival_id = u.festival_id and v.id = u.picture_id
      where u.festival_id = p_festival and u.use = 'GALLERY'))
$$;

-- Pictures whose smaller formats nobody is making.
create function lookup.pictures_to_finish(p_taken_on_before timestamptz, most int) returns table (festival_id uuid, id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$
  select p.festival_id, p.id from picture p
  where p.processing and p.deleted_at is null and (p.taken_on_at is null or p.taken_on_at < p_taken_on_before)
  order by p.uploaded_at, p.id limit most
$$;

-- Pictures that were taken away long enough ago, and those that nothing has shown for longer still.
create function lookup.pictures_to_erase(p_deleted_before timestamptz, p_unused_before timestamptz, most int)
returns table (festival_id uuid, id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$
  select p.festival_id, p.id from picture p
  where p.deleted_at < p_deleted_before
    or p.deleted_at is null and greatest(p.uploaded_at, p.released_at) < p_unused_before
      and not exists (select from picture_use u where u.festival_id = p.festival_id and u.picture_id = p.id)
  order by p.uploaded_at, p.id limit most
$$;

-- Which of these addresses are somebody's: files at any other are left over from an upload that was cut off.
create function lookup.known_addresses(addresses text[]) returns setof text
language sql stable security definer set search_path = public, pg_temp as
$$ select p.address from picture p where p.address = any (addresses) $$;
