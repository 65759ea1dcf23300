import type { Festival } from '@festivals/domain/festival/contract';

/** What the shop says of its festival. */
export type ShopFestival = Pick<Festival, 'id' | 'slug' | 'name' | 'zone' | 'currency' | 'languages'>;
