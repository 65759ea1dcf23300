/** What buyers' banks took back. */
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Tx } from '../platform/transaction.ts';
import type { ProviderDispute } from './provider.ts';

export type DisputeKey = { provider: string; reference: string; paymentId: string };

/** Writes a dispute as it stands now; one that is over stays what it is. True when that is news. */
export async function writeDispute(tx: Tx, key: DisputeKey, dispute: ProviderDispute): Promise<boolean> {
  const { provider, reference, paymentId } = key;
  const { status, amount, currency, reason, answerBy } = dispute;
  const { rows } = await sql`
    insert into dispute as d (festival_id, id, payment_id, provider, reference, status, amount, currency, reason, answer_by)
    values (current_festival(), ${v7()}, ${paymentId}, ${provider}, ${reference}, ${status}, ${amount}, ${currency}, ${reason}, ${answerBy})
    on conflict (festival_id, provider, reference) do update set status = excluded.status, answer_by = excluded.answer_by, changed_at = now()
    where d.status = 'OPEN' and d.status <> excluded.status returning d.id`.execute(tx);
  return rows.length === 1;
}
