import type { Offer } from '@festivals/domain/ticketing/schemas';

type Window = Pick<Offer, 'availability' | 'onSaleFrom' | 'onSaleUntil'> & { tier: { until: string | null } | null };

/**
 * Milliseconds until a sale opens or ends, or the step of a price does; 0 when one should have done so already but the shop has not
 * said it yet. Null when nothing will.
 */
export function nextTurn(offers: readonly Window[], now: Date): number | null {
  const turns = offers.flatMap(({ availability, onSaleFrom, onSaleUntil, tier }) => {
    if (availability === 'NOT_YET') return onSaleFrom === null ? [] : [Date.parse(onSaleFrom)];
    if (availability === 'CLOSED') return [];
    return [onSaleUntil, tier?.until ?? null].flatMap((at) => (at === null ? [] : [Date.parse(at)]));
  });
  return turns.length === 0 ? null : Math.max(0, Math.min(...turns) - now.getTime());
}
