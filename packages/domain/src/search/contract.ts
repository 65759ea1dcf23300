import { route } from '@festivals/contract';
import { z } from 'zod';
import { FestivalId, InFestival, Instant, Line } from '../primitives.ts';

/** What can be found by its name in a festival, in the order in which it is shown. */
export const FoundKind = z.enum([
  'artist',
  'slot',
  'stage',
  'stand',
  'product',
  'place',
  'gate',
  'ticketType',
  'order',
  'person',
  'device',
]);
export type FoundKind = z.infer<typeof FoundKind>;

/** Something that was found, with as much as is needed to know it again and to open it. */
export const Found = z
  .object({
    kind: FoundKind,
    id: z.uuid(),
    /** Its name, in the caller's language where it has several. */
    title: z.string(),
    /** What tells it from its like: a set's stage, a product's stand, a place's kind, a gate's entrance, an order's reference and address. */
    detail: z.string().nullable(),
    /** Where it belongs, if it is shown there: a product's stand. */
    parentId: z.uuid().nullable(),
    /** When a set begins, when an order was placed. */
    at: Instant.nullable(),
    festival: z.object({ id: FestivalId, slug: z.string(), name: z.string(), zone: z.string() }),
  })
  .meta({ id: 'Found' });
export type Found = z.infer<typeof Found>;

const Sought = z.object({ q: Line(100) });

export const searchFestival = route({
  method: 'GET',
  path: '/festivals/:festivalId/search',
  permission: 'festival.read',
  summary:
    'What in a festival bears a name like this, of what the caller may see; accents and a slip of the finger are forgiven',
  params: InFestival,
  query: Sought,
  response: z.array(Found),
  errors: ['general.not_found'],
});

export const searchMine = route({
  method: 'GET',
  path: '/search',
  permission: 'signed_in',
  summary: 'The same in all festivals in whose team I am, the latest festival first',
  query: Sought,
  response: z.array(Found),
});
