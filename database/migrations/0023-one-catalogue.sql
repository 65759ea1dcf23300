-- One look-up tells a hold all that it must know of a type: the limits of an order were a second one.
drop function lookup.ticket_limits(uuid, uuid[]);
drop function lookup.ticket_catalogue(uuid, uuid[]);
create function lookup.ticket_catalogue(p_festival uuid, p_types uuid[])
returns table (id uuid, quota_id uuid, name jsonb, price bigint, vat int, min_per_order int, max_per_order int, hidden boolean,
  on_sale_from timestamptz, on_sale_until timestamptz, festival_status text, currency text)
language sql stable security definer set search_path = public, pg_temp as
$$
  select t.id, t.quota_id, t.name, t.price, t.vat, t.min_per_order, t.max_per_order, t.hidden, t.on_sale_from, t.on_sale_until, f.status,
    f.currency
  from ticket_type t join festival f on f.id = t.festival_id
  where t.festival_id = p_festival and t.id = any(p_types) and f.status <> 'DRAFT' and f.deleted_at is null
$$;
