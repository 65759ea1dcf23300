-- What an organiser encodes beside products, ticket types and people: stock, menu sections, quotas that several types share,
-- options, memberships that end, and volunteers.

-- Stands ---------------------------------------------------------------------------------------------------------------

-- A menu's headings, in their order, each with the hours in which it is offered: [{ id, name, from, until }].
alter table stand add column sections jsonb not null default '[]';
-- The heading below which a product stands. One that its stand no longer has counts as none.
alter table product add column section_id uuid;

-- Something that is counted: what one stand keeps, or what several draw on from the middle. What is not counted is unlimited.
create table stock_item (
  festival_id uuid not null references festival,
  id uuid not null,
  name text not null,
  -- The stand that keeps it; null where it is central.
  stand_id uuid,
  -- From this number down it counts as low.
  low_at int check (low_at >= 0),
  version int not null default 1,
  deleted_at timestamptz,
  primary key (festival_id, id),
  foreign key (festival_id, stand_id) references stand
);
create unique index stock_item_name_unique on stock_item
  (festival_id, coalesce(stand_id, '00000000-0000-0000-0000-000000000000'), lower(name)) where deleted_at is null;
call platform.guard_tenant('stock_item', 'select, insert, update');

-- A product draws on one item at most; an item may serve several products.
create table product_stock (
  festival_id uuid not null references festival,
  product_id uuid not null,
  stock_item_id uuid not null,
  primary key (festival_id, product_id),
  foreign key (festival_id, product_id) references product,
  foreign key (festival_id, stock_item_id) references stock_item
);
create index product_stock_of_item on product_stock (festival_id, stock_item_id);
call platform.guard_tenant('product_stock', 'select, insert, update, delete');

-- What came, went or was found by counting. Facts: what there is is their sum, and no counter is hot.
create table stock_movement (
  festival_id uuid not null references festival,
  id uuid not null,
  stock_item_id uuid not null,
  kind text not null check (kind in ('DELIVERY', 'CORRECTION')),
  quantity int not null,
  -- What was counted, where counting found another number than the movements say.
  counted int check (counted >= 0),
  reason text,
  made_at timestamptz not null,
  made_by uuid references person,
  primary key (festival_id, id),
  foreign key (festival_id, stock_item_id) references stock_item,
  check (kind <> 'DELIVERY' or quantity > 0),
  check (kind <> 'CORRECTION' or (counted is not null and reason is not null))
);
create index stock_movement_of_item on stock_movement (festival_id, stock_item_id, id desc) include (quantity);
call platform.guard_tenant('stock_movement', 'select, insert');

-- Ticket types -----------------------------------------------------------------------------------------------------------

create table ticket_group (
  festival_id uuid not null references festival,
  id uuid not null,
  name jsonb not null,
  sort_order int not null default 0,
  primary key (festival_id, id)
);
call platform.guard_tenant('ticket_group', 'select, insert, update, delete');

alter table ticket_type
  add column min_per_order int not null default 1,
  -- Neither shown nor sold, but kept, with what was sold of it.
  add column hidden boolean not null default false,
  add column group_id uuid,
  add foreign key (festival_id, group_id) references ticket_group,
  add constraint ticket_type_order_limits check (min_per_order between 1 and max_per_order),
  -- Rows of before this rule keep what they have until somebody changes them.
  add constraint ticket_type_sale_window check (on_sale_from < on_sale_until) not valid;

-- A shared quota has a name and counts what several types sell; each type keeps a quota of its own, which alone is claimed first.
alter table quota
  add column shared boolean not null default false,
  add column name text,
  add column version int not null default 1,
  -- Whether shared quotas follow this one.
  add column linked boolean not null default false,
  add constraint quota_shared_has_name check (shared = (name is not null)),
  add constraint quota_by_kind unique (festival_id, id, shared);
create unique index quota_name_unique on quota (festival_id, lower(name)) where shared;
grant delete on quota to festivals_api;

