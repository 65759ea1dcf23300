import type { ErrorName } from '@festivals/domain/errors';
import type { Buyer, Claim, PricedOrder } from '@festivals/domain/ticketing/pricing/price-list';

/** What a basket takes beside the places of its lines. */
export interface Extras {
  claims: { quotaId: string; places: number; refusal: ErrorName; code: string | null }[];
  codes: { id: string; amount: number }[];
  buyer: Buyer | null;
}

/** Why a claim fails: a step that ran out gives way to the next one, whatever else ran out is gone. */
const refusals: Readonly<Record<Claim['of'], ErrorName>> = {
  STEP: 'ticketing.price_changed',
  VARIATION: 'ticketing.sold_out',
  CODE: 'ticketing.code_spent',
};

/** The extras of a priced order; null for most, which take none. */
export function extrasOf({ claims, codes, reverseCharge }: PricedOrder, buyer: Buyer | null): Extras | null {
  if (claims.length === 0 && codes.length === 0 && !reverseCharge) return null;
  return {
    claims: claims.map(({ of, ...claim }) => ({ ...claim, refusal: refusals[of] })),
    codes: codes.map(({ id, amount }) => ({ id, amount })),
    buyer: reverseCharge ? buyer : null,
  };
}
