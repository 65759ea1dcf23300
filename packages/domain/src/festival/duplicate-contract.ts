import { route } from '@festivals/contract';
import { z } from 'zod';
import { InFestival, Line } from '../primitives.ts';
import { Festival, FestivalDate, FreeSlug } from './contract.ts';

/** What goes along into next year's festival, in the order of the preview. */
export const CopiedThing = z.enum([
  'texts',
  'pictures',
  'places',
  'stages',
  'artists',
  'slots',
  'stands',
  'products',
  'ticket_types',
  'members',
]);
export type CopiedThing = z.infer<typeof CopiedThing>;

export const previewDuplicate = route({
  method: 'GET',
  path: '/festivals/:festivalId/duplicate',
  permission: 'festival.edit',
  summary: 'How much of each thing a duplicate would hold',
  params: InFestival,
  response: z.array(z.object({ thing: CopiedThing, count: z.int() })),
  errors: ['general.not_found'],
});

export const duplicateFestival = route({
  method: 'POST',
  path: '/festivals/:festivalId/duplicate',
  permission: 'festival.edit',
  idempotent: true,
  summary:
    'Make a new draft of everything encoded, its dates moved by whole days; nothing sold and nobody scanned goes along',
  params: InFestival,
  body: z.object({
    name: Line(120),
    slug: FreeSlug,
    /** The new first day; all other dates move as far. */
    startsOn: FestivalDate,
    /** Also the sets, each waiting for its confirmation. */
    slots: z.boolean().default(false),
    /** Also the team with its roles. */
    team: z.boolean().default(false),
  }),
  response: Festival,
  status: 201,
  errors: ['general.not_found', 'festival.slug_taken', 'identity.email_not_verified'],
});
