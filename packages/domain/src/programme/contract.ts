import { nothing, queryInteger, route } from '@festivals/contract';
import { z } from 'zod';
import { InFestival, Instant, Line, LocalDate, Localised } from '../primitives.ts';
import { isPossible } from './times.ts';

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

const Version = z.int().min(1);
const versioned = { version: Version };

/** A stage as its editors see it. */
export const DraftStage = Stage.extend(versioned).meta({ id: 'DraftStage' });
export type DraftStage = z.infer<typeof DraftStage>;

const Link = z.url({ protocol: /^https?$/, hostname: z.regexes.domain, normalize: true }).max(300);

/** An artist as its editors see it: also one who has no set yet. */
export const DraftArtist = Artist.extend({ links: z.array(Link), ...versioned }).meta({ id: 'DraftArtist' });
export type DraftArtist = z.infer<typeof DraftArtist>;

/** A set as its editors see it: also one that may not happen, or whose artist is to be announced. */
export const DraftSlot = Slot.extend({
  artistId: z.uuid().nullable(),
  /** What stands in the programme while there is no artist, or instead of one. */
  title: z.string().nullable(),
  ...versioned,
}).meta({ id: 'DraftSlot' });
export type DraftSlot = z.infer<typeof DraftSlot>;

export const ProgrammeDraft = z
  .object({ stages: z.array(DraftStage), artists: z.array(DraftArtist), slots: z.array(DraftSlot) })
  .meta({ id: 'ProgrammeDraft' });
export type ProgrammeDraft = z.infer<typeof ProgrammeDraft>;

export const NewStage = z.object({ name: Line(80), placeId: z.uuid().nullable().default(null) });

const artistFields = {
  name: Line(120),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  genres: z
    .array(Line(40))
    .max(20)
    .refine((all) => new Set(all).size === all.length, { message: 'duplicates' }),
  bio: Localised(5000),
  links: z.array(Link).max(20),
  billing: Artist.shape.billing,
};
export const NewArtist = z.object({
  ...artistFields,
  country: artistFields.country.default(null),
  genres: artistFields.genres.default([]),
  bio: artistFields.bio.default({}),
  links: artistFields.links.default([]),
  billing: artistFields.billing.default(4),
});

/** The festival day is no field: it follows from when a set starts. */
const slotFields = {
  stageId: z.uuid(),
  artistId: z.uuid().nullable(),
  title: Line(120).nullable(),
  startsAt: Instant,
  endsAt: Instant,
  status: SlotStatus,
};
export const NewSlot = z
  .object({
    ...slotFields,
    artistId: slotFields.artistId.default(null),
    title: slotFields.title.default(null),
    status: slotFields.status.default('PENDING'),
  })
  .refine(isPossible, { path: ['endsAt'], message: 'impossible_times' })
  .refine(({ artistId, title }) => artistId !== null || title !== null, { path: ['title'], message: 'no_artist' });

export const SlotMove = z
  .object({ slotId: z.uuid(), version: Version, stageId: z.uuid(), startsAt: Instant, endsAt: Instant })
  .refine(isPossible, { path: ['endsAt'], message: 'impossible_times' });
export type SlotMove = z.infer<typeof SlotMove>;

const changesOf = <S extends z.ZodRawShape>(fields: S) =>
  z.object({ version: Version, changes: z.object(fields).partial() });
/** Which version somebody means to delete. */
const OfVersion = z.object({ version: queryInteger().min(1) });
const OnStage = InFestival.extend({ stageId: z.uuid() });
const OnArtist = InFestival.extend({ artistId: z.uuid() });
const OnSlot = InFestival.extend({ slotId: z.uuid() });

export const getProgrammeDraft = route({
  method: 'GET',
  path: '/festivals/:festivalId/programme/draft',
  permission: 'programme.read',
  summary: 'The whole programme: also pending and cancelled sets, and artists without any',
  params: InFestival,
  response: ProgrammeDraft,
});

