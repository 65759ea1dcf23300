import { sql } from 'kysely';
import { bears, scored, type Searcher } from '../platform/searcher.ts';

const text = sql.ref('d.search_text');

/** Devices by name, those that are locked out last. */
export const findDevices: Searcher = {
  kind: 'device',
  needs: 'devices.read',
  rows: (sought) => sql`
    select d.id, d.name, null::text, null::uuid, d.enrolled_at, ${scored(text, sought)} as score
    from device d where d.festival_id = ${sought.festivalId} and ${bears(text, sought)}
    order by score desc, d.revoked_at nulls first, d.id desc limit ${sought.most}`,
};
