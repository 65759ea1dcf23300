import { sql } from 'kysely';
import type { PersonalPart, Who } from '../platform/personal-part.ts';
import type { Tx } from '../platform/transaction.ts';

/**
 * Orders and tickets. They outlive the account: the ticket has to open a gate, the order may be refunded, and the books are kept
 * by law. The buyer is taken out of them once the festival is over (`forgetBuyers`).
 */
export const ticketingParts: readonly PersonalPart[] = [
  {
    name: 'orders',
    in: 'festivals',
    tables: ['ticket_order'],
    read: async (tx, { id, email }) => {
      const { rows } = await sql<object>`
        select o.reference, o.status, o.email::text, o.name, o.language, o.currency, o.total, o.placed_at, o.paid_at, o.details,
          (select coalesce(jsonb_agg(jsonb_build_object('name', l.name, 'quantity', l.quantity, 'unitPrice', l.unit_price, 'vat', l.vat) order by l.line_no), '[]')
           from basket_line l where l.festival_id = o.festival_id and l.basket_id = o.basket_id) as lines
        from ticket_order o
        where o.festival_id = current_festival() and (o.person_id = ${id} or o.email = ${email})
        order by o.placed_at, o.id`.execute(tx);
      return rows;
    },
    erase: (tx: Tx, { id, email }: Who) =>
      tx
        .updateTable('ticket_order')
        .set({ person_id: id })
        .where('email', '=', email)
        .where('person_id', 'is', null)
        .execute(),
  },
  {
    name: 'answers',
    in: 'festivals',
    // They go with the buyer's name (`order_forgets_answers`).
    tables: ['order_answer', 'order_attendee'],
    read: async (tx, { id, email }) => {
      const { rows } = await sql<object>`
        select o.reference as "order", a.line_no, a.nth, a.label as question, a.value as answer, a.chosen, a.answered_at,
          null::date as born_on, null::jsonb as guardian
        from order_answer a join ticket_order o on o.festival_id = a.festival_id and o.id = a.order_id
        where a.festival_id = current_festival() and (o.person_id = ${id} or o.email = ${email})
        union all
        select o.reference, p.line_no, p.nth, null, null, null, null, p.born_on, p.guardian
        from order_attendee p join ticket_order o on o.festival_id = p.festival_id and o.id = p.order_id
        where p.festival_id = current_festival() and (o.person_id = ${id} or o.email = ${email})
          and (p.born_on is not null or p.guardian is not null)
        order by 1, 2, 3`.execute(tx);
      return rows;
    },
  },
  {
    name: 'tickets',
    in: 'festivals',
    tables: ['ticket'],
    read: async (tx, { id, email }) => {
      const { rows } = await sql<object>`
        select o.reference as "order", y.name as type, t.holder, t.status, t.issued_at
        from ticket t join ticket_order o on o.festival_id = t.festival_id and o.id = t.order_id
        join ticket_type y on y.festival_id = t.festival_id and y.id = t.ticket_type_id
        where t.festival_id = current_festival() and (o.person_id = ${id} or o.email = ${email})
        order by t.issued_at, t.order_id, t.line_no, t.id`.execute(tx);
      return rows;
    },
  },
];
