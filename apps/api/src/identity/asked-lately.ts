import { sql } from 'kysely';
import type { Tx } from '../platform/transaction.ts';

/** Whoever asks again within this time is sent nothing more: nobody's mailbox can be filled by a stranger who knows it. */
const quietSeconds = 60;

/**
 * The name under which to record what a mail follows from: `name`, or `name_again` when the same was asked for the same
 * person just now, which no job listens to. An unknown address takes the same question and the same write.
 */
export async function askedAs<N extends `identity.${string}`>(
  tx: Tx,
  name: N,
  personId: string,
): Promise<N | `${N}_again`> {
  const { rows } = await sql`
    select from event
    where festival_id = current_festival() and subject_id = ${personId} and name = ${name}
      and at > now() - make_interval(secs => ${quietSeconds})
    limit 1`.execute(tx);
  return rows.length > 0 ? `${name}_again` : name;
}
