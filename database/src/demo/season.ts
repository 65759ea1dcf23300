import { orderReference } from '@festivals/domain/ticketing/rules';
import { someBuyer } from './buyers.ts';
import type { DemoFestival } from './festivals.ts';
import { addPurchase, type Fate, type KnownBuyer, type Line, type SeasonRows } from './purchase.ts';
import { saleMoments } from './sale-moments.ts';
import type { Random } from './seeded-random.ts';
import type { OfferedType } from './ticket-types.ts';

const fates: ReadonlyArray<{ fate: Fate; share: number }> = [
  { fate: 'PAID', share: 930 },
  { fate: 'EXPIRED', share: 45 },
  { fate: 'CANCELLED', share: 15 },
  { fate: 'REFUNDED', share: 10 },
];
const groups = [
  { size: 1, share: 24 },
  { size: 2, share: 46 },
  { size: 3, share: 12 },
  { size: 4, share: 13 },
  { size: 5, share: 2 },
  { size: 6, share: 3 },
];

/** A whole season of orders with everything that hangs on them; counts what was sold on the types. */
export function seasonRows(
  random: Random,
  festival: DemoFestival,
  types: readonly OfferedType[],
  base: Date,
  count: number,
  known: KnownBuyer,
): SeasonRows {
  const rows: SeasonRows = { baskets: [], lines: [], orders: [], payments: [], charges: [], tickets: [] };
  const references = new Set<string>();
  for (const [index, heldAt] of saleMoments(random, base, count).entries()) {
    const isKnown = index === Math.floor(count / 2);
    const fate = isKnown ? 'PAID' : random.weighted(fates, ({ share }) => share).fate;
    const lines = isKnown ? firstChoice(types, 2) : chooseLines(random, types);
    const buyer = isKnown ? known : someBuyer(random);
    addPurchase(rows, random, {
      festival,
      base,
      heldAt,
      fate,
      lines,
      buyer,
      reference: freshReference(random, references),
    });
    if (fate === 'PAID') for (const { type, quantity } of lines) type.sold += quantity;
  }
  return rows;
}

const left = (type: OfferedType): number => type.capacity - type.spare - type.sold;

function firstChoice(types: readonly OfferedType[], quantity: number): Line[] {
  return types.slice(0, 1).map((type) => ({ type, quantity }));
}

/** What somebody takes: one type for the whole group, now and then a second one for friends. */
function chooseLines(random: Random, types: readonly OfferedType[]): Line[] {
  const size = random.weighted(groups, ({ share }) => share).size;
  const fitting = types.filter((type) => left(type) >= size && type.maxPerOrder >= size);
  const type = random.weighted(fitting, ({ demand }) => demand);
  const others = fitting.filter((other) => other !== type);
  if (random.next() > 0.08 || others.length === 0) return [{ type, quantity: size }];
  return [
    { type, quantity: size },
    { type: random.weighted(others, ({ demand }) => demand), quantity: 1 },
  ];
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
