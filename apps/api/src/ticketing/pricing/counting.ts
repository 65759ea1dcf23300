import { v7 } from 'uuid';
import { fail } from '../../platform/fault.ts';
import type { Tx } from '../../platform/transaction.ts';
import { resizeQuota } from '../types/ticket-type-store.ts';
import { countUsed, type Limited } from './count-used.ts';
import { insertQuotas } from './promo-code-store.ts';

/** The quota that counts up to a limit, with what was sold before there was one. Without a limit nothing is counted. */
export async function counting(
  tx: Tx,
  quotaId: string | null,
  capacity: number | null,
  limited: Limited,
): Promise<string | null> {
  if (capacity === null) return null;
  if (quotaId !== null) {
    if (!(await resizeQuota(tx, quotaId, capacity))) fail('ticketing.quota_below_sold');
    return quotaId;
  }
  const id = v7();
  await insertQuotas(tx, [{ id, capacity }]);
  await countUsed(tx, id, limited);
  return id;
}
