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

/** Whether what needs no ticket is sold without any: from when the first ticket type is, and for as long as the festival sells. */
export const sellsAlone = (saleStarts: readonly (string | null)[], festival: FestivalStatus, now: Date): boolean =>
  sells(festival) &&
  (saleStarts.length === 0 || saleStarts.some((start) => start === null || Date.parse(start) <= now.getTime()));
