import { route } from '@festivals/contract';
import { z } from 'zod';
import { Line } from '../primitives.ts';

/** A place that the address service knows; what it does not say is empty. */
export const FoundAddress = z.object({
  /** The whole of it on one line. */
  label: z.string(),
  name: z.string(),
  address: z.string(),
  city: z.string(),
  /** ISO 3166-1, two letters; empty where it has none. */
  country: z.string(),
  latitude: z.number(),
  longitude: z.number(),
});
export type FoundAddress = z.infer<typeof FoundAddress>;

export const getAddressService = route({
  method: 'GET',
  path: '/addresses/service',
  permission: 'signed_in',
  summary: 'Whether this installation can look addresses up',
  response: z.object({ available: z.boolean() }),
});

export const searchAddresses = route({
  method: 'GET',
  path: '/addresses',
  permission: 'signed_in',
  summary: 'Look an address up, at most five; asked when somebody presses a button, never while they type',
  query: z.object({ query: Line(200) }),
  response: z.array(FoundAddress),
  errors: ['festival.address_search_off', 'festival.address_search_busy', 'festival.address_search_failed'],
  limit: { times: 20, seconds: 60 },
});
