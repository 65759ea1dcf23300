import type { Wish } from '@festivals/domain/ticketing/pricing/price-list';
import type { OfferedOption } from './inventory.ts';
import type { DemoWishes, Market } from './market.ts';
import type { Random } from './seeded-random.ts';
import type { OfferedType } from './ticket-types.ts';

const groups = [
  { size: 1, share: 24 },
  { size: 2, share: 46 },
  { size: 3, share: 12 },
  { size: 4, share: 13 },
  { size: 5, share: 2 },
  { size: 6, share: 3 },
];

const left = (type: OfferedType): number => type.capacity - type.spare - type.sold;

/** What the demo's visitor takes: two tickets of the first type. */
export const firstChoice = ({ types }: Market): DemoWishes => ({
  wishes: { items: types.slice(0, 1).map(({ id }) => ({ ticketTypeId: id, quantity: 2 })) },
  code: null,
});

/** What somebody takes: one type for the whole group, now and then a second one for friends; a family together; what goes with it. */
export function chooseWishes(random: Random, extras: Random, market: Market, now: Date): DemoWishes {
  const { types } = market;
  const { size } = random.weighted(groups, ({ share }) => share);
  const fitting = types.filter((type) => left(type) >= size && type.maxPerOrder >= size);
  const type = random.weighted(fitting, ({ demand }) => demand);
  const others = fitting.filter((other) => other !== type);
  const taken = [{ type, quantity: size }];
  if (random.next() <= 0.08 && others.length > 0)
    taken.push({ type: random.weighted(others, ({ demand }) => demand), quantity: 1 });

  const bundle = taken.length === 1 ? familyOf(extras, market, type, size) : undefined;
  const items = taken.map(({ type: one, quantity }) => wishFor(extras, one, quantity));
  const tickets = taken.map(({ type: one, quantity }) => ({ id: one.id, quantity }));
  return {
    wishes: {
      items: bundle ? [] : items,
      bundles: bundle ? [{ bundleId: bundle.id, quantity: 1 }] : [],
      options: market.options.flatMap((option) => withIt(extras, option, tickets)),
      donation: extras.next() < 0.02 ? extras.pick([300, 500, 1_000, 2_000]) : 0,
    },
    code: typedCode(extras, market, now),
  };
}

/** A bundle for as many as they are, one of whom would have taken this type. */
function familyOf(random: Random, { prices, types }: Market, type: OfferedType, size: number) {
  return prices.rules.bundles.find(({ id, parts }) => {
    const places = parts.reduce((sum, { quantity }) => sum + quantity, 0);
    const isFree = parts.every(({ ticketTypeId, quantity }) =>
      types.some((one) => one.id === ticketTypeId && left(one) >= quantity),
    );
    return (
      places === size &&
      isFree &&
      parts[0]?.ticketTypeId === type.id &&
      random.next() < (prices.taken.get(id) ?? 0) / 1_000
    );
  });
}

/** Tickets of one type: all of one kind, at a price of one's own where the buyer names it. */
function wishFor(random: Random, type: OfferedType, quantity: number): Wish {
  const variation = type.variations.length > 0 ? random.weighted(type.variations, ({ share }) => share) : undefined;
  const price = type.namesPrice ? random.pick([type.price, type.price + 300, 1_000, 1_000, 1_500, 2_000]) : undefined;
  return { ticketTypeId: type.id, quantity, variationId: variation?.id, price };
}

/** An option, for one of the group or for several of them. */
function withIt(random: Random, option: OfferedOption, tickets: readonly { id: string; quantity: number }[]) {
  const fitting = tickets
    .filter(({ id }) => option.ticketTypeIds.length === 0 || option.ticketTypeIds.includes(id))
    .reduce((sum, { quantity }) => sum + quantity, 0);
  const isWanted = random.next() < option.taken / 1_000;
  const quantity = Math.min(random.whole(1, 2), fitting, option.most * fitting);
  const isFree = option.stock === null || option.stock.sold + quantity <= option.stock.capacity;
  return isWanted && isFree && quantity > 0 ? [{ optionId: option.id, quantity }] : [];
}

/** The code that somebody heard of, if it still holds. */
function typedCode(random: Random, { prices }: Market, now: Date) {
  const heard = prices.codes.find(({ typed }) => random.next() < typed / 1_000);
  return heard && (heard.validUntil === null || heard.validUntil > now.toISOString()) ? heard : null;
}
