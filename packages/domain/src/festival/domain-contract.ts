/** A festival's own domain: its site answers there too, and calls that address its true one. */
import { nothing, queryInteger, route } from '@festivals/contract';
import { z } from 'zod';
import { InFestival, Instant } from '../primitives.ts';
import { Slug } from './contract.ts';

/** A name of the DNS as a browser sends it: lower case, letters beyond ASCII in their `xn--` form. */
export const Host = z
  .string()
  .max(253)
  .regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/, { message: 'host' });

export const FestivalDomain = z
  .object({
    host: Host,
    /** Null until the record was found; until then nothing is answered there. */
    confirmedAt: Instant.nullable(),
    /** Since when its record is not in the DNS any more; null while it is, as far as was looked. */
    lostAt: Instant.nullable(),
    /** Until when a domain whose record is gone is still answered to. */
    endsAt: Instant.nullable(),
    /** The TXT record that proves whose the domain is. */
    record: z.object({ name: z.string(), value: z.string() }),
    version: z.int().min(1),
  })
  .meta({ id: 'FestivalDomain' });
export type FestivalDomain = z.infer<typeof FestivalDomain>;

/** How many addresses of before a festival may keep: nobody collects the names of others. */
export const mostFormerAddresses = 20;

/** An address on the platform that a festival had while everyone could see it: it leads on to the one of now, and is nobody else's. */
export const FormerAddress = z.object({ slug: Slug, address: z.url(), leftAt: Instant }).meta({ id: 'FormerAddress' });
export type FormerAddress = z.infer<typeof FormerAddress>;

export const getDomain = route({
  method: 'GET',
  path: '/festivals/:festivalId/domain',
  permission: 'festival.edit',
  summary: 'The festival’s own domain, and where it is found without one',
  params: InFestival,
  response: z.object({
    domain: FestivalDomain.nullable(),
    /** Its address on the platform, which it has in any case. */
    address: z.url(),
    /** The host at which the domain’s record (CNAME or A) has to point. */
    target: z.string(),
    /** The address that the festival has by itself below the installation’s own domain; null where there is none. */
    given: z.string().nullable(),
    /** Addresses that it had before, the last one first. */
    former: z.array(FormerAddress),
  }),
});

export const claimDomain = route({
  method: 'PUT',
  path: '/festivals/:festivalId/domain',
  permission: 'festival.edit',
  summary: 'Say which domain is the festival’s; `version` is 0 where there was none. It answers once it is confirmed',
  params: InFestival,
  body: z.object({ host: Host, version: z.int().min(0) }),
  response: FestivalDomain,
  errors: ['general.conflict', 'festival.domain_ours'],
});

export const confirmDomain = route({
  method: 'POST',
  path: '/festivals/:festivalId/domain/confirm',
  permission: 'festival.edit',
  summary:
    'Look for the record that proves whose the domain is; from then on the site answers there, or again where it was lost',
  params: InFestival,
  body: z.object({ version: z.int().min(1) }),
  response: FestivalDomain,
  errors: ['general.not_found', 'general.conflict', 'festival.domain_unproven', 'festival.domain_taken'],
});

export const removeDomain = route({
  method: 'DELETE',
  path: '/festivals/:festivalId/domain',
  permission: 'festival.edit',
  summary: 'Give the domain up: the site answers there no more',
  params: InFestival,
  query: z.object({ version: queryInteger().min(1) }),
  response: nothing(),
  errors: ['general.not_found', 'general.conflict'],
});

export const giveUpAddress = route({
  method: 'DELETE',
  path: '/festivals/:festivalId/former-addresses/:slug',
  permission: 'festival.edit',
  summary: 'Give up an address that the festival had before: it leads nowhere any more, and any festival may take it',
  params: InFestival.extend({ slug: Slug }),
  response: nothing(),
  errors: ['general.not_found'],
});
