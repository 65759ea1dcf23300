import { sql } from 'kysely';
import type { Tx } from '../platform/transaction.ts';

export interface HistoryRow {
  seq: number;
  id: string;
  at: string;
  name: string;
  by: string | null;
  before: unknown;
  after: unknown;
}

interface Wanted {
  recordId: string;
  /** How the names of the events that may be read begin; null for all. */
  beginnings: readonly string[] | null;
  beforeSeq: number | null;
  most: number;
}

/** What was done to one record of the transaction's festival, newest first. */
export async function historyOf(tx: Tx, { recordId, beginnings, beforeSeq, most }: Wanted): Promise<HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    select e.seq, e.id, e.at, e.name, p.name as by, e.before, e.after
    from event e left join person p on e.actor_kind = 'person' and p.id = e.actor_id
    where e.festival_id = current_festival() and e.subject_id = ${recordId}
      and (${beginnings}::text[] is null or exists (select from unnest(${beginnings}::text[]) as b where starts_with(e.name, b)))
      and (${beforeSeq}::bigint is null or e.seq < ${beforeSeq}::bigint)
    order by e.seq desc limit ${most}`.execute(tx);
  return rows;
}
