import { nothing, page, PageQuery, queryInteger, route } from '@festivals/contract';
import { z } from 'zod';
import { OpeningHours, WeekOfHours } from '../places/opening-hours.ts';
import { Amount, Cents, Currency, InFestival, Instant, Line, LocalDate, Localised, Text } from '../primitives.ts';
import { belongsTo, LinkKind } from './link-kind.ts';
import { isPossible, nonsenseOf } from './times.ts';
import { Picture, PictureChange } from '../media/contract.ts';

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
    picture: Picture.nullable(),
  })
  .meta({ id: 'Artist' });

export const SlotStatus = z.enum(['PENDING', 'CONFIRMED', 'CANCELLED']);

/**
 * One set: somebody on a stage. `day` is the festival day, which ends with the night, not at midnight.
 * Where there is neither artist nor title, who plays is yet to be announced.
 */
export const Slot = z
  .object({
    id: z.uuid(),
    stageId: z.uuid(),
    artistId: z.uuid().nullable(),
    /** Who plays with the artist, back to back. */
    withArtistIds: z.array(z.uuid()).default([]),
    /** What is played, where it is more or other than its artist. */
    title: z.string().nullable().default(null),
    day: LocalDate,
    startsAt: Instant,
    endsAt: Instant,
    status: SlotStatus,
    /** The set that this one takes over, and with which alone it shares its stage. */
    overlaysId: z.uuid().nullable().default(null),
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
  summary: 'Stages, artists and the sets that are sure, or were until they were cancelled',
  params: InFestival,
  response: Programme,
  errors: ['general.not_found'],
});

const Version = z.int().min(1);
const versioned = { version: Version };

/** A stage as its editors see it; without hours it is open whenever there is a set. */
export const DraftStage = Stage.extend({ hours: z.array(OpeningHours), ...versioned }).meta({ id: 'DraftStage' });
export type DraftStage = z.infer<typeof DraftStage>;

/** An address of an artist, of what it is. */
export const ArtistLink = z
  .object({ kind: LinkKind, url: z.url({ protocol: /^https$/, hostname: z.regexes.domain, normalize: true }).max(300) })
  .refine(belongsTo, { path: ['url'], message: 'wrong_site' });
export type ArtistLink = z.infer<typeof ArtistLink>;

/** How everyone comes to know of an artist: by a set of theirs that is told of, by themselves before any set is, or not even by their sets. */
export const ArtistAnnouncement = z.enum(['BY_SETS', 'ANNOUNCED', 'HELD_BACK']);
export type ArtistAnnouncement = z.infer<typeof ArtistAnnouncement>;

/** An artist as the timetable knows them: also one who has no set yet. */
export const ListedArtist = Artist.omit({ bio: true })
  .extend({
    /** What the name is sorted by where that is not the name: `Beatles, The`, or a transcription. */
    sortName: z.string().nullable(),
    announcement: ArtistAnnouncement.default('BY_SETS'),
    /** From when on they are on the line-up, as if announced; null until somebody does it by hand. */
    revealsAt: Instant.nullable().default(null),
    ...versioned,
  })
  .meta({ id: 'ListedArtist' });
export type ListedArtist = z.infer<typeof ListedArtist>;

/** Everything about an artist but the fee. */
export const DraftArtist = ListedArtist.extend({
  bio: Localised(5000),
  links: z.array(ArtistLink),
  /** What the artist needs on the day; for the team alone. */
  rider: z.string(),
  /** How many guests the artist may bring. */
  guestQuota: z.int(),
}).meta({ id: 'DraftArtist' });
export type DraftArtist = z.infer<typeof DraftArtist>;

/** How much everyone is told: all of it, that somebody plays, or nothing. */
export const Announcement = z.enum(['OPEN', 'TBA', 'SECRET']);
export type Announcement = z.infer<typeof Announcement>;

