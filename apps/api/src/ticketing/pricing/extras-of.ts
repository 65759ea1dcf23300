import type { ErrorName } from '@festivals/domain/errors';
import type { Buyer, PricedOrder } from '@festivals/domain/ticketing/pricing/price-list';

/** What a basket takes beside the places of its lines. */
export interface Extras {
  claims: { quotaId: string; places: number; refusal: ErrorName; code: string | null }[];
  codes: { id: string; amount: number }[];
  buyer: Buyer | null;
}

/** The extras of a priced order; null for most, which take none. */
export function extrasOf({ claims, codes, reverseCharge }: PricedOrder, buyer: Buyer | null): Extras | null {
  if (claims.length === 0 && codes.length === 0 && !reverseCharge) return null;
  return {
    claims: claims.map(({ quotaId, places, code }) => ({
      quotaId,
      places,
      refusal: code === null ? 'ticketing.price_changed' : 'ticketing.code_spent',
      code,
    })),
    codes: codes.map(({ id, amount }) => ({ id, amount })),
    buyer: reverseCharge ? buyer : null,
  };
}
