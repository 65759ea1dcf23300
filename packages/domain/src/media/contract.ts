import { nothing, page, PageQuery, queryBoolean, queryInteger, route, upload } from '@festivals/contract';
import { z } from 'zod';
import { InFestival, Instant, Line, Localised, Text } from '../primitives.ts';
import { declaredTypes, maxPictureBytes } from './rules.ts';

const Version = z.int().min(1);

/** A file format that pictures are served in. */
export const PictureFormat = z.enum(['avif', 'webp']);
export type PictureFormat = z.infer<typeof PictureFormat>;

const Part = z.number().min(0).max(1);

/** A picture to show. Its files are `<path>/<width>.<format>` below the API's mount point, and never change. */
export const Picture = z
  .object({
    id: z.uuid(),
    path: z.string(),
    /** In pixels, the smallest first. */
    widths: z.array(z.int()),
    /** The smallest file first; `webp` is always among them, `avif` follows a little later. */
    formats: z.array(PictureFormat),
    /** Of the largest file, in pixels. */
    width: z.int(),
    height: z.int(),
    /** What is to be seen, for those who do not see it. */
    alt: Localised(300),
    /** Who made it, to be named beside it; empty where nobody asks for it. */
    credit: z.string(),
    /** The colour that stands in its place until it is there; null where the picture is see-through. */
    placeholder: z.string().nullable(),
    /** What must stay in sight when the picture is cut: parts of width and height, from the left and the top. */
    focus: z.object({ x: Part, y: Part }),
  })
  .meta({ id: 'Picture' });
export type Picture = z.infer<typeof Picture>;

/** Something that shows a picture. */
export const PictureUse = z.object({
  kind: z.enum(['ARTIST', 'PRODUCT', 'COVER', 'LOGO', 'GALLERY']),
  subjectId: z.uuid(),
  /** The name of what shows it; null for the festival itself. */
  label: z.union([z.string(), Localised(120)]).nullable(),
});
export type PictureUse = z.infer<typeof PictureUse>;

/** A picture as those who look after the library see it. */
export const LibraryPicture = Picture.extend({
  /** The name of the file as it was uploaded. */
  name: z.string(),
  /** What all its files take up. */
  bytes: z.int(),
  /** Smaller formats are still being made; it can be shown already. */
  processing: z.boolean(),
  uses: z.array(PictureUse),
  version: Version,
  uploadedAt: Instant,
}).meta({ id: 'LibraryPicture' });
export type LibraryPicture = z.infer<typeof LibraryPicture>;

/** Whose picture changes from which to which: refused when it is no longer the one that the caller saw. */
export const PictureChange = z.object({ was: z.uuid().nullable(), now: z.uuid().nullable() });

const OnPicture = InFestival.extend({ pictureId: z.uuid() });

export const uploadPicture = route({
  method: 'POST',
  path: '/festivals/:festivalId/pictures',
  permission: 'media.edit',
  summary: 'Upload a picture; the same file again is the same picture. Its type is read from its bytes alone',
  params: InFestival,
  query: z.object({ name: Line(200).default('picture') }),
  body: upload(declaredTypes, maxPictureBytes),
  response: LibraryPicture,
  status: 201,
  errors: ['media.not_a_picture', 'media.unreadable', 'media.too_many_pixels', 'media.no_space'],
});

export const listPictures = route({
  method: 'GET',
  path: '/festivals/:festivalId/pictures',
  permission: 'media.read',
  summary: 'The festival’s pictures, the latest first',
  params: InFestival,
  query: PageQuery.extend({ search: z.string().trim().max(100).optional(), unused: queryBoolean().default(false) }),
  response: page(LibraryPicture),
});

export const getSpace = route({
  method: 'GET',
  path: '/festivals/:festivalId/pictures/space',
  permission: 'media.read',
  summary: 'How much room the festival’s pictures take up, in bytes, and how much there is',
  params: InFestival,
  response: z.object({ used: z.int(), most: z.int(), pictures: z.int(), unused: z.int() }),
});

export const getPicture = route({
  method: 'GET',
  path: '/festivals/:festivalId/pictures/:pictureId',
  permission: 'media.read',
  summary: 'One picture of the festival’s',
  params: OnPicture,
  response: LibraryPicture,
  errors: ['general.not_found'],
});

export const updatePicture = route({
  method: 'PATCH',
  path: '/festivals/:festivalId/pictures/:pictureId',
  permission: 'media.edit',
  summary:
    'Say what a picture shows, who made it and what must stay in sight; `version` is what the change was made from',
  params: OnPicture,
  body: z.object({
    version: Version,
    changes: z
      .object({ alt: Localised(300), credit: Text(120), focus: Picture.shape.focus, name: Line(200) })
      .partial(),
  }),
  response: LibraryPicture,
  errors: ['general.not_found', 'general.conflict'],
});

export const deletePicture = route({
  method: 'DELETE',
  path: '/festivals/:festivalId/pictures/:pictureId',
  permission: 'media.edit',
  summary: 'Take a picture away that nothing shows; it can be brought back for a week',
  params: OnPicture,
  query: z.object({ version: queryInteger().min(1) }),
  response: nothing(),
  errors: ['general.not_found', 'general.conflict', 'media.in_use'],
});

export const restorePicture = route({
  method: 'POST',
  path: '/festivals/:festivalId/pictures/:pictureId/restore',
  permission: 'media.edit',
  summary: 'Bring back a picture that was taken away',
  params: OnPicture,
  response: LibraryPicture,
  errors: ['general.not_found', 'media.no_space'],
});
