import { sql } from 'kysely';
import { bears, scored, type Searcher } from '../platform/searcher.ts';

const [stand, product] = [sql.ref('s.search_text'), sql.ref('p.search_text')];

/** Stands, and what they offer; a product says at which stand. */
export const findStands: readonly Searcher[] = [
  {
    kind: 'stand',
    needs: 'stands.read',
    rows: (sought) => sql`
      select s.id, s.name, s.kind, null::uuid, null::timestamptz, ${scored(stand, sought)} as score
      from stand s where s.festival_id = ${sought.festivalId} and s.deleted_at is null and ${bears(stand, sought)}
      order by score desc, s.name, s.id limit ${sought.most}`,
  },
  {
    kind: 'product',
    needs: 'stands.read',
    rows: (sought) => sql`
      select p.id, name_in(p.name, ${sought.language}), s.name, s.id, null::timestamptz, ${scored(product, sought)} as score
      from product p join stand s on s.festival_id = p.festival_id and s.id = p.stand_id and s.deleted_at is null
      where p.festival_id = ${sought.festivalId} and p.deleted_at is null and ${bears(product, sought)}
      order by score desc, p.search_text, p.id limit ${sought.most}`,
  },
];
