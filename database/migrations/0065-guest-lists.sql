-- People who come without buying in the shop: guest lists with whoever is on them, and of which kind an order is.

alter table ticket_order
  -- Bought in the shop, given to a guest, or sold by the team.
  add column kind text not null default 'SALE' constraint ticket_order_kind check (kind in ('SALE', 'INVITATION', 'DESK'));

create table guest_list (
  festival_id uuid not null references festival,
  id uuid not null,
  name text not null,
  purpose text not null check (purpose in ('ARTIST', 'CREW', 'PARTNER', 'PRESS', 'OTHER')),
  note text not null default '',
  -- Of the team: may fill it without being allowed to make lists.
  owner_id uuid references person,
  ticket_type_id uuid not null,
  -- How many may come by it.
  places int not null check (places between 1 and 10000),
  -- Until when invitations are answered; without one, until the festival is over.
  deadline timestamptz,
  version int not null default 1,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (festival_id, id),
  foreign key (festival_id, ticket_type_id) references ticket_type
);
create unique index guest_list_name_unique on guest_list (festival_id, lower(name)) where deleted_at is null;
create index guest_list_of_owner on guest_list (owner_id) where owner_id is not null;
call platform.guard_tenant('guest_list', 'select, insert, update');

-- Whoever is on a list, with those they bring. Invited, their places are those of a held basket; confirmed, those of an order.
create table guest (
  festival_id uuid not null references festival,
  id uuid not null,
  guest_list_id uuid not null,
  name text not null,
  email citext,
  companions int not null default 0 check (companions between 0 and 20),
  note text not null default '',
  language text not null,
  state text not null default 'WAITING' check (state in ('WAITING', 'INVITED', 'CONFIRMED', 'DECLINED', 'REVOKED')),
  basket_id uuid,
  order_id uuid,
  -- Of the link in the mail that was sent last.
  token_hash bytea,
  invited_at timestamptz,
  answered_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  primary key (festival_id, id),
  foreign key (festival_id, guest_list_id) references guest_list,
  foreign key (festival_id, basket_id) references basket,
  foreign key (festival_id, order_id) references ticket_order,
  constraint guest_invited_holds check (state <> 'INVITED' or basket_id is not null),
  constraint guest_confirmed_has_order check (state <> 'CONFIRMED' or order_id is not null)
);
create index guest_of_list on guest (festival_id, guest_list_id, created_at, id);
create unique index guest_of_token on guest (token_hash) where token_hash is not null;
create index guest_of_email on guest (email) where email is not null;
create index guest_of_order on guest (festival_id, order_id) where order_id is not null;
call platform.guard_tenant('guest', 'select, insert, update, delete');

create function guest_step() returns trigger language plpgsql as
$$
begin
  if (old.state, new.state) in (('WAITING', 'INVITED'), ('WAITING', 'CONFIRMED'), ('INVITED', 'CONFIRMED'), ('INVITED', 'DECLINED'),
    ('INVITED', 'REVOKED'), ('CONFIRMED', 'REVOKED'), ('DECLINED', 'INVITED'), ('DECLINED', 'CONFIRMED'), ('REVOKED', 'INVITED'),
    ('REVOKED', 'CONFIRMED')) then return new; end if;
  raise exception 'a guest cannot go from % to %', old.state, new.state using errcode = '23514';
end
$$;
create trigger guest_steps before update of state on guest for each row when (old.state <> new.state) execute function guest_step();

-- How many places somebody on a list has: held while the invitation can be answered, then those whose tickets live.
create function places_of_guest(g guest) returns int language sql stable as
$$
  select case g.state
    when 'INVITED' then (select g.companions + 1 from basket b where b.festival_id = g.festival_id and b.id = g.basket_id and b.status = 'HELD'
      and b.expires_at > now())
    when 'CONFIRMED' then (select count(*)::int from ticket t where t.festival_id = g.festival_id and t.order_id = g.order_id
      and t.status in ('SOLD', 'USED')) end
$$;

-- Whoever gives places by a list, or takes some back, has it alone: of two at once the second counts what the first gave.
create function lock_guest_list(p_festival uuid, p_list uuid) returns boolean language plpgsql as
$$
begin
  perform from guest_list where festival_id = p_festival and id = p_list and deleted_at is null for no key update;
  return found;
end
$$;

-- Refuses to give more places by a locked list than it has.
create function require_guest_places(p_festival uuid, p_list uuid, p_more int) returns void language plpgsql as
$$
declare
  of record;
