import { route } from '@festivals/contract';
import { z } from 'zod';
import { InFestival } from '../primitives.ts';
import { Artist, ArtistLink, Slot, Stage } from './contract.ts';

/** An artist as a line-up and a timetable name them: without the long texts, which thousands of artists would make heavy. */
export const LineUpArtist = Artist.omit({ bio: true })
  .extend({
    /** What the name is sorted by where that is not the name. */
    sortName: z.string().nullable(),
  })
  .meta({ id: 'LineUpArtist' });
export type LineUpArtist = z.infer<typeof LineUpArtist>;

export const LineUp = z
  .object({ stages: z.array(Stage), artists: z.array(LineUpArtist), slots: z.array(Slot) })
  .meta({ id: 'LineUp' });
export type LineUp = z.infer<typeof LineUp>;

export const getLineUp = route({
  method: 'GET',
  path: '/festivals/:festivalId/programme/line-up',
  permission: 'public',
  summary: 'The programme as everyone may know it, its artists without their long texts',
  params: InFestival,
  response: LineUp,
  errors: ['general.not_found'],
});

/** An artist as their own page tells of them. */
export const PublicArtist = Artist.extend({ links: z.array(ArtistLink) }).meta({ id: 'PublicArtist' });
export type PublicArtist = z.infer<typeof PublicArtist>;

export const getPublicArtist = route({
  method: 'GET',
  path: '/festivals/:festivalId/programme/artists/:artistSlug',
  permission: 'public',
  summary: 'An artist of whom everyone may know that they play; nobody finds a secret one by guessing',
  params: InFestival.extend({
    artistSlug: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .max(80),
  }),
  response: PublicArtist,
  errors: ['general.not_found'],
});
