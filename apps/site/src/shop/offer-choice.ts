/** What of an offer is chosen, and how much of it may be. */
import type { Chosen } from '@festivals/domain/ticketing/pricing/chosen';
import type { Offer } from '@festivals/domain/ticketing/schemas';

export const mostOf = ({ maxPerOrder, maxPerPerson, left }: Offer): number =>
  Math.min(maxPerOrder, maxPerPerson ?? maxPerOrder, left ?? maxPerOrder);

export const canBuy = (offer: Offer): boolean =>
  (offer.availability === 'AVAILABLE' || offer.availability === 'FEW_LEFT') && mostOf(offer) >= offer.minPerOrder;

export const keyOfKind = (offer: Offer, kindId: string): string => `${offer.id}:${kindId}`;
/** Under which the buyer's own price of a ticket stands. */
export const priceKey = (offer: Offer): string => `price.${offer.id}`;

/** Under which what is chosen of an offer stands: of itself, or of each of its kinds. */
export const keysOf = (offer: Offer): string[] =>
  offer.variations.length > 0 ? offer.variations.map(({ id }) => keyOfKind(offer, id)) : [offer.id];

/** How many of an offer are chosen, of whichever kind. */
export const countOf = (offer: Offer, chosen: Chosen): number =>
  keysOf(offer).reduce((sum, key) => sum + (chosen[key] ?? 0), 0);

/** Until when all that can be bought is on sale, where that is one moment for several. */
export function sameEndOf(offers: readonly Offer[]): string | null {
  const ends = offers.filter(canBuy).map(({ onSaleUntil }) => onSaleUntil);
  return ends.length > 1 && ends.every((end) => end === ends[0]) ? (ends[0] ?? null) : null;
}
