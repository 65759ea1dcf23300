import type { FestivalStatus } from '../../festival/contract.ts';
import { sells } from '../../festival/rules.ts';

/** Whether a type is on sale at a moment (ISO instants of milliseconds compare as text). */
export function saleState(
  type: { onSaleFrom: string | null; onSaleUntil: string | null },
  festival: FestivalStatus,
  now: Date,
): 'OPEN' | 'NOT_YET' | 'CLOSED' {
  const moment = now.toISOString();
  if (!sells(festival) || (type.onSaleUntil !== null && type.onSaleUntil <= moment)) return 'CLOSED';
  return type.onSaleFrom !== null && type.onSaleFrom > moment ? 'NOT_YET' : 'OPEN';
}
