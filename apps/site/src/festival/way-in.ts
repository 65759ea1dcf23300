import type { Offer } from '@festivals/domain/ticketing/schemas';

type OnSale = Pick<Offer, 'price' | 'availability' | 'onSaleFrom'>;

/** What a poster says of the tickets: what the cheapest costs (minor units), from when there are any, or that there are no more. */
export type WayIn =
  | { kind: 'buy'; from: number | null }
  | { kind: 'soon'; at: string | null }
  | { kind: 'sold_out' }
  | { kind: 'closed' };

/** The way in, as far as tickets are one; null where there are none. */
export function wayIn(offers: readonly OnSale[]): WayIn | null {
  const are = (...kinds: OnSale['availability'][]) => offers.filter(({ availability }) => kinds.includes(availability));
  const buyable = are('AVAILABLE', 'FEW_LEFT');
  if (buyable.length > 0) {
    const prices = buyable.map(({ price }) => price).filter((price) => price > 0);
    return { kind: 'buy', from: prices.length === 0 ? null : Math.min(...prices) };
  }
  const soon = are('NOT_YET');
  if (soon.length > 0)
    return { kind: 'soon', at: soon.flatMap(({ onSaleFrom }) => onSaleFrom ?? []).toSorted()[0] ?? null };
  if (offers.length === 0) return null;
  return { kind: are('SOLD_OUT').length > 0 ? 'sold_out' : 'closed' };
}
