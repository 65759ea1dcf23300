import { sql } from 'kysely';
import type { AdviceCheck } from '../festival/readiness.ts';

/** People come for who plays: a set that is sure, or somebody who is announced before there are times. */
export const hasProgramme: AdviceCheck = {
  advice: 'programme',
  isMissing: async (tx) => {
    const { rows } = await sql`
      select id from slot where festival_id = current_festival() and status = 'CONFIRMED'
      union all
      select id from artist
      where festival_id = current_festival() and (announcement = 'ANNOUNCED' or reveals_at is not null)
      limit 1`.execute(tx);
    return rows.length === 0;
  },
};
