import { page, PageQuery, route } from '@festivals/contract';
import { z } from 'zod';
import { isZone } from '../calendar.ts';
import { Currency, FestivalId, InFestival, Instant, Language, Line, LocalDate, Localised } from '../primitives.ts';
import { reservedSlugs } from './reserved-slugs.ts';

/** DRAFT → PUBLISHED → ONGOING → COMPLETED, or CANCELLED. */
export const FestivalStatus = z.enum(['DRAFT', 'PUBLISHED', 'ONGOING', 'COMPLETED', 'CANCELLED']);
export type FestivalStatus = z.infer<typeof FestivalStatus>;

export const Slug = z
  .string()
  .min(3)
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { message: 'slug' });

/** An address that a festival may choose for itself. */
export const FreeSlug = Slug.refine((slug) => !reservedSlugs.has(slug), { message: 'reserved' });

export const Place = z.object({
  name: Line(120),
  address: Line(200),
  city: Line(120),
  country: z.string().regex(/^[A-Z]{2}$/),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

/** What makes the festival's page its own: everything drawn follows from it. */
export const Theme = z.object({
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  palette: z.enum(['sunset', 'forest', 'ocean', 'neon', 'desert', 'dawn']),
});
export type Theme = z.infer<typeof Theme>;

const identity = {
  name: Line(120),
  slug: FreeSlug,
  tagline: Localised(200),
  description: Localised(5000),
  startsOn: LocalDate,
  endsOn: LocalDate,
  zone: z.string().refine(isZone, { message: 'zone' }),
  place: Place,
  currency: Currency,
  languages: z
    .array(Language)
    .min(1)
    .refine((all) => new Set(all).size === all.length, { message: 'duplicates' }),
  theme: Theme,
};

const inOrder = (dates: { startsOn?: string | undefined; endsOn?: string | undefined }) =>
  !dates.startsOn || !dates.endsOn || dates.startsOn <= dates.endsOn;

export const NewFestival = z
  .object({
    ...identity,
    tagline: identity.tagline.default({}),
    description: identity.description.default({}),
    theme: identity.theme.optional(),
  })
  .refine(inOrder, { path: ['endsOn'], message: 'ends_before_start' });

export const Festival = z
  .object({
    id: FestivalId,
    status: FestivalStatus,
    ...identity,
    slug: Slug,
    version: z.int(),
    createdAt: Instant,
    publishedAt: Instant.nullable(),
  })
  .meta({ id: 'Festival' });
export type Festival = z.infer<typeof Festival>;

export const listFestivals = route({
  method: 'GET',
  path: '/festivals',
  permission: 'public',
  summary: 'Published festivals: those to come, the next first, then those that are over',
  query: PageQuery,
  response: page(Festival),
});

export const listMyFestivals = route({
  method: 'GET',
  path: '/festivals/mine',
  permission: 'signed_in',
  summary: 'Festivals in whose team I am',
  query: PageQuery,
  response: page(Festival),
});

export const createFestival = route({
  method: 'POST',
  path: '/festivals',
  permission: 'signed_in',
  idempotent: true,
  summary: 'Create a festival in draft and become its organiser',
  body: NewFestival,
  response: Festival,
  status: 201,
  errors: ['festival.slug_taken', 'identity.email_not_verified'],
});

export const getFestivalBySlug = route({
  method: 'GET',
  path: '/festivals/by-slug/:slug',
  permission: 'public',
  summary: 'A published festival by its address',
  params: z.object({ slug: Slug }),
  response: Festival,
  errors: ['general.not_found'],
});

export const getFestival = route({
  method: 'GET',
  path: '/festivals/:festivalId',
  permission: 'public',
  summary: 'A festival: published ones for everyone, drafts for their team',
  params: InFestival,
  response: Festival,
  errors: ['general.not_found'],
});

export const updateFestival = route({
  method: 'PATCH',
  path: '/festivals/:festivalId',
  permission: 'festival.edit',
  summary: 'Change a festival; `version` is the one that the change was made from',
  params: InFestival,
  body: z.object({ version: z.int(), changes: z.object(identity).partial() }),
  response: Festival,
  errors: ['festival.slug_taken', 'general.conflict', 'general.validation_failed'],
});

/** What still stands between a draft and its publication. */
export const Blocker = z.enum(['tagline', 'description', 'ticket_type', 'dates_past']);
export type Blocker = z.infer<typeof Blocker>;

export const getReadiness = route({
  method: 'GET',
  path: '/festivals/:festivalId/readiness',
  permission: 'festival.read',
  summary: 'What blocks the festival from being published',
  params: InFestival,
  response: z.object({ status: FestivalStatus, blockers: z.array(Blocker) }),
});

export const moveFestival = route({
  method: 'POST',
  path: '/festivals/:festivalId/status',
  permission: 'festival.publish',
  idempotent: true,
  summary: 'Publish, open, close or cancel a festival',
  params: InFestival,
  body: z.object({ to: FestivalStatus }),
  response: Festival,
  errors: ['festival.not_ready', 'festival.illegal_transition'],
});
