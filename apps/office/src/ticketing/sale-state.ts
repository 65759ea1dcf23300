import type { TicketType } from '@festivals/domain/ticketing/schemas';

export type SaleState = 'hidden' | 'soldOut' | 'notYet' | 'closed' | 'open';

/** Whether a type is sold now, as the office says it. */
export function saleState({ quota, hidden, onSaleFrom, onSaleUntil }: TicketType, now: Date): SaleState {
  if (hidden) return 'hidden';
  if (onSaleUntil !== null && new Date(onSaleUntil) <= now) return 'closed';
  if (quota.sold >= quota.capacity) return 'soldOut';
  return onSaleFrom !== null && new Date(onSaleFrom) > now ? 'notYet' : 'open';
}
