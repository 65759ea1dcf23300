import type { Festival } from '@festivals/domain/festival/contract';

/** What a ticket's page says of its festival. */
export type HeldFestival = Pick<Festival, 'id' | 'slug' | 'name' | 'startsOn' | 'endsOn' | 'place' | 'languages'>;
