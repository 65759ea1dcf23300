import { nextDayTurn } from '@festivals/domain/festival/day-turn';
import { sql } from 'kysely';
import type { Tx } from '../platform/transaction.ts';
import { find } from './store.ts';

/** When the day turns, or news comes out that was written for later. */
export async function nextMoment(tx: Tx, now: Date): Promise<string | null> {
  const festival = await find(tx);
  if (!festival) return null;
  const { rows } = await sql<{ at: string | null }>`
    select iso(min(published_at)) as at from news
    where festival_id = current_festival() and published_at > ${now}::timestamptz`.execute(tx);
  const moments = [nextDayTurn(festival, now)?.toISOString() ?? null, rows[0]?.at ?? null];
  return moments.filter((at) => at !== null).toSorted()[0] ?? null;
}