export const createStage = route({
  method: 'POST',
  path: '/festivals/:festivalId/stages',
  permission: 'programme.edit',
  idempotent: true,
  summary: 'Add a stage after the others',
  params: InFestival,
  body: NewStage,
  response: DraftStage,
  status: 201,
  errors: ['general.not_found'],
});

export const orderStages = route({
  method: 'PUT',
  path: '/festivals/:festivalId/stages/order',
  permission: 'programme.edit',
  summary: 'Put all stages in order; refused when they are no longer these',
  params: InFestival,
  body: z.object({ stageIds: z.array(z.uuid()).min(1).max(1000) }),
  response: z.array(DraftStage),
  errors: ['general.conflict'],
});

export const updateStage = route({
  method: 'PATCH',
  path: '/festivals/:festivalId/stages/:stageId',
  permission: 'programme.edit',
  summary: 'Change a stage; `version` is the one that the change was made from',
  params: OnStage,
  body: changesOf({ name: NewStage.shape.name, placeId: z.uuid().nullable() }),
  response: DraftStage,
  errors: ['general.not_found', 'general.conflict'],
});

export const deleteStage = route({
  method: 'DELETE',
  path: '/festivals/:festivalId/stages/:stageId',
  permission: 'programme.edit',
  summary: 'Take a stage away on which nobody plays',
  params: OnStage,
  query: OfVersion,
  response: nothing(),
  errors: ['general.not_found', 'general.conflict', 'programme.in_use'],
});

export const createArtist = route({
  method: 'POST',
  path: '/festivals/:festivalId/artists',
  permission: 'programme.edit',
  idempotent: true,
  summary: 'Add an artist; the address follows from the name and stays',
  params: InFestival,
  body: NewArtist,
  response: DraftArtist,
  status: 201,
});

export const updateArtist = route({
  method: 'PATCH',
  path: '/festivals/:festivalId/artists/:artistId',
  permission: 'programme.edit',
  summary: 'Change an artist; `version` is the one that the change was made from',
  params: OnArtist,
  body: changesOf(artistFields),
  response: DraftArtist,
  errors: ['general.not_found', 'general.conflict'],
});

export const deleteArtist = route({
  method: 'DELETE',
  path: '/festivals/:festivalId/artists/:artistId',
  permission: 'programme.edit',
  summary: 'Take an artist away who has no set',
  params: OnArtist,
  query: OfVersion,
  response: nothing(),
  errors: ['general.not_found', 'general.conflict', 'programme.in_use'],
});

export const createSlot = route({
  method: 'POST',
  path: '/festivals/:festivalId/slots',
  permission: 'programme.edit',
  idempotent: true,
  summary: 'Add a set',
  params: InFestival,
  body: NewSlot,
  response: DraftSlot,
  status: 201,
  errors: ['general.not_found', 'programme.overlap'],
});

export const updateSlot = route({
  method: 'PATCH',
  path: '/festivals/:festivalId/slots/:slotId',
  permission: 'programme.edit',
  summary: 'Change a set; `version` is the one that the change was made from',
  params: OnSlot,
  body: changesOf(slotFields),
  response: DraftSlot,
  errors: ['general.not_found', 'general.conflict', 'programme.overlap'],
});

export const deleteSlot = route({
  method: 'DELETE',
  path: '/festivals/:festivalId/slots/:slotId',
  permission: 'programme.edit',
  summary: 'Take a set out of the programme',
  params: OnSlot,
  query: OfVersion,
  response: nothing(),
  errors: ['general.not_found', 'general.conflict'],
});

export const moveSlots = route({
  method: 'POST',
  path: '/festivals/:festivalId/slots/moves',
  permission: 'programme.edit',
  summary: 'Move sets to other times and stages, all or none: two may swap',
  params: InFestival,
  body: z.object({
    moves: z
      .array(SlotMove)
      .min(1)
      .max(200)
      .refine((moves) => new Set(moves.map(({ slotId }) => slotId)).size === moves.length, { message: 'duplicates' }),
  }),
  response: z.array(DraftSlot),
  errors: ['general.not_found', 'general.conflict', 'programme.overlap'],
});
