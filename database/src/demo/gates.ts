import type { DemoFestival } from './festivals.ts';
import type { Row } from './insert-rows.ts';
import type { Random } from './seeded-random.ts';
import type { SitePlace } from './site-place.ts';

/** A gate at each entrance: A, B, C, as crews say it. */
export const gateRows = (
  random: Random,
  festival: DemoFestival,
  places: readonly SitePlace[],
  placeIds: ReadonlyMap<string, string>,
  at: Date,
): Row[] =>
  places
    .filter(({ kind }) => kind === 'ENTRANCE')
    .map(({ key }, index) => ({
      festival_id: festival.id,
      id: random.id(at),
      name: `Porte ${String.fromCodePoint(65 + index)}`,
      place_id: placeIds.get(key),
    }));
