-- A festival may ask its buyers this and that; whoever it invites itself is asked nothing, and their order counts as answered.
create or replace function issue_to_guests(p_festival uuid, p_guests uuid[], p_orders uuid[], p_payments uuid[], p_references text[], p_details jsonb[], p_by jsonb)
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