create table ticket_type_quota (
  festival_id uuid not null references festival,
  ticket_type_id uuid not null,
  quota_id uuid not null,
  shared boolean not null default true check (shared),
  primary key (festival_id, ticket_type_id, quota_id),
  foreign key (festival_id, ticket_type_id) references ticket_type,
  constraint ticket_type_quota_known foreign key (festival_id, quota_id, shared) references quota (festival_id, id, shared)
);
create index ticket_type_quota_of on ticket_type_quota (festival_id, quota_id);
call platform.guard_tenant('ticket_type_quota', 'select, insert, delete');

-- Whatever a type's own quota sells, holds or gives back, its shared quotas do as well, at the end of the same transaction. Own quotas
-- are locked first, in whatever order their function takes, and all shared ones of the festival after them, in the order of their ids:
-- no two transactions can wait for each other here.
create function shared_quotas_follow() returns trigger language plpgsql as
$$
declare
  more_sold int := new.sold - old.sold;
  more_held int := new.held - old.held;
begin
  perform from quota where festival_id = new.festival_id and shared order by id for no key update;
  if more_sold + more_held > 0 and exists (
    select from ticket_type t
    join ticket_type_quota l on l.festival_id = t.festival_id and l.ticket_type_id = t.id
    join quota q on q.festival_id = l.festival_id and q.id = l.quota_id
    where t.festival_id = new.festival_id and t.quota_id = new.id and q.sold + q.held + more_sold + more_held > q.capacity
  ) then
    perform fail('ticketing.sold_out', (select jsonb_build_object('ticketTypeIds', jsonb_agg(t.id)) from ticket_type t
      where t.festival_id = new.festival_id and t.quota_id = new.id));
  end if;
  update quota q set sold = q.sold + more_sold, held = q.held + more_held
  from ticket_type t join ticket_type_quota l on l.festival_id = t.festival_id and l.ticket_type_id = t.id
  where t.festival_id = new.festival_id and t.quota_id = new.id and q.festival_id = l.festival_id and q.id = l.quota_id;
  return null;
end
$$;
create constraint trigger shared_quotas_follow after update on quota deferrable initially deferred
  for each row when (new.linked and not new.shared and (old.sold, old.held) is distinct from (new.sold, new.held))
  execute function shared_quotas_follow();

-- What a buyer may add to a ticket: camping, parking, a locker. Without a capacity there are as many as are wanted.
create table ticket_option (
  festival_id uuid not null references festival,
  id uuid not null,
  kind text not null check (kind in ('CAMPING', 'PARKING', 'LOCKER', 'SHUTTLE', 'MEAL', 'OTHER')),
  name jsonb not null,
  description jsonb not null default '{}',
  price bigint not null check (price >= 0),
  vat int not null check (vat between 0 and 10000),
  capacity int check (capacity >= 0),
  needs_ticket boolean not null,
  -- So many for each ticket, or in an order where no ticket is needed.
  most int not null check (most between 1 and 20),
  -- The types that it goes with; none named is all of them.
  ticket_type_ids uuid[] not null default '{}',
  sort_order int not null default 0,
  version int not null default 1,
  deleted_at timestamptz,
  primary key (festival_id, id)
);
call platform.guard_tenant('ticket_option', 'select, insert, update');

-- What a hold must know of a type beyond its catalogue.
create function lookup.ticket_limits(p_festival uuid, p_types uuid[])
returns table (id uuid, min_per_order int, hidden boolean)
language sql stable security definer set search_path = public, pg_temp as
$$
  select t.id, t.min_per_order, t.hidden from ticket_type t where t.festival_id = p_festival and t.id = any(p_types)
$$;

-- Team -------------------------------------------------------------------------------------------------------------------

-- From then on a membership counts no more, by the database's clock, whatever a program's says.
alter table membership add column ends_at timestamptz;
grant update on membership to festivals_api;

