import { sql } from 'kysely';
import type { PersonalPart } from '../platform/personal-part.ts';

/** What somebody meant to see; it goes with the account by itself (`person_forgets_favourites`). */
export const programmeParts: readonly PersonalPart[] = [
  {
    name: 'favourites',
    in: 'festivals',
    tables: ['favourite'],
    read: async (tx, { id }) => {
      const { rows } = await sql<{ favourite: object }>`
        select to_jsonb(f) - 'person_id' - 'festival_id' as favourite from favourite f
        where f.festival_id = current_festival() and f.person_id = ${id}`.execute(tx);
      return rows.map(({ favourite }) => favourite);
    },
  },
];
