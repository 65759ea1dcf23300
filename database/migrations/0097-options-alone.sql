-- What needs no ticket is sold alone: a parking place to whoever has a ticket already. And everything on sale says until when its festival lasts.

-- As before (0076), with what says when the festival's last night ends.
drop function lookup.ticket_catalogue(uuid, uuid[]);
create function lookup.ticket_catalogue(p_festival uuid, p_types uuid[])
returns table (id uuid, quota_id uuid, name jsonb, price bigint, vat int, min_per_order int, max_per_order int, hidden boolean,
  on_sale_from timestamptz, on_sale_until timestamptz, names_price boolean, tiers jsonb, variations jsonb, festival_status text, currency text,
  country text, rules jsonb, ends_on date, zone text, cut_off int)
language sql stable security definer set search_path = public, pg_temp as
$$
  select t.id, t.quota_id, t.name, t.price, t.vat, t.min_per_order, t.max_per_order, t.hidden, t.on_sale_from, t.on_sale_until, t.names_price,
    case when t.tiers <> '[]' then platform.with_stock(p_festival, t.tiers) end,
    case when t.variations <> '[]' then platform.with_stock(p_festival, t.variations) end, f.status, f.currency, f.place->>'country', r.rules,
    f.ends_on, f.zone, f.cut_off
  from ticket_type t join festival f on f.id = t.festival_id left join price_rules r on r.festival_id = t.festival_id
  where t.festival_id = p_festival and t.id = any(p_types) and t.deleted_at is null and f.status <> 'DRAFT' and f.deleted_at is null
$$;

-- The same of the festival alone, for whoever wants no ticket: with the moments from which its ticket types are on sale, null for one without.
create function lookup.festival_on_sale(p_festival uuid)
returns table (festival_status text, currency text, country text, rules jsonb, ends_on date, zone text, cut_off int, sale_starts jsonb)
language sql stable security definer set search_path = public, pg_temp as
$$
  select f.status, f.currency, f.place->>'country', r.rules, f.ends_on, f.zone, f.cut_off, (
    select coalesce(jsonb_agg(iso(t.on_sale_from)), '[]') from ticket_type t
    where t.festival_id = f.id and t.deleted_at is null and not t.hidden)
  from festival f left join price_rules r on r.festival_id = f.id
  where f.id = p_festival and f.status <> 'DRAFT' and f.deleted_at is null
$$;
