import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/contract';
import type { Sales } from '@festivals/domain/ticketing/schemas';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { look } from '../../platform/transaction.ts';

/** What was sold so far: per type, per day in the festival's own zone, and in all. What was given back counts no more. */
export function getSales(
  ctx: Ctx,
  { params }: Input<typeof contract.getSales>,
): Promise<Output<typeof contract.getSales>> {
  return look(ctx, params.festivalId, async (tx) => {
    const { rows } = await sql<{ sales: z.input<typeof Sales> }>`
      with paid as (
        select o.id, o.basket_id, o.status, (o.paid_at at time zone f.zone)::date as day
        from ticket_order o, festival_sale_state() f
        where o.status = 'PAID' or (o.status = 'REFUNDED' and exists (
          select from refund r where r.festival_id = o.festival_id and r.order_id = o.id and r.status = 'COMPLETED'))
      ), lines as (
        select p.day, l.ticket_type_id, case l.kind when 'TICKET' then l.quantity else 0 end as quantity, l.quantity * l.unit_price as revenue
        from paid p join basket_line l on l.festival_id = current_festival() and l.basket_id = p.basket_id
        union all
        select p.day, g.ticket_type_id, -g.tickets, -(g.net + g.vat_amount)
        from paid p join refund r on r.festival_id = current_festival() and r.order_id = p.id and r.status = 'COMPLETED'
        cross join lateral refunded_lines(r.festival_id, r.id) g
        union all
        select p.day, null, 0, -(x.net + x.vat_amount)
        from paid p join refund r on r.festival_id = current_festival() and r.order_id = p.id and r.status = 'COMPLETED'
        cross join lateral refunded_extras(r.festival_id, r.id) x
      )
      select jsonb_build_object(
        'currency', f.currency,
        'revenue', (select coalesce(sum(revenue), 0)::bigint from lines),
        'orders', (select count(*) from paid where status = 'PAID'),
        'types', (select coalesce(jsonb_agg(jsonb_build_object('ticketTypeId', t.id, 'name', t.name, 'capacity', q.capacity, 'sold', q.sold,
            'held', q.held, 'revenue', (select coalesce(sum(revenue), 0)::bigint from lines where ticket_type_id = t.id)) order by t.sort_order, t.id), '[]')
          from ticket_type t join quota q on q.festival_id = t.festival_id and q.id = t.quota_id where t.deleted_at is null),
        'days', (select coalesce(jsonb_agg(jsonb_build_object('day', day, 'tickets', tickets, 'revenue', revenue) order by day), '[]') from (
            select day, sum(quantity)::int as tickets, sum(revenue)::bigint as revenue from lines group by day order by day desc limit 30) as recent)
      ) as sales
      from festival_sale_state() f`.execute(tx);
    return rows[0]?.sales ?? fail('general.not_found');
  });
}
