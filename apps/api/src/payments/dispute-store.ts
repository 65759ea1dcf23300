/** What buyers' banks took back. */
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Tx } from '../platform/transaction.ts';
import type { ProviderDispute } from './provider.ts';

export type DisputeKey = { provider: string; reference: string; paymentId: string };

/**
 * Writes a dispute as it stands now; one that is over stays what it is. True when that is news. Its payment is locked: a refund that is
 * reserved at this moment comes before it, or sees it.
 */
export async function writeDispute(tx: Tx, key: DisputeKey, dispute: ProviderDispute): Promise<boolean> {
  const { provider, reference, paymentId } = key;
  const { status, amount, currency, reason, answerBy, withdrawn } = dispute;
  await sql`select from payment where festival_id = current_festival() and id = ${paymentId} for no key update`.execute(
    tx,
  );
  const { rows } = await sql`
    insert into dispute as d (festival_id, id, payment_id, provider, reference, status, amount, currency, reason, answer_by, withdrawn)
    values (current_festival(), ${v7()}, ${paymentId}, ${provider}, ${reference}, ${status}, ${amount}, ${currency}, ${reason}, ${answerBy}, ${withdrawn})
    on conflict (festival_id, provider, reference) do update set status = excluded.status, answer_by = excluded.answer_by,
      withdrawn = d.withdrawn or excluded.withdrawn, changed_at = now()
    where d.status = 'OPEN' and (d.status <> excluded.status or excluded.withdrawn and not d.withdrawn) returning d.id`.execute(
    tx,
  );
  return rows.length === 1;
}
