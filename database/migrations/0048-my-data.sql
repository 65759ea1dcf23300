-- My orders, a copy of all that is held about me, and the end of my account.

-- Orders that a person or their verified address placed, the newest first, a page at a time.
create function lookup.orders_of(p_person uuid, after_placed_at timestamptz, after_id uuid, most int)
returns table (festival_id uuid, order_id uuid, reference text, status text, currency text, total bigint, placed_at timestamptz,
  paid_at timestamptz, tickets int, festival jsonb)
language sql stable security definer set search_path = public, pg_temp as
$$
  select o.festival_id, o.id, o.reference, o.status, o.currency, o.total, date_trunc('milliseconds', o.placed_at), o.paid_at,
    (select coalesce(sum(l.quantity), 0)::int from basket_line l where l.festival_id = o.festival_id and l.basket_id = o.basket_id),
    jsonb_build_object('name', f.name, 'slug', f.slug, 'startsOn', f.starts_on, 'endsOn', f.ends_on)
  from ticket_order o join festival f on f.id = o.festival_id
  where (o.person_id = p_person
      or o.email = (select p.email from person p where p.id = p_person and p.email_verified_at is not null and p.deleted_at is null))
    and (after_id is null or (date_trunc('milliseconds', o.placed_at), o.id) < (after_placed_at, after_id))
  order by date_trunc('milliseconds', o.placed_at) desc, o.id desc limit most
$$;

-- Where one order of a person is; no row when it is somebody else's.
create function lookup.order_of(p_person uuid, p_order uuid) returns table (festival_id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$
  select o.festival_id from ticket_order o
  where o.id = p_order and (o.person_id = p_person
    or o.email = (select p.email from person p where p.id = p_person and p.email_verified_at is not null and p.deleted_at is null))
$$;
create index order_by_id on ticket_order (id);

-- Which festivals hold something about a person: who copies or erases it goes into each of them.
create function lookup.festivals_about(p_person uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as
$$
  with who as (select id, case when email_verified_at is not null then email end as email from person where id = p_person)
  select festival_id from membership where person_id = p_person
  union select festival_id from invitation where invited_by = p_person or accepted_by = p_person or email = (select email from who)
  union select festival_id from volunteer where email = (select email from who)
  union select festival_id from ticket_order where person_id = p_person or email = (select email from who)
  union select festival_id from favourite where person_id = p_person
  union select festival_id from stock_movement where made_by = p_person
  union select festival_id from event where actor_id = p_person and actor_kind = 'person'
    and festival_id <> '00000000-0000-0000-0000-000000000000'
$$;
create index event_of_actor on event (actor_id) where actor_kind = 'person';

-- Festivals that would have no organiser without this person.
create function lookup.only_organiser_of(p_person uuid) returns table (festival_id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as
$$
  select f.id, f.name from membership m join festival f on f.id = m.festival_id
  where m.person_id = p_person and m.role = 'ORGANISER' and f.deleted_at is null and not exists (
    select from membership o join person p on p.id = o.person_id
    where o.festival_id = m.festival_id and o.role = 'ORGANISER' and o.person_id <> p_person and p.deleted_at is null)
  order by f.starts_on, f.id
$$;

-- The copy of what is held about a person, asked for by them; it goes by itself.
create table data_export (
  person_id uuid primary key references person,
  asked_at timestamptz not null,
  made_at timestamptz,
  expires_at timestamptz,
  content text,
  check ((made_at is null) = (content is null) and (made_at is null) = (expires_at is null))
);
grant select, insert, update, delete on data_export to festivals_api;

-- An account that ends on a day, unless its owner thinks better of it.
create table account_deletion (
  person_id uuid primary key references person,
  asked_at timestamptz not null,
  due_at timestamptz not null
);
create index account_deletion_due on account_deletion (due_at);
grant select, insert, update, delete on account_deletion to festivals_api;

-- Accounts whose grace is over, the longest waiting first.
create function lookup.accounts_due(p_now timestamptz, most int) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as
$$ select person_id from account_deletion where due_at <= p_now order by due_at limit most $$;

grant delete on session to festivals_api;

-- Orders of people who are gone keep their name and address for as long as the festival may need them: until it is over, and a month
-- more for what is to be refunded. Then the law's part (reference, dates, amounts, tax) stays, and no person in it.
create function lookup.forget_buyers(p_today date) returns int
language sql volatile security definer set search_path = public, pg_temp as
$$
  with gone as (
    select o.festival_id, o.id from ticket_order o
    join person p on p.id = o.person_id join festival f on f.id = o.festival_id
    where p.deleted_at is not null and o.name <> '' and f.ends_on < p_today - 30
  ), holders as (
    update ticket t set holder = '' from gone g where t.festival_id = g.festival_id and t.order_id = g.id
  ), buyers as (
    update ticket_order o set name = '', email = 'erased-' || o.id || '@erased.invalid' from gone g
    where o.festival_id = g.festival_id and o.id = g.id returning 1
  )
  select count(*)::int from buyers
$$;
