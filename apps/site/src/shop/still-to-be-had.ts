import { type Chosen, mostOfOption } from '@festivals/domain/ticketing/pricing/chosen';
import type { ShopWindow } from '@festivals/domain/ticketing/pricing/contract';
import type { Offer } from '@festivals/domain/ticketing/schemas';
import { canBuy, keysOf, mostOf, priceKey } from './offer-choice.ts';

type Shelves = Pick<ShopWindow, 'offers' | 'bundles' | 'options' | 'takesGifts'>;

/**
 * What was chosen without what can no longer be had, and no more of anything than goes. What is sold out has no buttons: a buyer
 * could not take it out of their choice, and nothing would ever be held. Pure.
 */
export function stillToBeHad(chosen: Chosen, shop: Shelves): Chosen {
  const tickets = atLeastOne([
    ...shop.offers.filter(canBuy).flatMap((offer) => ofOffer(offer, chosen)),
    ...shop.bundles
      .filter(({ available }) => available)
      .map(({ id, maxPerOrder }) => upTo(`bundle.${id}`, chosen, maxPerOrder)),
  ]);
  const besides = atLeastOne([
    ...shop.options
      .filter(({ available }) => available)
      .map((option) => upTo(`option.${option.id}`, chosen, mostOfOption(option, tickets, shop))),
    ...(shop.takesGifts ? [upTo('gift', chosen, Number.POSITIVE_INFINITY)] : []),
  ]);
  return { ...tickets, ...besides };
}

const upTo = (key: string, chosen: Chosen, most: number) => [key, Math.min(chosen[key] ?? 0, most)] as const;

const atLeastOne = (taken: readonly (readonly [string, number])[]): Chosen =>
  Object.fromEntries(taken.filter(([, quantity]) => quantity > 0));

/** What is chosen of an offer: of all its kinds together no more than there may be of it, and the price that the buyer named. */
function ofOffer(offer: Offer, chosen: Chosen) {
  const gone = new Set(offer.variations.filter(({ available }) => !available).map(({ id }) => `${offer.id}:${id}`));
  let room = mostOf(offer);
  const taken = keysOf(offer)
    .filter((key) => !gone.has(key))
    .map((key) => {
      const one = upTo(key, chosen, room);
      room -= one[1];
      return one;
    });
  return [...taken, upTo(priceKey(offer), chosen, Number.POSITIVE_INFINITY)];
}
