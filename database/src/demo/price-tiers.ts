import { addDays, dateIn, instantOf } from '@festivals/domain/calendar';
import { type DemoFestival, zone } from './festivals.ts';
import type { Names } from './names.ts';
import type { Counted } from './quota-row.ts';
import type { Random } from './seeded-random.ts';

/** A step of a price: until a day of the season at ten, or so many tickets. */
export interface DemoTier {
  name: Names;
  price: number;
  until?: number;
  stock?: number;
}

/** The same in a season that has opened. */
export interface OpenedTier {
  id: string;
  name: Names;
  price: number;
  until: string | null;
  stock: Counted | null;
}

/** Steps with their moments, and with nothing sold. None outlasts the fortnight before the festival. */
export function openTiers(
  random: Random,
  tiers: readonly DemoTier[],
  festival: DemoFestival,
  opened: Date,
): OpenedTier[] {
  const first = dateIn(opened, zone);
  const last = addDays(festival.days.at(0) ?? first, -14);
  const endOf = (day: number) => [addDays(first, day), last].toSorted()[0] ?? last;
  return tiers.map(({ name, price, until, stock }) => ({
    id: random.id(opened),
    name,
    price,
    until: until === undefined ? null : instantOf(endOf(until), '10:00', zone).toISOString(),
    stock: stock === undefined ? null : { id: random.id(opened), capacity: stock, sold: 0 },
  }));
}

/** What is counted of them. */
export const tierQuotas = (tiers: readonly OpenedTier[]): Counted[] =>
  tiers.flatMap(({ stock }) => (stock ? [stock] : []));

/** Steps as the table keeps them. */
export const writtenTiers = (tiers: readonly OpenedTier[]) =>
  tiers.map(({ stock, ...tier }) => ({ ...tier, capacity: stock?.capacity ?? null, quotaId: stock?.id ?? null }));
