import type { Festival } from '@festivals/domain/festival/contract';

/** What an order's page shows of its festival. */
export type OrderFestival = Pick<
  Festival,
  'id' | 'slug' | 'name' | 'startsOn' | 'endsOn' | 'place' | 'theme' | 'languages'
>;