/** A set as its editors see it: also one that may not happen, or of which not all is told yet. */
export const DraftSlot = Slot.extend({
  announcement: Announcement,
  /** From when on everything is told; null until somebody does it by hand. */
  revealsAt: Instant.nullable(),
  /** Minutes that the stage needs before and after the set. */
  setupMinutes: z.int(),
  teardownMinutes: z.int(),
  ...versioned,
}).meta({ id: 'DraftSlot' });
export type DraftSlot = z.infer<typeof DraftSlot>;

export const ProgrammeDraft = z
  .object({ stages: z.array(DraftStage), artists: z.array(ListedArtist), slots: z.array(DraftSlot) })
  .meta({ id: 'ProgrammeDraft' });
export type ProgrammeDraft = z.infer<typeof ProgrammeDraft>;

export const NewStage = z.object({
  name: Line(80),
  placeId: z.uuid().nullable().default(null),
  hours: WeekOfHours.default([]),
});

const artistFields = {
  name: Line(120),
  sortName: Line(120).nullable(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  genres: z
    .array(Line(40))
    .max(20)
    .refine((all) => new Set(all).size === all.length, { message: 'duplicates' }),
  bio: Localised(5000),
  links: z.array(ArtistLink).max(20),
  rider: Text(10_000),
  guestQuota: z.int().min(0).max(1000),
  billing: Artist.shape.billing,
  announcement: ArtistAnnouncement,
  revealsAt: Instant.nullable(),
};
export const NewArtist = z.object({
  ...artistFields,
  sortName: artistFields.sortName.default(null),
  country: artistFields.country.default(null),
  genres: artistFields.genres.default([]),
  bio: artistFields.bio.default({}),
  links: artistFields.links.default([]),
  rider: artistFields.rider.default(''),
  guestQuota: artistFields.guestQuota.default(0),
  billing: artistFields.billing.default(4),
  announcement: artistFields.announcement.default('BY_SETS'),
  revealsAt: artistFields.revealsAt.default(null),
});

const ChangeoverMinutes = z.int().min(0).max(720);

/** The festival day is no field: it follows from when a set starts. */
const slotFields = {
  stageId: z.uuid(),
  artistId: z.uuid().nullable(),
  withArtistIds: z
    .array(z.uuid())
    .max(9)
    .refine((ids) => new Set(ids).size === ids.length, { message: 'duplicates' }),
  title: Line(120).nullable(),
  startsAt: Instant,
  endsAt: Instant,
  status: SlotStatus,
  announcement: Announcement,
  revealsAt: Instant.nullable(),
  setupMinutes: ChangeoverMinutes,
  teardownMinutes: ChangeoverMinutes,
  overlaysId: z.uuid().nullable(),
};
export const NewSlot = z
  .object({
    ...slotFields,
    artistId: slotFields.artistId.default(null),
    withArtistIds: slotFields.withArtistIds.default([]),
    title: slotFields.title.default(null),
    status: slotFields.status.default('PENDING'),
    announcement: slotFields.announcement.default('OPEN'),
    revealsAt: slotFields.revealsAt.default(null),
    setupMinutes: slotFields.setupMinutes.default(0),
    teardownMinutes: slotFields.teardownMinutes.default(0),
    overlaysId: slotFields.overlaysId.default(null),
  })
  .superRefine((slot, { addIssue }) => {
    for (const { field, message } of nonsenseOf(slot)) addIssue({ code: 'custom', path: [field], message });
  });

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
  body: changesOf({ name: NewStage.shape.name, placeId: z.uuid().nullable(), hours: WeekOfHours }),
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

export const getArtist = route({
  method: 'GET',
  path: '/festivals/:festivalId/artists/:artistId',
  permission: 'programme.edit',
  summary: 'Everything about an artist but the fee',
  params: OnArtist,
  response: DraftArtist,
  errors: ['general.not_found'],
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

export const showArtistPicture = route({
  method: 'PUT',
  path: '/festivals/:festivalId/artists/:artistId/picture',
  permission: 'programme.edit',
  summary: 'Choose an artist’s picture from the festival’s, or take it off',
  params: OnArtist,
  body: PictureChange,
  response: DraftArtist,
  errors: ['general.not_found', 'general.conflict', 'media.picture_gone'],
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
  errors: ['general.not_found', 'programme.overlap', 'programme.takeover_impossible'],
});

export const updateSlot = route({
  method: 'PATCH',
  path: '/festivals/:festivalId/slots/:slotId',
  permission: 'programme.edit',
  summary: 'Change a set; `version` is the one that the change was made from',
  params: OnSlot,
  body: changesOf(slotFields),
  response: DraftSlot,
  errors: ['general.not_found', 'general.conflict', 'programme.overlap', 'programme.takeover_impossible'],
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

export const restoreStage = route({
  method: 'POST',
  path: '/festivals/:festivalId/stages/:stageId/restoration',
  permission: 'programme.edit',
  summary: 'Bring a stage back that was taken away',
  params: OnStage,
  response: DraftStage,
  errors: ['general.not_found', 'general.conflict'],
});

export const restoreArtist = route({
  method: 'POST',
  path: '/festivals/:festivalId/artists/:artistId/restoration',
  permission: 'programme.edit',
  summary: 'Bring an artist back who was taken away; the fee is agreed anew',
  params: OnArtist,
  response: DraftArtist,
  errors: ['general.not_found', 'general.conflict'],
});

export const restoreSlot = route({
  method: 'POST',
  path: '/festivals/:festivalId/slots/:slotId/restoration',
  permission: 'programme.edit',
  summary:
    'Bring a set back that was taken out of the programme, if its stage and artists are there and its time is free',
  params: OnSlot,
  response: DraftSlot,
  errors: [
    'general.not_found',
    'general.conflict',
    'programme.parent_gone',
    'programme.overlap',
    'programme.takeover_impossible',
  ],
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

/** What an artist is paid; null where nothing is agreed any more. Told to whoever may see money, and kept out of everything else. */
const Fee = z.object({
  /** Null where none is agreed. */
  amount: Cents.nullable(),
  currency: Currency,
});
export const ArtistFee = z
  .object({
    artistId: z.uuid(),
    ...Fee.shape,
    ...versioned,
  })
  .meta({ id: 'ArtistFee' });
export type ArtistFee = z.infer<typeof ArtistFee>;

export const listFees = route({
  method: 'GET',
  path: '/festivals/:festivalId/artists/fees',
  permission: 'programme.fees',
  summary: 'What the artists are paid',
  params: InFestival,
  response: z.array(ArtistFee),
});

/** An agreement on a fee, and the one before it. */
export const FeeChange = z
  .object({
    id: z.uuid(),
    at: Instant,
    name: z.string(),
    /** Whoever agreed it. */
    by: z.string().nullable(),
    before: z.object({ fee: Fee.nullable() }),
    after: z.object({ fee: Fee.nullable() }),
  })
  .meta({ id: 'FeeChange' });

export const feeHistory = route({
  method: 'GET',
  path: '/festivals/:festivalId/artists/:artistId/fee/history',
  permission: 'programme.fees',
  summary: 'What was agreed with an artist, one fee after the other, the newest first',
  params: OnArtist,
  query: PageQuery,
  response: page(FeeChange),
  errors: ['general.not_found'],
});

export const setFee = route({
  method: 'PUT',
  path: '/festivals/:festivalId/artists/:artistId/fee',
  permission: 'programme.fees',
  summary: 'Agree on a fee, or on none; `version` is that of the fee it replaces, 0 for the first',
  params: OnArtist,
  body: z.object({
    version: z.int().min(0),
    amount: Amount.max(100_000_000_00).nullable(),
    currency: Currency,
  }),
  response: ArtistFee,
  errors: ['general.not_found', 'general.conflict'],
});
