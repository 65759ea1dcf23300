import { sql } from 'kysely';
import type { Tx } from '../../platform/transaction.ts';

/** When the next sale opens or ends. */
export async function nextSaleTurn(tx: Tx, now: Date): Promise<string | null> {
  const { rows } = await sql<{ at: string | null }>`
    select iso(min(turn)) as at
    from ticket_type, lateral (values (on_sale_from), (on_sale_until)) as window_of (turn)
    where festival_id = current_festival() and deleted_at is null and turn > ${now}::timestamptz`.execute(tx);
  return rows[0]?.at ?? null;
}
