import { sql } from 'kysely';
import { nameOfPlace } from '../places/store.ts';
import { bears, scored, type Searcher } from '../platform/searcher.ts';

const text = sql.ref('g.search_text');

/** Gates by name, each with the entrance at which it stands. */
export const findGates: Searcher = {
  kind: 'gate',
  needs: 'access.read',
  rows: (sought) => sql`
    select g.id, g.name, ${nameOfPlace(sql.ref('g.place_id'), sought.language)}, null::uuid, null::timestamptz, ${scored(text, sought)} as score
    from gate g where g.festival_id = ${sought.festivalId} and g.deleted_at is null and ${bears(text, sought)}
    order by score desc, g.search_text, g.id limit ${sought.most}`,
};
