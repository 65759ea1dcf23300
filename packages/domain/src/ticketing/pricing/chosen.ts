/** What somebody has chosen so far of what the shop shows, in the shop and at the desk alike, and what is asked of the API for it. Pure. */
import type { OptionOffer, ShopWindow } from './contract.ts';

/** What was chosen, by what it is: `<type>`, `<type>:<kind>`, `bundle.<id>`, `option.<id>`, `price.<type>` and `gift` (both in minor units). */
export type Chosen = Record<string, number>;

export interface Wishes {
  items: { ticketTypeId: string; variationId?: string; quantity: number; price?: number }[];
  bundles: { bundleId: string; quantity: number }[];
  options: { optionId: string; quantity: number }[];
  codes: string[];
  donation: number;
  company?: Company;
}

/** A company that buys, which may owe the VAT itself. */
export interface Company {
  country: string;
  vatNumber: string;
  /** To whom the receipt is made out. */
  name?: string;
}

/** What was chosen as the shop is asked for it. */
export function wishesOf(chosen: Chosen, codes: readonly string[], company: Company | null = null): Wishes {
  const wishes: Wishes = { items: [], bundles: [], options: [], codes: [...codes], donation: chosen['gift'] ?? 0 };
  if (company) wishes.company = company;
  for (const [key, quantity] of Object.entries(chosen)) {
    if (quantity <= 0 || key === 'gift') continue;
    const [kind = '', id] = key.split('.');
    if (id === undefined) {
      const [ticketTypeId = '', variationId] = key.split(':');
      const price = chosen[`price.${ticketTypeId}`];
      wishes.items.push({
        ticketTypeId,
        quantity,
        ...(variationId === undefined ? {} : { variationId }),
        ...(price === undefined ? {} : { price }),
      });
    } else if (kind === 'bundle') wishes.bundles.push({ bundleId: id, quantity });
    else if (kind === 'option') wishes.options.push({ optionId: id, quantity });
  }
  return wishes;
}

/** The tickets that are chosen, by their types, those of bundles among them. */
function chosenTickets(chosen: Chosen, { bundles }: Pick<ShopWindow, 'bundles'>) {
  const wishes = wishesOf(chosen, []);
  const bundled = wishes.bundles.flatMap(({ bundleId, quantity }) =>
    (bundles.find(({ id }) => id === bundleId)?.parts ?? []).map((part) => ({
      ticketTypeId: part.ticketTypeId,
      quantity: part.quantity * quantity,
    })),
  );
  return [...wishes.items, ...bundled];
}

const counted = (all: readonly { quantity: number }[]): number => all.reduce((sum, { quantity }) => sum + quantity, 0);

/** How many tickets are chosen, those of bundles among them. */
export const ticketsIn = (chosen: Chosen, shop: Pick<ShopWindow, 'bundles'>): number =>
  counted(chosenTickets(chosen, shop));

/** How many options are chosen. */
export const optionsIn = (chosen: Chosen): number => counted(wishesOf(chosen, []).options);

type Bounds = Pick<OptionOffer, 'needsTicket' | 'alone' | 'most' | 'maxPerPerson' | 'ticketTypeIds'>;

/** How many of an option one person may choose: what goes with the tickets that are chosen, or without any, and no more than one may have. */
export const mostOfOption = (option: Bounds, chosen: Chosen, shop: Pick<ShopWindow, 'bundles'>): number =>
  Math.min(soldOfOption(option, chosen, shop), option.maxPerPerson ?? Number.POSITIVE_INFINITY);

/** The same without regard to who buys. */
export function soldOfOption(
  { needsTicket, alone, most, ticketTypeIds }: Omit<Bounds, 'maxPerPerson'>,
  chosen: Chosen,
  shop: Pick<ShopWindow, 'bundles'>,
): number {
  if (!needsTicket) return alone || ticketsIn(chosen, shop) > 0 ? most : 0;
  const fits = (type: string) => ticketTypeIds.length === 0 || ticketTypeIds.some((id) => id === type);
  return most * counted(chosenTickets(chosen, shop).filter(({ ticketTypeId }) => fits(ticketTypeId)));
}

/** What it comes to by the prices that are shown, minor units: all that a festival without rules of its own needs. */
export function sumOf(chosen: Chosen, shop: Pick<ShopWindow, 'offers' | 'bundles' | 'options'>): number {
  const wishes = wishesOf(chosen, []);
  const tickets = wishes.items.map(({ ticketTypeId, variationId, quantity, price }) => {
    const offer = shop.offers.find(({ id }) => id === ticketTypeId);
    const kind = offer?.variations.find(({ id }) => id === variationId);
    return quantity * (price ?? kind?.price ?? offer?.price ?? 0);
  });
  const bundles = wishes.bundles.map(
    ({ bundleId, quantity }) => quantity * (shop.bundles.find(({ id }) => id === bundleId)?.price ?? 0),
  );
  const options = wishes.options.map(
    ({ optionId, quantity }) => quantity * (shop.options.find(({ id }) => id === optionId)?.price ?? 0),
  );
  return [wishes.donation, ...tickets, ...bundles, ...options].reduce((sum, amount) => sum + amount, 0);
}
