import { orderReference } from '@festivals/domain/ticketing/rules';
import { someBuyer } from './buyers.ts';
import { countSold, type Market, priced } from './market.ts';
import { addPurchase, type Fate, type KnownBuyer, type SeasonRows } from './purchase.ts';
import { saleMoments } from './sale-moments.ts';
import type { Random } from './seeded-random.ts';
import { chooseWishes, firstChoice } from './wishes.ts';

const fates: ReadonlyArray<{ fate: Fate; share: number }> = [
  { fate: 'PAID', share: 930 },
  { fate: 'EXPIRED', share: 45 },
  { fate: 'CANCELLED', share: 15 },
  { fate: 'REFUNDED', share: 10 },
];

/** A whole season of orders with everything that hangs on them; counts what was sold on the market. */
export function seasonRows(
  random: Random,
  extras: Random,
  market: Market,
  base: Date,
  count: number,
  known: KnownBuyer,
): SeasonRows {
  const rows: SeasonRows = {
    baskets: [],
    lines: [],
    claims: [],
    codes: [],
    orders: [],
    payments: [],
    charges: [],
    tickets: [],
  };
  const references = new Set<string>();
  for (const [index, heldAt] of saleMoments(random, base, count).entries()) {
    const isKnown = index === Math.floor(count / 2);
    const fate = isKnown ? 'PAID' : random.weighted(fates, ({ share }) => share).fate;
    const wishes = isKnown ? firstChoice(market) : chooseWishes(random, extras, market, heldAt);
    const order = priced(market, wishes, heldAt);
    const buyer = isKnown ? known : someBuyer(random);
    const reference = freshReference(random, references);
    addPurchase(rows, random, { festival: market.festival, base, heldAt, fate, order, buyer, reference });
    if (fate === 'PAID' || fate === 'REFUNDED') countSold(market, order, fate === 'PAID');
  }
  return rows;
}

function freshReference(random: Random, taken: Set<string>): string {
  for (;;) {
    const reference = orderReference(random.bytes(8));
    if (!taken.has(reference)) {
      taken.add(reference);
      return reference;
    }
  }
}
