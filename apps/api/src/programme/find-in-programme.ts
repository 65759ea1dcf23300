import { sql } from 'kysely';
import { bears, scored, type Searcher } from '../platform/searcher.ts';

const [stage, artist, slot] = [sql.ref('st.search_text'), sql.ref('a.search_text'), sql.ref('s.search_text')];

/** Stages, artists and sets; a set is found by its artist or by its title. */
export const findInProgramme: readonly Searcher[] = [
  {
    kind: 'stage',
    needs: 'programme.read',
    rows: (sought) => sql`
      select st.id, st.name, null::text, null::uuid, null::timestamptz, ${scored(stage, sought)} as score
      from stage st where st.festival_id = ${sought.festivalId} and ${bears(stage, sought)}
      order by score desc, st.name, st.id limit ${sought.most}`,
  },
  {
    kind: 'artist',
    needs: 'programme.read',
    rows: (sought) => sql`
      select a.id, a.name, null::text, null::uuid, null::timestamptz, ${scored(artist, sought)} as score
      from artist a where a.festival_id = ${sought.festivalId} and ${bears(artist, sought)}
      order by score desc, a.billing, a.name, a.id limit ${sought.most}`,
  },
  {
    kind: 'slot',
    needs: 'programme.read',
    rows: (sought) => sql`
      select found.id, coalesce(found.title, found.artist), st.name, found.stage_id, found.starts_at, found.score
      from (
        select s.id, s.title, a.name as artist, s.stage_id, s.starts_at, ${scored(artist, sought)} as score
        from artist a join slot s on s.festival_id = a.festival_id and s.artist_id = a.id
        where a.festival_id = ${sought.festivalId} and ${bears(artist, sought)}
        union all
        select s.id, s.title, null, s.stage_id, s.starts_at, ${scored(slot, sought)}
        from slot s where s.festival_id = ${sought.festivalId} and s.title is not null and ${bears(slot, sought)}
        order by score desc, starts_at, id limit ${sought.most}
      ) found join stage st on st.festival_id = ${sought.festivalId} and st.id = found.stage_id`,
  },
];
