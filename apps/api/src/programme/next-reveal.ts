import { sql } from 'kysely';
import type { Tx } from '../platform/transaction.ts';

/** When the next set is revealed or named, or the next artist is announced. */
export async function nextReveal(tx: Tx, now: Date): Promise<string | null> {
  const { rows } = await sql<{ at: string | null }>`
    select iso(least(
      (select min(reveals_at) from slot
        where festival_id = current_festival() and status = 'CONFIRMED' and announcement <> 'OPEN'
          and reveals_at > ${now}::timestamptz),
      (select min(reveals_at) from artist
        where festival_id = current_festival() and announcement <> 'ANNOUNCED' and reveals_at > ${now}::timestamptz)
    )) as at`.execute(tx);
  return rows[0]?.at ?? null;
}