begin
  select l.places as most, coalesce((select sum(places_of_guest(g)) from guest g where g.festival_id = l.festival_id and g.guest_list_id = l.id), 0)::int as given
  into of from guest_list l where l.festival_id = p_festival and l.id = p_list;
  if of.given + p_more > of.most then perform fail('ticketing.guest_list_full', jsonb_build_object('left', greatest(0, of.most - of.given))); end if;
end
$$;

-- Whoever of the team fills a list, by name.
create function owner_of_list(p_owner uuid) returns jsonb language sql stable as
$$ select jsonb_build_object('id', p.id, 'name', p.name) from person p where p.id = p_owner $$;

-- Makes orders of nothing to pay out of what guests hold, and issues their tickets: the ways of a free order, one after another. Whatever
-- a festival asks its buyers (0066), guests are asked nothing, and their order counts as answered.
create function issue_to_guests(p_festival uuid, p_guests uuid[], p_orders uuid[], p_payments uuid[], p_references text[], p_details jsonb[], p_by jsonb)
returns void language plpgsql as
$$
declare
  held record;
  stamps jsonb[] := array_fill(p_by, array[cardinality(p_guests)]);
  no_caller bytea[] := array_fill(null::bytea, array[cardinality(p_guests)]);
  told jsonb[];
  no_key text[] := array_fill(null::text, array[cardinality(p_guests)]);
begin
  select array_agg(case when asked.version is null then a.details else coalesce(a.details, '{}') || jsonb_build_object('asked', asked.version) end order by a.nth)
  into told from unnest(p_details) with ordinality as a (details, nth) left join asked_of_buyers asked on asked.festival_id = p_festival;
  select array_agg(g.basket_id order by a.nth) as baskets, array_agg(b.secret_hash order by a.nth) as secrets, array_agg(g.name order by a.nth) as names,
    array_agg(coalesce(g.email::text, '') order by a.nth) as emails, array_agg(g.language order by a.nth) as languages
  into held from unnest(p_guests) with ordinality as a (id, nth)
  join guest g on g.festival_id = p_festival and g.id = a.id join basket b on b.festival_id = g.festival_id and b.id = g.basket_id;
  perform place_orders(p_festival, p_orders, held.baskets, held.secrets, p_references, held.emails, held.names, held.languages,
    array_fill(null::uuid, array[cardinality(p_guests)]), array_fill(600, array[cardinality(p_guests)]), told, stamps, no_caller, no_key, no_caller);
  update ticket_order set kind = 'INVITATION' where festival_id = p_festival and id = any(p_orders);
  perform begin_payments(p_festival, p_orders, held.secrets, p_payments, array_fill('none'::text, array[cardinality(p_guests)]), no_caller, no_key, no_caller);
  perform settle_payments(p_festival, p_payments, stamps, no_caller, no_key, no_caller);
  update guest g set state = 'CONFIRMED', order_id = a.order_id, answered_at = now(), version = g.version + 1
  from unnest(p_guests, p_orders) as a (id, order_id) where g.festival_id = p_festival and g.id = a.id;
end
$$;

-- The invitation that a link opens.
create function lookup.guest_by_token(p_hash bytea) returns table (festival_id uuid, guest_id uuid, list_id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$
  select g.festival_id, g.id, g.guest_list_id from guest g join festival f on f.id = g.festival_id
  where g.token_hash = p_hash and f.deleted_at is null
$$;

-- Money that a terminal beside us took. What else a payment's provider may be stays.
do $$
declare
  known text[];
begin
  select array_agg(word[1]) into known from pg_constraint, regexp_matches(pg_get_constraintdef(oid), '[a-z_]{4,}', 'g') as word
  where conname = 'payment_provider_check' and word[1] not in ('provider', 'text');
  alter table payment drop constraint payment_provider_check;
  execute format('alter table payment add constraint payment_provider_check check (provider = any (%L::text[]))', known || array['card_terminal']);
end
$$;

-- Guest lists know people as well.
create or replace function lookup.festivals_about(p_person uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as
$$
  with who as (select id, case when email_verified_at is not null then email end as email from person where id = p_person)
  select festival_id from membership where person_id = p_person
  union select festival_id from invitation where invited_by = p_person or accepted_by = p_person or email = (select email from who)
  union select festival_id from volunteer where email = (select email from who)
  union select festival_id from guest where email = (select email from who)
  union select festival_id from ticket_order where person_id = p_person or email = (select email from who)
  union select festival_id from favourite where person_id = p_person
  union select festival_id from stock_movement where made_by = p_person
  union select festival_id from event where actor_id = p_person and actor_kind = 'person'
    and festival_id <> '00000000-0000-0000-0000-000000000000'
$$;
