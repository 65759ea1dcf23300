-- Tickets stand as their lines do: ids that were made in the same millisecond have no order (see 0056).
create or replace function order_views(p_festival uuid, p_orders uuid[]) returns table (nth bigint, answer jsonb) language sql stable as
$$
  select asked.nth, jsonb_build_object('id', o.id, 'festivalId', o.festival_id, 'reference', o.reference, 'status', o.status,
    'email', o.email, 'name', o.name, 'currency', o.currency, 'total', o.total,
    'placedAt', iso(o.placed_at), 'payUntil', iso(o.pay_until), 'paidAt', iso(o.paid_at),
    'lines', (
      select jsonb_agg(jsonb_build_object('lineNo', l.line_no, 'kind', l.kind, 'ticketTypeId', l.ticket_type_id, 'itemId', l.item_id,
        'variationId', l.variation_id, 'tierId', l.tier_id, 'bundleId', l.bundle_id, 'name', l.name, 'quantity', l.quantity,
        'listPrice', l.list_price, 'unitPrice', l.unit_price, 'vat', l.vat, 'vatAmount', l.vat_amount, 'why', l.why) order by l.line_no)
      from basket_line l where l.festival_id = p_festival and l.basket_id = o.basket_id),
    'payment', (
      select jsonb_build_object('id', p.id, 'provider', p.provider, 'status', p.status, 'amount', p.amount, 'currency', p.currency,
        'action', p.action, 'reason', p.reason)
      from payment p where p.festival_id = p_festival and p.order_id = o.id order by p.started_at desc, p.id desc limit 1),
    'tickets', coalesce((
      select jsonb_agg(jsonb_build_object('id', t.id, 'festivalId', t.festival_id, 'orderId', t.order_id,
        'ticketTypeId', t.ticket_type_id, 'lineNo', t.line_no, 'typeName', y.name, 'holder', t.holder, 'status', t.status) order by t.line_no, t.id)
      from ticket t join ticket_type y on y.festival_id = p_festival and y.id = t.ticket_type_id
      where t.festival_id = p_festival and t.order_id = o.id), '[]'))
  from unnest(p_orders) with ordinality as asked (id, nth)
  cross join lateral (select * from ticket_order where festival_id = p_festival and id = asked.id limit 1) as o
$$;
