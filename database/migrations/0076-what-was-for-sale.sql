-- A ticket type of which nothing was ever held or sold, and a shared quota, are taken away and brought back as other records are.

alter table ticket_type
  add column deleted_at timestamptz,
  -- Of a type that was taken away: how many there were. Its quota has none, so that no basket that saw it before can hold one.
  add column kept_capacity int,
  add constraint ticket_type_keeps_capacity check ((deleted_at is null) = (kept_capacity is null));

-- One that was taken away counts nothing: it is counted anew when it comes back.
alter table quota
  add column deleted_at timestamptz,
  add constraint quota_shared_is_deleted check (deleted_at is null or shared);
drop index quota_name_unique;
create unique index quota_name_unique on quota (festival_id, lower(name)) where shared and deleted_at is null;
revoke delete on quota from festivals_api;

-- As before (0020), but for shared quotas that were taken away.
create or replace function shared_quotas_follow() returns trigger language plpgsql as
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
    where t.festival_id = new.festival_id and t.quota_id = new.id and q.deleted_at is null
      and q.sold + q.held + more_sold + more_held > q.capacity
  ) then
    perform fail('ticketing.sold_out', (select jsonb_build_object('ticketTypeIds', jsonb_agg(t.id)) from ticket_type t
      where t.festival_id = new.festival_id and t.quota_id = new.id));
  end if;
  update quota q set sold = q.sold + more_sold, held = q.held + more_held
  from ticket_type t join ticket_type_quota l on l.festival_id = t.festival_id and l.ticket_type_id = t.id
  where t.festival_id = new.festival_id and t.quota_id = new.id and q.festival_id = l.festival_id and q.id = l.quota_id
    and q.deleted_at is null;
  return null;
end
$$;

-- As before (0056), without what was taken away.
create or replace function lookup.ticket_catalogue(p_festival uuid, p_types uuid[])
returns table (id uuid, quota_id uuid, name jsonb, price bigint, vat int, min_per_order int, max_per_order int, hidden boolean,
  on_sale_from timestamptz, on_sale_until timestamptz, names_price boolean, tiers jsonb, variations jsonb, festival_status text, currency text,
  country text, rules jsonb)
language sql stable security definer set search_path = public, pg_temp as
$$
  select t.id, t.quota_id, t.name, t.price, t.vat, t.min_per_order, t.max_per_order, t.hidden, t.on_sale_from, t.on_sale_until, t.names_price,
    case when t.tiers <> '[]' then platform.with_stock(p_festival, t.tiers) end,
    case when t.variations <> '[]' then platform.with_stock(p_festival, t.variations) end, f.status, f.currency, f.place->>'country', r.rules
  from ticket_type t join festival f on f.id = t.festival_id left join price_rules r on r.festival_id = t.festival_id
  where t.festival_id = p_festival and t.id = any(p_types) and t.deleted_at is null and f.status <> 'DRAFT' and f.deleted_at is null
$$;
