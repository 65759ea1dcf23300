import { bytes, route } from '@festivals/contract';
import { z } from 'zod';
import { InFestival, Instant } from '../../primitives.ts';
import { readChoice } from './choice.ts';
import { mostFavourites } from './favourites.ts';

/** An artist or a set, chosen or taken back at a moment. */
export const FavouriteView = z
  .object({ kind: z.enum(['artist', 'set']), id: z.uuid().toLowerCase(), chosen: z.boolean(), changedAt: Instant })
  .meta({ id: 'Favourite' });

export const getFavourites = route({
  method: 'GET',
  path: '/me/festivals/:festivalId/favourites',
  permission: 'signed_in',
  summary: 'What I mean to see at a festival, with what I took back',
  params: InFestival,
  response: z.array(FavouriteView),
  errors: ['general.not_found'],
});

export const joinFavourites = route({
  method: 'PUT',
  path: '/me/festivals/:festivalId/favourites',
  permission: 'signed_in',
  summary:
    'Join a device’s favourites with mine: of each artist and set the later word counts, to the same effect however often it is sent',
  params: InFestival,
  body: z.object({ favourites: z.array(FavouriteView).max(mostFavourites) }),
  response: z.array(FavouriteView),
  errors: ['general.not_found'],
});

export const feedChosenIcs = route({
  method: 'GET',
  path: '/festivals/:festivalId/programme/feed/chosen.ics',
  permission: 'public',
  summary: 'The sets of a choice as a calendar to subscribe to; the choice is in the address and kept nowhere',
  params: InFestival,
  query: z.object({
    /** What `writeChoice` wrote. */
    sets: z
      .string()
      .max(2000)
      .refine((text) => readChoice(text) !== null, { message: 'no_choice' }),
  }),
  response: bytes('text/calendar; charset=utf-8'),
  errors: ['general.not_found'],
  limit: { times: 120, seconds: 60, per: 'address' },
});
