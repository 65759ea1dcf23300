import { page, PageQuery, route } from '@festivals/contract';
import { z } from 'zod';
import { defaultCutOff, isZone } from '../calendar.ts';
import { Picture } from '../media/contract.ts';
import { Currency, FestivalId, InFestival, Instant, Language, Line, LocalDate, Localised } from '../primitives.ts';
import { weaknesses } from './accent.ts';
import { reservedSlugs } from './reserved-slugs.ts';
import { endsAfterStart, isSeason } from './season.ts';

/** DRAFT → PUBLISHED → ONGOING → COMPLETED, or CANCELLED. */
export const FestivalStatus = z.enum(['DRAFT', 'PUBLISHED', 'ONGOING', 'COMPLETED', 'CANCELLED']);
export type FestivalStatus = z.infer<typeof FestivalStatus>;

export const Slug = z
  .string()
  .min(3)
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { message: 'slug' });

/** A day on which a festival may be. */
export const FestivalDate = LocalDate.refine((date) => date >= '1900' && date < '2200', { message: 'far_off' });

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
  palette: z.enum(['sunset', 'forest', 'ocean', 'neon', 'desert', 'dawn', 'meadow', 'brass', 'midnight']),
  /** What is drawn; left out, `stage`: a great stage under a wide sky. */
  artwork: z.enum(['stage', 'city', 'valley', 'brass', 'waves', 'dunes']).optional(),
  /** A colour of its own for buttons and links, strong enough to be seen on light and dark; left out, the palette's. */
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .refine((accent) => weaknesses(accent).length === 0, { message: 'too_weak' })
    .optional(),
  /** The pair of faces that headlines and texts are set in; left out, `poster`. */
  typeface: z
    .enum(['poster', 'plain', 'classic', 'round', 'typewriter', 'wide', 'storybook', 'elegant', 'tall'])
    .optional(),
  /** How corners are cut; left out, `soft`. */
  corners: z.enum(['sharp', 'soft', 'round', 'pill']).optional(),
  /** How headlines are written; left out, `loud`: the poster's largest names in capitals, the others as they come. */
  lettering: z.enum(['loud', 'plain', 'capitals', 'small']).optional(),
  /** How the poster is set: on an axis, from the left edge, or as a bill between rules. Left out, `centred`. */
  layout: z.enum(['centred', 'left', 'bill']).optional(),
  /** How much air is between the parts of a page; left out, `even`. */
  rhythm: z.enum(['close', 'even', 'airy']).optional(),
  /** Whether the page is dark for a reader who chose nothing; left out, `reader`: as their device is. */
  light: z.enum(['reader', 'night']).optional(),
});
export type Theme = z.infer<typeof Theme>;

const identity = {
  name: Line(120),
  slug: FreeSlug,
  tagline: Localised(200),
  description: Localised(5000),
  startsOn: FestivalDate,
  endsOn: FestivalDate,
  zone: z.string().refine(isZone, { message: 'zone' }),
  /** The hour at which a festival's day ends: what begins before it belongs to the evening before. */
  cutOff: z.int().min(0).max(11),
  place: Place,
  currency: Currency,
  languages: z
    .array(Language)
    .min(1)
    .refine((all) => new Set(all).size === all.length, { message: 'duplicates' }),
  /** What is played, in the organiser's own words, the first first. */
  genres: z
    .array(Line(40))
    .max(12)
    .refine((all) => new Set(all.map((one) => one.toLowerCase())).size === all.length, { message: 'duplicates' }),
  theme: Theme,
};

export const NewFestival = z
  .object({
    ...identity,
    tagline: identity.tagline.default({}),
    description: identity.description.default({}),
    cutOff: identity.cutOff.default(defaultCutOff),
    genres: identity.genres.default([]),
    theme: identity.theme.optional(),
  })
  .refine(endsAfterStart, { path: ['endsOn'], message: 'ends_before_start' })
  .refine(isSeason, { path: ['endsOn'], message: 'too_many_days' });

/** What a festival shows of itself. */
export const FestivalPictures = z.object({
  /** Heads its page, in place of the artwork. */
  cover: Picture.nullable(),
  logo: Picture.nullable(),
  gallery: z.array(Picture),
});
export type FestivalPictures = z.infer<typeof FestivalPictures>;

export const Festival = z
  .object({
    id: FestivalId,
    status: FestivalStatus,
    ...identity,
    slug: Slug,
    startsOn: LocalDate,
    endsOn: LocalDate,
    pictures: FestivalPictures,
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

export const findMyFestival = route({
  method: 'GET',
  path: '/festivals/mine/by-slug/:slug',
  permission: 'signed_in',
  summary:
    'Which festival of mine has an address, or had it before: `slug` is the one it has now; `null` where none of mine does',
  params: z.object({ slug: Slug }),
  response: z.object({ festival: Festival.pick({ id: true, slug: true }).nullable() }),
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
  summary: 'A published festival by its address, or by one that it had before: `slug` is the one it has now',
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
  errors: ['festival.slug_taken', 'festival.too_many_addresses', 'general.conflict', 'general.validation_failed'],
});

const PictureIds = z
  .array(z.uuid())
  .max(60)
  .refine((all) => new Set(all).size === all.length, { message: 'duplicates' });

export const showPictures = route({
  method: 'PUT',
  path: '/festivals/:festivalId/pictures/shown',
  permission: 'festival.edit',
  summary: 'Choose what the festival shows of itself; refused when it no longer shows what the caller saw',
  params: InFestival,
  body: z
    .object({ use: z.enum(['COVER', 'LOGO', 'GALLERY']), was: PictureIds, now: PictureIds })
    .refine(({ use, now }) => use === 'GALLERY' || now.length <= 1, { path: ['now'], message: 'one_at_most' }),
  response: Festival,
  errors: ['general.not_found', 'general.conflict', 'media.picture_gone'],
});

/** What still stands between a draft and its publication. */
export const Blocker = z.enum(['tagline', 'description', 'ticket_type', 'dates_past']);
export type Blocker = z.infer<typeof Blocker>;

/** What a good festival has and may be published without, in the order in which one would do it. */
export const Advice = z.enum(['contact', 'legal', 'vat', 'policies', 'faq', 'programme', 'map', 'stands', 'team']);
export type Advice = z.infer<typeof Advice>;

/** What to think of before a step that is allowed. */
export const Caution = z.enum(['before_first_day', 'before_last_day']);
export type Caution = z.infer<typeof Caution>;

export const getReadiness = route({
  method: 'GET',
  path: '/festivals/:festivalId/readiness',
  permission: 'festival.read',
  summary:
    'What blocks the festival from being published, what it should still have, and what to know before each step',
  params: InFestival,
  response: z.object({
    status: FestivalStatus,
    blockers: z.array(Blocker),
    advice: z.array(Advice),
    /** The steps that its life may take from here. */
    steps: z.array(z.object({ to: FestivalStatus, blockers: z.array(Blocker), cautions: z.array(Caution) })),
  }),
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