create or replace function lookup.standing(p_session uuid, p_festival uuid)
returns table (person_id uuid, name text, email text, email_verified boolean, super_admin boolean, roles text[])
language sql stable security definer set search_path = public, pg_temp as
$$
  select p.id, p.name, p.email::text, p.email_verified_at is not null, p.super_admin,
    coalesce((select array_agg(m.role) from membership m
      where m.person_id = p.id and m.festival_id = p_festival and (m.ends_at is null or m.ends_at > now())), '{}')
  from session s join person p on p.id = s.person_id
  where s.id = p_session and s.revoked_at is null and s.expires_at > now() and p.deleted_at is null
$$;

create or replace function lookup.memberships_of(p_person uuid)
returns table (festival_id uuid, festival_name text, festival_slug text, roles text[])
language sql stable security definer set search_path = public, pg_temp as
$$
  select f.id, f.name, f.slug, array_agg(m.role order by m.role)
  from membership m join festival f on f.id = m.festival_id
  where m.person_id = p_person and f.deleted_at is null and (m.ends_at is null or m.ends_at > now())
  group by f.id order by f.starts_on desc, f.id
$$;

create or replace function lookup.festivals_of(p_person uuid, after_starts_on date, after_id uuid, most int) returns setof festival
language sql stable security definer set search_path = public, pg_temp as
$$
  select f.* from festival f
  where f.deleted_at is null
    and (exists (select from membership m where m.festival_id = f.id and m.person_id = p_person and (m.ends_at is null or m.ends_at > now()))
      or exists (select from person p where p.id = p_person and p.super_admin))
    and (after_id is null or (f.starts_on, f.id) < (after_starts_on, after_id))
  order by f.starts_on desc, f.id desc limit most
$$;

-- The last organiser is one whose time has no end.
create or replace function membership_keeps_an_organiser() returns trigger language plpgsql as
$$
begin
  perform from festival where id = old.festival_id for no key update;
  if found and not exists (
    select from membership m join person p on p.id = m.person_id
    where m.festival_id = old.festival_id and m.role = 'ORGANISER' and m.ends_at is null and p.deleted_at is null
  ) then
    raise exception 'the last organiser stays' using errcode = '23514', constraint = 'membership_keeps_an_organiser';
  end if;
  return null;
end
$$;
create constraint trigger membership_end_keeps_an_organiser after update of ends_at on membership deferrable initially deferred
  for each row when (old.role = 'ORGANISER' and new.ends_at is not null) execute function membership_keeps_an_organiser();

-- An invitation may say until when the membership lasts; one of many waits its turn to be mailed.
alter table invitation
  add column member_until timestamptz,
  add column queued boolean not null default false;
create index invitation_queued on invitation (festival_id, id) where queued;

drop function lookup.invitation_by_token(bytea);
create function lookup.invitation_by_token(p_hash bytea)
returns table (festival_id uuid, festival_name text, festival_slug text, id uuid, email text, role text, inviter_name text,
  inviter_email text, expires_at timestamptz, accepted_at timestamptz, revoked_at timestamptz, member_until timestamptz, zone text)
language sql stable security definer set search_path = public, pg_temp as
$$
  select i.festival_id, f.name, f.slug, i.id, i.email::text, i.role, p.name, p.email::text, i.expires_at, i.accepted_at, i.revoked_at,
    i.member_until, f.zone
  from invitation i join festival f on f.id = i.festival_id join person p on p.id = i.invited_by
  where i.token_hash = p_hash and f.deleted_at is null
$$;

-- The invitations whose turn it is, the oldest first.
create function lookup.queued_invitations(most int) returns table (festival_id uuid, id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$
  select i.festival_id, i.id from invitation i where i.queued order by i.id limit most
$$;

-- Somebody of the staff with a crew: known before they have an account, by their address.
create table volunteer (
  festival_id uuid not null references festival,
  id uuid not null,
  email citext not null,
  name text not null,
  crew text not null,
  phone text,
  version int not null default 1,
  created_at timestamptz not null default now(),
  primary key (festival_id, id),
  constraint volunteer_email_unique unique (festival_id, email)
);
call platform.guard_tenant('volunteer', 'select, insert, update, delete');
