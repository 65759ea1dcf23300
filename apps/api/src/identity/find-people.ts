import { sql } from 'kysely';
import { bears, scored, type Searcher } from '../platform/searcher.ts';

const text = sql.ref('p.search_text');

/** Who is in the team, by name or address. */
export const findPeople: Searcher = {
  kind: 'person',
  needs: 'team.read',
  rows: (sought) => sql`
    select p.id, p.name, p.email::text, null::uuid, null::timestamptz, ${scored(text, sought)} as score
    from person p
    where p.deleted_at is null and ${bears(text, sought)}
      and p.id in (select person_id from membership where festival_id = ${sought.festivalId})
    order by score desc, p.name, p.id limit ${sought.most}`,
};
