import type { Offer } from '@festivals/domain/ticketing/schemas';

type Window = Pick<Offer, 'availability' | 'onSaleFrom' | 'onSaleUntil'>;

/**
 * Milliseconds until a sale opens or ends; 0 when one should have done so already but the shop has not said it yet.
 * Null when nothing will.
 */
export function nextTurn(offers: readonly Window[], now: Date): number | null {
  const turns = offers.flatMap(({ availability, onSaleFrom, onSaleUntil }) => {
    if (availability === 'NOT_YET') return onSaleFrom === null ? [] : [Date.parse(onSaleFrom)];
    return availability === 'CLOSED' || onSaleUntil === null ? [] : [Date.parse(onSaleUntil)];
  });
  return turns.length === 0 ? null : Math.max(0, Math.min(...turns) - now.getTime());
}
