import { sql } from 'kysely';
import type { MoneyCheck } from '../../ledger/money-check.ts';

/** What must agree between quotas, baskets, orders, payments, tickets and the ledger, at every moment. */
export const ticketingMoneyChecks: Record<string, MoneyCheck> = {
  oversold_quota: sql`
    select q.id as subject, jsonb_build_object('capacity', q.capacity, 'sold', q.sold, 'held', q.held) as seen
    from quota q where q.festival_id = current_festival() and (q.sold + q.held > q.capacity or q.sold < 0 or q.held < 0)`,

  miscounted_quota: sql`
    with places as (
      select l.quota_id, sum(l.places) filter (where o.status = 'PAID' or (o.status = 'REFUNDED' and l.stays)) as sold,
        sum(l.places) filter (where b.status = 'HELD' or o.status = 'AWAITING_PAYMENT') as held
      from basket b cross join lateral (
        select quota_id, quantity as places, false as stays from basket_line where festival_id = b.festival_id and basket_id = b.id and quota_id is not null
        union all
        -- The use of a code, and the stock of a price step, are spent for good; that of a kind comes back with its tickets.
        select quota_id, places - returned, true from basket_claim where festival_id = b.festival_id and basket_id = b.id
      ) as l
      left join ticket_order o on o.festival_id = b.festival_id and o.basket_id = b.id
      where b.festival_id = current_festival() group by l.quota_id
    )
    , returned as (
      select given.quota_id, sum(given.places) as places from (
        select y.quota_id, 1 as places
        from refund f join refund_ticket r on r.festival_id = f.festival_id and r.refund_id = f.id
        join ticket t on t.festival_id = r.festival_id and t.id = r.ticket_id
        join ticket_order o on o.festival_id = t.festival_id and o.id = t.order_id and o.status = 'PAID'
        join ticket_type y on y.festival_id = t.festival_id and y.id = t.ticket_type_id
        where f.festival_id = current_festival() and f.status = 'COMPLETED'
        union all
        select l.quota_id, l.quantity
        from refund f join refund_line r on r.festival_id = f.festival_id and r.refund_id = f.id
        join ticket_order o on o.festival_id = r.festival_id and o.id = r.order_id and o.status = 'PAID'
        join basket_line l on l.festival_id = o.festival_id and l.basket_id = o.basket_id and l.line_no = r.line_no and l.kind = 'OPTION'
        where f.festival_id = current_festival() and f.status = 'COMPLETED' and l.quota_id is not null
      ) as given group by given.quota_id
    ), taken_back as (
      select y.quota_id, count(*) as places
      from ticket t join ticket_order o on o.festival_id = t.festival_id and o.id = t.order_id and o.status = 'PAID'
      join ticket_type y on y.festival_id = t.festival_id and y.id = t.ticket_type_id
      where t.festival_id = current_festival() and t.status = 'CANCELLED' and t.replaced_by is null group by y.quota_id
    )
    select q.id as subject, jsonb_build_object('sold', q.sold, 'paid', coalesce(p.sold, 0) - coalesce(b.places, 0) - coalesce(c.places, 0), 'held', q.held,
      'inBaskets', coalesce(p.held, 0)) as seen
    from quota q left join places p on p.quota_id = q.id left join returned b on b.quota_id = q.id left join taken_back c on c.quota_id = q.id
    where q.festival_id = current_festival() and not q.shared
      and (q.sold, q.held) <> (coalesce(p.sold, 0) - coalesce(b.places, 0) - coalesce(c.places, 0), coalesce(p.held, 0))`,

  miscounted_order: sql`
    select o.id as subject, jsonb_build_object('total', o.total, 'lines', l.total, 'lineTickets', l.places, 'tickets', t.tickets) as seen
    from ticket_order o
    cross join lateral (select coalesce(sum(quantity * unit_price), 0) as total, coalesce(sum(quantity) filter (where kind = 'TICKET'), 0) as places from basket_line
      where festival_id = o.festival_id and basket_id = o.basket_id) as l
    cross join lateral (select count(*) as tickets from ticket where festival_id = o.festival_id and order_id = o.id and replaced_by is null) as t
    where o.festival_id = current_festival()
      and (o.total <> l.total or t.tickets <> case when o.status in ('PAID', 'REFUNDED') then l.places else 0 end)`,

  order_against_payments: sql`
    select o.id as subject, jsonb_build_object('status', o.status, 'total', o.total, 'completed', p.completed, 'amount', p.amount) as seen
    from ticket_order o
    cross join lateral (select count(*) as completed, coalesce(sum(amount), 0) as amount from payment
      where festival_id = o.festival_id and order_id = o.id and status = 'COMPLETED') as p
    where o.festival_id = current_festival()
      and (p.completed <> (o.status = 'PAID')::int or p.amount <> case when o.status = 'PAID' then o.total else 0 end)`,

  payment_against_ledger: sql`
    with booked as (
      select p.entry_id, sum(p.amount) as amount from posting p
      where p.festival_id = current_festival() and p.kind = 'ORDER_PAID' and p.account = 'PROVIDER' group by p.entry_id
    ), completed as (
      select id, amount from payment where festival_id = current_festival() and status = 'COMPLETED' and amount > 0
    )
    select coalesce(c.id, b.entry_id) as subject, jsonb_build_object('paid', c.amount, 'booked', b.amount) as seen
    from completed c full join booked b on b.entry_id = c.id
    where c.amount is distinct from b.amount
      and not exists (select from payment r where r.festival_id = current_festival() and r.id = b.entry_id and r.status = 'REFUNDED'
        and r.amount = b.amount)`,

  revenue_against_ledger: sql`
    with sold as (
      select case l.kind when 'TICKET' then 'TICKET_SALES' when 'OPTION' then 'OPTION_SALES' when 'FEE' then 'BOOKING_FEES' else 'DONATIONS' end as account,
        coalesce(l.ticket_type_id::text, l.item_id::text, '') as subject, l.vat as rate, sum(l.quantity * l.unit_price - l.vat_amount) as net
      from ticket_order o join basket_line l on l.festival_id = o.festival_id and l.basket_id = o.basket_id
      where o.festival_id = current_festival() and (o.status = 'PAID' or (o.status = 'REFUNDED' and exists (
        select from refund f where f.festival_id = o.festival_id and f.order_id = o.id and f.status = 'COMPLETED'))) group by 1, 2, 3
    ), returned as (
      select 'TICKET_SALES' as account, g.ticket_type_id::text as subject, g.vat as rate, sum(g.net) as net
      from refund f cross join lateral refunded_lines(f.festival_id, f.id) as g
      where f.festival_id = current_festival() and f.status = 'COMPLETED' group by 1, 2, 3
      union all
      select x.account::text, x.subject, x.vat, sum(x.net) from refund f cross join lateral refunded_extras(f.festival_id, f.id) as x
      where f.festival_id = current_festival() and f.status = 'COMPLETED' group by 1, 2, 3
    ), booked as (
      select p.account::text as account, p.subject, p.rate, -sum(p.amount) as net from posting p
      where p.festival_id = current_festival() and p.account in ('TICKET_SALES', 'OPTION_SALES', 'BOOKING_FEES', 'DONATIONS')
        and p.kind <> 'CORRECTION' group by 1, 2, 3
    )
    select subject, jsonb_build_object('account', account, 'rate', rate, 'sold', sold.net, 'returned', returned.net, 'booked', booked.net) as seen
    from sold full join booked using (account, subject, rate) left join returned using (account, subject, rate)
    where coalesce(sold.net, 0) - coalesce(returned.net, 0) <> coalesce(booked.net, 0)`,

  // What was taken off a line is never less than its reasons say (a cent each may fall to rounding). Who owes the tax at home pays the net.
  unexplained_discount: sql`
    select l.basket_id as subject, jsonb_build_object('line', l.line_no, 'off', l.quantity * (l.list_price - l.unit_price), 'why', l.why) as seen
    from basket_line l join basket b on b.festival_id = l.festival_id and b.id = l.basket_id
    where l.festival_id = current_festival() and b.buyer is null and l.why <> '[]'
      and l.quantity * (l.list_price - l.unit_price + 1) < (select sum((w->>'amount')::bigint) from jsonb_array_elements(l.why) as w)`,

  // What codes took off is what their lines say.
  code_against_lines: sql`
    select c.basket_id as subject, jsonb_build_object('code', c.code_id, 'amount', c.amount, 'lines', w.amount) as seen
    from basket_code c cross join lateral (
      select coalesce(sum((one->>'amount')::bigint), 0) as amount from basket_line l cross join lateral jsonb_array_elements(l.why) as one
      where l.festival_id = c.festival_id and l.basket_id = c.basket_id and one->>'id' = c.code_id::text) as w
    where c.festival_id = current_festival() and c.amount <> w.amount`,

  // What is to be paid back by hand stands in the books as owed, until it is paid.
  refund_by_hand_against_ledger: sql`
    select h.refund_id as subject, jsonb_build_object('amount', h.amount, 'paid', h.paid_at, 'owed', owed.amount, 'repaid', repaid.amount) as seen
    from refund_by_hand h
    cross join lateral (select coalesce(-sum(amount), 0) as amount from posting
      where festival_id = h.festival_id and entry_id = md5('owed ' || h.refund_id)::uuid and account = 'CUSTOMER_CREDIT') as owed
    cross join lateral (select coalesce(sum(amount), 0) as amount from posting
      where festival_id = h.festival_id and entry_id = md5('repaid ' || h.refund_id)::uuid and account = 'CUSTOMER_CREDIT') as repaid
    where h.festival_id = current_festival() and (owed.amount, repaid.amount) <> (h.amount, case when h.paid_at is null then 0 else h.amount end)
    union all
    select r.id, jsonb_build_object('amount', r.amount, 'owedByHand', null)
    from refund r join payment p on p.festival_id = r.festival_id and p.id = r.payment_id and p.provider in ('bank_transfer', 'on_site', 'card_terminal')
    where r.festival_id = current_festival() and r.status = 'COMPLETED' and r.amount > 0
      and not exists (select from refund_by_hand h where h.festival_id = r.festival_id and h.refund_id = r.id)`,

  refund_against_ledger: sql`
    select f.id as subject, jsonb_build_object('status', f.status, 'amount', f.amount, 'tickets', t.amount, 'booked', b.amount) as seen
    from refund f
    cross join lateral (
      select coalesce(sum(amount), 0) as amount from (
        select amount from refund_ticket where festival_id = f.festival_id and refund_id = f.id
        union all select amount from refund_line where festival_id = f.festival_id and refund_id = f.id) as parts) as t
    cross join lateral (select coalesce(-sum(amount), 0) as amount from posting
      where festival_id = f.festival_id and entry_id = f.id and account = 'PROVIDER') as b
    where f.festival_id = current_festival()
      and (t.amount <> f.amount or b.amount <> case f.status when 'COMPLETED' then f.amount else 0 end)`,
};
