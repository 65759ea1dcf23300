import { route } from '@festivals/contract';
import { z } from 'zod';
import { InFestival, Instant } from '../primitives.ts';
import { ArtistAnnouncement, ListedArtist } from './contract.ts';

/** More than any festival books. */
const mostAtOnce = 1000;

export const announceArtists = route({
  method: 'POST',
  path: '/festivals/:festivalId/artists/announcements',
  permission: 'programme.edit',
  summary:
    'Announce many artists at once, from a moment on, or hold them back, all or none; each `version` is the one that is meant',
  params: InFestival,
  body: z.object({
    artists: z
      .array(z.object({ artistId: z.uuid().toLowerCase(), version: z.int().min(1) }))
      .min(1)
      .max(mostAtOnce)
      .refine((all) => new Set(all.map(({ artistId }) => artistId)).size === all.length, { message: 'duplicates' }),
    announcement: ArtistAnnouncement,
    /** From when on they are on the line-up; null where no moment is planned. */
    revealsAt: Instant.nullable().default(null),
  }),
  response: z.array(ListedArtist),
  errors: ['general.not_found', 'general.conflict'],
});
