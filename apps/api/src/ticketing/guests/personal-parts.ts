import { sql } from 'kysely';
import type { PersonalPart, Who } from '../../platform/personal-part.ts';
import type { Tx } from '../../platform/transaction.ts';

/**
 * Whoever is on a guest list under their address. Who has no place is forgotten at once; who has one stays on the list without anything
 * of them, since the place is taken: the ticket's name is the order's.
 */
export const guestParts: readonly PersonalPart[] = [
  {
    name: 'guests',
    in: 'festivals',
    tables: ['guest', 'guest_list'],
    read: async (tx, { email }) => {
      const { rows } = await sql<object>`
        select l.name as list, g.name, g.email::text, g.companions, g.note, g.state, g.invited_at, g.answered_at
        from guest g join guest_list l on l.festival_id = g.festival_id and l.id = g.guest_list_id
        where g.festival_id = current_festival() and g.email = ${email} order by g.created_at, g.id`.execute(tx);
      return rows;
    },
    erase: async (tx: Tx, { email }: Who) => {
      await sql`
        delete from guest where festival_id = current_festival() and email = ${email} and state in ('WAITING', 'DECLINED', 'REVOKED')`.execute(
        tx,
      );
      await sql`
        update guest set name = '', email = null, note = '', token_hash = null, version = version + 1
        where festival_id = current_festival() and email = ${email}`.execute(tx);
    },
  },
];
