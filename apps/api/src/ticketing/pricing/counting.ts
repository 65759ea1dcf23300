import { v7 } from 'uuid';
import { fail } from '../../platform/fault.ts';
import type { Tx } from '../../platform/transaction.ts';
import { resizeQuota } from '../ticket-type-store.ts';
import { insertQuotas } from './promo-code-store.ts';

/** The quota that counts up to a limit. Without a limit nothing is counted; one that is set anew counts from then on. */
export async function counting(tx: Tx, quotaId: string | null, capacity: number | null): Promise<string | null> {
  if (capacity === null) return null;
  if (quotaId !== null) {
    if (!(await resizeQuota(tx, quotaId, capacity))) fail('ticketing.quota_below_sold');
    return quotaId;
  }
  const id = v7();
  await insertQuotas(tx, [{ id, capacity }]);
  return id;
}
