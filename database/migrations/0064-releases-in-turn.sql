-- What has expired is given back by one after another: whoever waited for a release knows that nothing is left which another one is just
-- giving back, and that what is sold out then is sold out.
create or replace function release_expired(p_festival uuid, p_most int) returns int language plpgsql as
$$
declare
  baskets uuid[];
  orders uuid[];
  ordered_baskets uuid[];
begin
  perform set_config('app.festival', p_festival::text, true);
  perform pg_advisory_xact_lock(hashtextextended(p_festival::text, 17));
  with expired as (
    select id from basket where festival_id = p_festival and status = 'HELD' and expires_at < now()
    order by expires_at limit p_most for update skip locked
  ), released as (
    update basket b set status = 'RELEASED' from expired where b.festival_id = p_festival and b.id = expired.id returning b.id
  )
  select coalesce(array_agg(id), '{}') into baskets from released;
  with expired as (
    select o.id from ticket_order o
    where o.festival_id = p_festival and o.status = 'AWAITING_PAYMENT' and o.pay_until < now()
      and not exists (select from payment p where p.festival_id = o.festival_id and p.order_id = o.id and p.status = 'PROCESSING')
    order by o.pay_until limit p_most for update skip locked
  ), ended as (
    update ticket_order o set status = 'EXPIRED' from expired where o.festival_id = p_festival and o.id = expired.id returning o.id, o.basket_id
  )
  select coalesce(array_agg(id), '{}'), coalesce(array_agg(basket_id), '{}') into orders, ordered_baskets from ended;
  update basket set status = 'RELEASED' where festival_id = p_festival and id = any(ordered_baskets);
  -- A payment that still waited for the payer's bank ends with its order.
  update payment set status = 'FAILED', reason = 'expired', action = null, changed_at = now()
  where festival_id = p_festival and order_id = any(orders) and status = 'PENDING';
  perform return_places(p_festival, baskets || ordered_baskets);
  insert into event (festival_id, id, name, actor_kind, subject_id)
  select p_festival, new_id(), 'ticketing.order_expired', 'system', id from unnest(orders) as id;
  return cardinality(baskets) + cardinality(orders);
end
$$;

-- A ticket of mine tells which line of its order it was bought with.
drop function lookup.tickets_of(uuid, timestamptz, uuid, int);
create function lookup.tickets_of(p_person uuid, after_issued_at timestamptz, after_id uuid, most int)
returns table (ticket_id uuid, festival_id uuid, order_id uuid, ticket_type_id uuid, type_name jsonb, holder text, status text, issued_at timestamptz,
  line_no smallint, festival jsonb)
language sql stable security definer set search_path = public, pg_temp as
$$
  select t.id, t.festival_id, t.order_id, t.ticket_type_id, y.name, t.holder, t.status, t.issued_at, t.line_no,
    jsonb_build_object('name', f.name, 'slug', f.slug, 'startsOn', f.starts_on, 'endsOn', f.ends_on, 'zone', f.zone, 'city', f.place->>'city',
      'theme', f.theme)
  from ticket_order o
  join ticket t on t.festival_id = o.festival_id and t.order_id = o.id
  join ticket_type y on y.festival_id = t.festival_id and y.id = t.ticket_type_id
  join festival f on f.id = t.festival_id
  where (o.person_id = p_person
      or o.email = (select p.email from person p where p.id = p_person and p.email_verified_at is not null and p.deleted_at is null))
    and (after_id is null or (date_trunc('milliseconds', t.issued_at), t.id) < (after_issued_at, after_id))
  order by date_trunc('milliseconds', t.issued_at) desc, t.id desc limit most
$$;

-- What was given back of a charge is added up for each refund in part.
create index sandbox_refund_of_charge on sandbox_refund (charge);
