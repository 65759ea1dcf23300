import { sql } from 'kysely';
import type { Tx } from '../platform/transaction.ts';

/** When the next set is revealed, or named. */
export async function nextReveal(tx: Tx, now: Date): Promise<string | null> {
  const { rows } = await sql<{ at: string | null }>`
    select iso(min(reveals_at)) as at from slot
    where festival_id = current_festival() and status = 'CONFIRMED' and announcement <> 'OPEN'
      and reveals_at > ${now}::timestamptz`.execute(tx);
  return rows[0]?.at ?? null;
}
