import { localised, type Language } from '@festivals/messages';
import type { Offer } from '@festivals/domain/ticketing/schemas';

/** Something that the desk sells: a ticket, a kind of one, or what goes with it. */
export interface DeskLine {
  key: string;
  name: string;
  price: number;
  most: number;
  wish: { ticketTypeId: Offer['id']; variationId?: string; price?: number } | { optionId: string };
}

/** What may be sold now, tickets before what goes with them. */
export function deskLines(offers: readonly Offer[], language: Language): DeskLine[] {
  const open = offers.filter(({ availability }) => availability === 'AVAILABLE' || availability === 'FEW_LEFT');
  const tickets = open.flatMap((offer): DeskLine[] => {
    const name = localised(offer.name, language);
    const most = offer.maxPerOrder;
    if (offer.variations.length === 0) {
      const given = offer.namesPrice ? { price: offer.price } : {};
      return [{ key: offer.id, name, price: offer.price, most, wish: { ticketTypeId: offer.id, ...given } }];
    }
    return offer.variations
      .filter(({ available }) => available)
      .map((variation) => ({
        key: `${offer.id} ${variation.id}`,
        name: `${name} · ${localised(variation.name, language)}`,
        price: variation.price,
        most,
        wish: { ticketTypeId: offer.id, variationId: variation.id },
      }));
  });
  const options = new Map(open.flatMap((offer) => offer.options.map((option) => [option.id, option] as const)));
  return [
    ...tickets,
    ...[...options.values()].map(({ id, name, price }) => ({
      key: id,
      name: localised(name, language),
      price,
      most: 20,
      wish: { optionId: id },
    })),
  ];
}

/** What is wanted of them, as the shop's engine prices it; null where nothing is. */
export function deskWishes(lines: readonly DeskLine[], wanted: Readonly<Record<string, number>>) {
  const taken = lines.flatMap(({ key, wish }) => {
    const quantity = wanted[key] ?? 0;
    return quantity > 0 ? [{ ...wish, quantity }] : [];
  });
  if (taken.length === 0) return null;
  return {
    items: taken.flatMap((one) => ('ticketTypeId' in one ? [one] : [])),
    options: taken.flatMap((one) => ('optionId' in one ? [one] : [])),
  };
}
