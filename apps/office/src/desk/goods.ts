import { type Chosen, soldOfOption } from '@festivals/domain/ticketing/pricing/chosen';
import type { ShopWindow } from '@festivals/domain/ticketing/pricing/contract';
import type { Offer } from '@festivals/domain/ticketing/schemas';
import { localised, type Language } from '@festivals/messages';

/** Something that the desk sells: a ticket, a kind of one, several at one price, or what goes with them. */
export interface Good {
  /** As what was chosen names it. */
  key: string;
  name: string;
  /** What is in it. */
  detail: string;
  /** Each, minor units, VAT and fees included. */
  price: number;
  most: number;
  /** Where the buyer names the price: under which name it is kept, and from what on. */
  named: { key: string; least: number } | null;
}

export interface Shelf {
  kind: 'tickets' | 'bundles' | 'options';
  goods: Good[];
}

interface Words {
  language: Language;
  languages: readonly Language[];
}

/** What stands on the desk's shelves, and what is taken of what was typed: nothing that is gone, and not more than goes. */
export function laidOut(shop: ShopWindow, typed: Chosen, words: Words): { shelves: Shelf[]; chosen: Chosen } {
  const tickets = takenFrom(shelvesOf(shop, typed, words), typed, shop.takesGifts);
  const shelves = shelvesOf(shop, tickets, words);
  return { shelves, chosen: takenFrom(shelves, tickets, shop.takesGifts) };
}

/** What may be sold now: tickets, bundles, what goes with them once there are any, and what needs none. Shelves with nothing on them are left out. */
function shelvesOf(shop: ShopWindow, chosen: Chosen, { language, languages }: Words): Shelf[] {
  const say = (names: Parameters<typeof localised>[0]) => localised(names, language, languages);
  const shelves: Shelf[] = [
    { kind: 'tickets', goods: shop.offers.filter(isOpen).flatMap((offer) => goodsOf(offer, say)) },
    {
      kind: 'bundles',
      goods: shop.bundles
        .filter(({ available }) => available)
        .map(({ id, name, price, parts, maxPerOrder }) => ({
          key: `bundle.${id}`,
          name: say(name),
          detail: parts.map((part) => `${part.quantity} × ${say(part.name)}`).join(', '),
          price,
          most: maxPerOrder,
          named: null,
        })),
    },
    {
      kind: 'options',
      goods: shop.options
        .filter(({ available }) => available)
        .map((option) => ({
          key: `option.${option.id}`,
          name: say(option.name),
          detail: '',
          price: option.price,
          most: soldOfOption(option, chosen, shop),
          named: null,
        })),
    },
  ];
  return shelves.filter(({ goods }) => goods.length > 0);
}

const isOpen = ({ availability }: Offer): boolean => availability === 'AVAILABLE' || availability === 'FEW_LEFT';

function goodsOf(offer: Offer, say: (names: Offer['name']) => string): Good[] {
  const name = say(offer.name);
  const most = Math.min(offer.maxPerOrder, offer.left ?? offer.maxPerOrder);
  // Fees come on top of what is given.
  const named = offer.namesPrice ? { key: `price.${offer.id}`, least: offer.price - offer.fee } : null;
  if (offer.variations.length === 0) return [{ key: offer.id, name, detail: '', price: offer.price, most, named }];
  return offer.variations
    .filter(({ available }) => available)
    .map((kind, at) => ({
      key: `${offer.id}:${kind.id}`,
      name: `${name} · ${say(kind.name)}`,
      detail: '',
      price: kind.price,
      most,
      // A price is named for the type, whichever kind of it.
      named: at === 0 ? named : null,
    }));
}

function takenFrom(shelves: readonly Shelf[], typed: Chosen, takesGifts: boolean): Chosen {
  const goods = shelves.flatMap((shelf) => shelf.goods);
  const taken: Chosen = {};
  for (const { key, most, named } of goods) {
    const quantity = Math.min(typed[key] ?? 0, most);
    if (quantity > 0) taken[key] = quantity;
    const price = named && typed[named.key];
    if (named && price) taken[named.key] = Math.max(named.least, price);
  }
  if (takesGifts && typed['gift']) taken['gift'] = typed['gift'];
  return taken;
}
