import { sql } from 'kysely';
import { bears, scored, type Searcher } from '../../platform/searcher.ts';

const [type, order] = [sql.ref('t.search_text'), sql.ref('o.search_text')];

/** Ticket types by name; orders by reference, by whose they are and by address, the newest first. */
export const findInTicketing: readonly Searcher[] = [
  {
    kind: 'ticketType',
    needs: 'ticketing.read',
    rows: (sought) => sql`
      select t.id, name_in(t.name, ${sought.language}), null::text, null::uuid, null::timestamptz, ${scored(type, sought)} as score
      from ticket_type t where t.festival_id = ${sought.festivalId} and t.deleted_at is null and ${bears(type, sought)}
      order by score desc, t.sort_order, t.id limit ${sought.most}`,
  },
  {
    kind: 'order',
    needs: 'orders.read',
    rows: (sought) => sql`
      select o.id, o.name, o.reference || ' · ' || o.email, null::uuid, o.placed_at, ${scored(order, sought)} as score
      from lookup.orders_sought(${JSON.stringify(sought.groups)}::jsonb, ${sought.most}) as found (id) join ticket_order o on o.festival_id = ${sought.festivalId} and o.id = found.id
      order by score desc, o.placed_at desc, o.id`,
  },
];
