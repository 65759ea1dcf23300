import { sql } from 'kysely';
import { bears, scored, type Searcher } from '../platform/searcher.ts';

const text = sql.ref('p.search_text');

/** Places by name, with their kind. */
export const findPlaces: Searcher = {
  kind: 'place',
  needs: 'places.read',
  rows: (sought) => sql`
    select p.id, name_in(p.name, ${sought.language}), p.kind, null::uuid, null::timestamptz, ${scored(text, sought)} as score
    from place p where p.festival_id = ${sought.festivalId} and p.deleted_at is null and ${bears(text, sought)}
    order by score desc, p.search_text, p.id limit ${sought.most}`,
};
