import type { FestivalStatus } from '../../festival/contract.ts';
import { sells } from '../../festival/rules.ts';

/** Whether a type is on sale at a moment. Instants are compared as moments: one may be written with fewer digits than another. */
export function saleState(
  type: { onSaleFrom: string | null; onSaleUntil: string | null },
  festival: FestivalStatus,
  now: Date,
): 'OPEN' | 'NOT_YET' | 'CLOSED' {
  const moment = now.getTime();
  if (!sells(festival) || (type.onSaleUntil !== null && Date.parse(type.onSaleUntil) <= moment)) return 'CLOSED';
  return type.onSaleFrom !== null && Date.parse(type.onSaleFrom) > moment ? 'NOT_YET' : 'OPEN';
}
