import { sql } from 'kysely';
import type { MoneyCheck } from '../../ledger/money-check.ts';

/** What must agree between each entry and what caused it, each ticket and what it was bought with, each code and what it took off. */
export const causeChecks: Record<string, MoneyCheck> = {
  // An entry that nothing caused: money that moves by somebody's pen alone. Corrections have their reason and their deed.
  uncaused_entry: sql`
    select e.entry_id as subject, jsonb_build_object('kind', e.kind) as seen
    from (select distinct festival_id, entry_id, kind from posting where festival_id = current_festival()) as e
    where case e.kind
      when 'ORDER_PAID' then not exists (select from payment p where p.festival_id = e.festival_id and p.id = e.entry_id and p.status in ('COMPLETED', 'REFUNDED'))
      when 'LATE_MONEY_RETURNED' then not exists (select from payment p where p.festival_id = e.festival_id and p.id = e.entry_id and p.status = 'REFUNDED')
      when 'ORDER_REFUNDED' then not exists (select from refund f where f.festival_id = e.festival_id and f.id = e.entry_id and f.status = 'COMPLETED')
        -- What was given back before there were refunds.
        and e.entry_id not in (select md5('refund of ' || p.id)::uuid from payment p where p.festival_id = current_festival() and p.status = 'REFUNDED')
      when 'REFUND_OWED' then e.entry_id not in (select md5('owed ' || h.refund_id)::uuid from refund_by_hand h where h.festival_id = current_festival())
      when 'REPAID_BY_HAND' then e.entry_id not in (
        select md5('repaid ' || h.refund_id)::uuid from refund_by_hand h where h.festival_id = current_festival() and h.paid_at is not null)
      else false end`,

  // One order is one currency and one provider, from the basket to the books.
  entry_of_other_money: sql`
    with caused as (
      select p.id, p.provider, p.currency from payment p where p.festival_id = current_festival()
      union all
      select f.id, p.provider, f.currency from refund f join payment p on p.festival_id = f.festival_id and p.id = f.payment_id
      where f.festival_id = current_festival()
    )
    select c.id as subject, jsonb_build_object('provider', c.provider, 'currency', c.currency, 'booked', l.subject, 'in', l.currency) as seen
    from posting l join caused c on c.id = l.entry_id
    where l.festival_id = current_festival() and (l.currency <> c.currency or (l.account = 'PROVIDER' and l.subject <> c.provider))
    union all
    select o.id, jsonb_build_object('currency', o.currency, 'basket', b.currency, 'payment', p.currency, 'refund', f.currency)
    from ticket_order o join basket b on b.festival_id = o.festival_id and b.id = o.basket_id
    left join payment p on p.festival_id = o.festival_id and p.order_id = o.id
    left join refund f on f.festival_id = p.festival_id and f.payment_id = p.id
    where o.festival_id = current_festival() and (o.currency <> b.currency or o.currency <> p.currency or o.currency <> f.currency)`,

  vat_against_ledger: sql`
    with sold as (
      select l.vat as rate, sum(l.vat_amount) as tax from ticket_order o
      join basket_line l on l.festival_id = o.festival_id and l.basket_id = o.basket_id
      where o.festival_id = current_festival() and (o.status = 'PAID' or (o.status = 'REFUNDED' and exists (
        select from refund f where f.festival_id = o.festival_id and f.order_id = o.id and f.status = 'COMPLETED'))) group by 1
    ), returned as (
      select r.rate, sum(r.tax) as tax from (
        select g.vat as rate, g.vat_amount as tax from refund f cross join lateral refunded_lines(f.festival_id, f.id) as g
        where f.festival_id = current_festival() and f.status = 'COMPLETED'
        union all
        select x.vat, x.vat_amount from refund f cross join lateral refunded_extras(f.festival_id, f.id) as x
        where f.festival_id = current_festival() and f.status = 'COMPLETED') as r group by 1
    ), booked as (
      select p.rate, -sum(p.amount) as tax from posting p
      where p.festival_id = current_festival() and p.account = 'VAT_COLLECTED' and p.kind <> 'CORRECTION' group by 1
    )
    select rate::text as subject, jsonb_build_object('sold', sold.tax, 'returned', returned.tax, 'booked', booked.tax) as seen
    from sold full join booked using (rate) left join returned using (rate)
    where coalesce(sold.tax, 0) - coalesce(returned.tax, 0) <> coalesce(booked.tax, 0)`,

  // Money that bought nothing came and went, as much as was asked for.
  late_money_against_ledger: sql`
    with booked as (
      select entry_id, kind, sum(amount) filter (where account = 'PROVIDER' and amount > 0) as amount from posting
      where festival_id = current_festival() and kind in ('ORDER_PAID', 'LATE_MONEY_RETURNED') group by 1, 2
    )
    select p.id as subject, jsonb_build_object('amount', p.amount, 'kind', b.kind, 'booked', b.amount) as seen
    from payment p left join booked b on b.entry_id = p.id
    where p.festival_id = current_festival() and p.status = 'REFUNDED' and p.amount > 0 and p.amount is distinct from b.amount`,

  // What people took in their hands lies at the bank or in the till.
  taken_by_hand_against_ledger: sql`
    select s.subject, jsonb_build_object('paid', s.paid, 'received', s.received) as seen from (
      select p.subject, coalesce(sum(p.amount) filter (where p.kind = 'ORDER_PAID'), 0) as paid,
        coalesce(-sum(p.amount) filter (where p.kind = 'RECEIVED_BY_HAND'), 0) as received
      from posting p where p.festival_id = current_festival() and p.account = 'PROVIDER' and p.subject in ('bank_transfer', 'on_site') group by 1) as s
    where s.paid <> s.received`,

  miscounted_basket: sql`
    select b.id as subject, jsonb_build_object('total', b.total, 'lines', l.total) as seen from basket b
    cross join lateral (select coalesce(sum(quantity * unit_price), 0) as total from basket_line where festival_id = b.festival_id and basket_id = b.id) as l
    where b.festival_id = current_festival() and b.total <> l.total`,

  // Each line has as many tickets as were bought with it, of its type.
  tickets_against_lines: sql`
    with bought as (
      select o.id as order_id, l.line_no, l.ticket_type_id, l.quantity as tickets from ticket_order o
      join basket_line l on l.festival_id = o.festival_id and l.basket_id = o.basket_id and l.kind = 'TICKET'
      where o.festival_id = current_festival() and o.status in ('PAID', 'REFUNDED')
    ), issued as (
      select t.order_id, t.line_no, t.ticket_type_id, count(*) as tickets from ticket t
      where t.festival_id = current_festival() and t.replaced_by is null group by 1, 2, 3
    )
    select order_id as subject, jsonb_build_object('line', line_no, 'bought', bought.tickets, 'issued', issued.tickets) as seen
    from bought full join issued using (order_id, line_no, ticket_type_id) where bought.tickets is distinct from issued.tickets`,

  // A ticket whose money went back opens no gate any more.
  tickets_against_refunds: sql`
    select t.id as subject, jsonb_build_object('ticket', t.status, 'refund', f.id) as seen
    from refund f join refund_ticket r on r.festival_id = f.festival_id and r.refund_id = f.id
    join ticket t on t.festival_id = r.festival_id and t.id = r.ticket_id
    where f.festival_id = current_festival() and f.status = 'COMPLETED' and t.status <> 'REFUNDED'`,

  // What goes back and what is kept is what was paid.
  refund_against_price: sql`
    select f.id as subject, jsonb_build_object('amount', f.amount, 'kept', f.kept, 'paid', paid.amount) as seen from refund f
    join ticket_order o on o.festival_id = f.festival_id and o.id = f.order_id
    cross join lateral (select coalesce(sum(p.amount), 0) as amount from (
      select l.unit_price as amount from refund_ticket r join ticket t on t.festival_id = r.festival_id and t.id = r.ticket_id
      join basket_line l on l.festival_id = o.festival_id and l.basket_id = o.basket_id and l.line_no = t.line_no
      where r.festival_id = f.festival_id and r.refund_id = f.id
      union all
      select l.quantity * l.unit_price from refund_line r
      join basket_line l on l.festival_id = o.festival_id and l.basket_id = o.basket_id and l.line_no = r.line_no and l.kind <> 'TICKET'
      where r.festival_id = f.festival_id and r.refund_id = f.id) as p) as paid
    where f.festival_id = current_festival() and f.amount + f.kept not in (0, paid.amount)
      -- What a bank has taken for good while it waited is missing from it.
      and paid.amount - f.amount - f.kept not between 0 and (select bank.lost from taken_by_bank(f.festival_id, f.payment_id) as bank)`,

  // A line that a code made cheaper is among what the code was used for.
  line_against_codes: sql`
    select l.basket_id as subject, jsonb_build_object('line', l.line_no, 'code', w->>'id') as seen
    from basket_line l cross join lateral jsonb_array_elements(l.why) as w
    where l.festival_id = current_festival() and w->>'kind' = 'CODE' and not exists (select from basket_code c
      where c.festival_id = l.festival_id and c.basket_id = l.basket_id and c.code_id::text = w->>'id')`,
};
