import { route } from '@festivals/contract';
import { z } from 'zod';
import { InFestival, Instant, LocalDate, Localised } from '../primitives.ts';

export const Stage = z
  .object({ id: z.uuid(), name: z.string(), placeId: z.uuid().nullable(), order: z.int() })
  .meta({ id: 'Stage' });

export const Artist = z
  .object({
    id: z.uuid(),
    name: z.string(),
    slug: z.string(),
    country: z.string().nullable(),
    genres: z.array(z.string()),
    bio: Localised(5000),
    /** 1 headlines, 2 and 3 follow, 4 is everyone else: the size of the name on the poster. */
    billing: z.int().min(1).max(4),
  })
  .meta({ id: 'Artist' });

export const SlotStatus = z.enum(['PENDING', 'CONFIRMED', 'CANCELLED']);

/** One set: an artist on a stage. `day` is the festival day, which ends with the night, not at midnight. */
export const Slot = z
  .object({
    id: z.uuid(),
    stageId: z.uuid(),
    artistId: z.uuid(),
    day: LocalDate,
    startsAt: Instant,
    endsAt: Instant,
    status: SlotStatus,
  })
  .meta({ id: 'Slot' });

export const Programme = z
  .object({ stages: z.array(Stage), artists: z.array(Artist), slots: z.array(Slot) })
  .meta({ id: 'Programme' });
export type Programme = z.infer<typeof Programme>;

export const getProgramme = route({
  method: 'GET',
  path: '/festivals/:festivalId/programme',
  permission: 'public',
  summary: 'Stages, artists and confirmed sets',
  params: InFestival,
  response: Programme,
  errors: ['general.not_found'],
});
