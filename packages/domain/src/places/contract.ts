import { bytes, nothing, queryBoolean, queryInteger, route, upload } from '@festivals/contract';
import { z } from 'zod';
import { InFestival, Language, Localised, Text } from '../primitives.ts';
import { Geometry } from './geometry.ts';
import { ImportRow } from './import-row.ts';
import { OpeningHours, WeekOfHours } from './opening-hours.ts';
import { PlaceColor, PlaceIcon, PlaceKind } from './place-kind.ts';

const Version = z.int().min(1);

const oneLine = (max: number) =>
  z
    .partialRecord(
      Language,
      Text(max).refine((name) => !/[\t\r\n]/.test(name), { message: 'control_characters' }),
    )
    .transform((names) => Object.fromEntries(Object.entries(names).filter(([, name]) => name !== '')));

/** What a place is called on the map, a line a language. It may have no name: then its kind says enough. */
export const PlaceName = oneLine(120);
const LayerName = oneLine(60).refine((names) => Object.keys(names).length > 0, { message: 'no_name' });

/** A place as everyone sees it. */
export const MapPlace = z
  .object({
    id: z.uuid(),
    kind: PlaceKind,
    name: Localised(120),
    /** What else there is to know: where to knock, what to bring. */
    note: Localised(500),
    geometry: Geometry,
    /** How many people fit; null where nobody counts. */
    capacity: z.int().nullable(),
    /** The sign and the colour of a place of no other kind; null takes those of its kind. */
    icon: PlaceIcon.nullable(),
    color: PlaceColor.nullable(),
    /** No hours: always open. */
    hours: z.array(OpeningHours),
  })
  .meta({ id: 'MapPlace' });
export type MapPlace = z.infer<typeof MapPlace>;

/** A place as its editors see it. `layerId` is null on the ground layer, which everyone sees. */
export const DraftPlace = MapPlace.extend({
  layerId: z.uuid().nullable(),
  /** What the file that it came from calls it: the next import of that file finds it by this. */
  externalId: z.string().nullable(),
  version: Version,
}).meta({ id: 'DraftPlace' });
export type DraftPlace = z.infer<typeof DraftPlace>;

export const Audience = z.enum(['PUBLIC', 'CREW']);
export type Audience = z.infer<typeof Audience>;

/** Places that are shown and hidden together: to everyone, or to the crew alone. */
export const MapLayer = z
  .object({ id: z.uuid(), name: Localised(60), audience: Audience, order: z.int(), version: Version })
  .meta({ id: 'MapLayer' });
export type MapLayer = z.infer<typeof MapLayer>;

/** The map as its editors see it, with where its background comes from. */
export const SiteMap = z
  .object({
    places: z.array(DraftPlace),
    layers: z.array(MapLayer),
    /** A MapLibre style with streets and meadows; null where none is configured: then the map draws its own ground. */
    styleUrl: z.url().nullable(),
  })
  .meta({ id: 'SiteMap' });
export type SiteMap = z.infer<typeof SiteMap>;

const editablePlace = z.object({
  kind: PlaceKind,
  name: PlaceName,
  note: Localised(500),
  geometry: Geometry,
  capacity: z.int().min(0).max(1_000_000).nullable(),
  icon: PlaceIcon.nullable(),
  color: PlaceColor.nullable(),
  hours: WeekOfHours,
  layerId: z.uuid().nullable(),
});
const fields = editablePlace.shape;

export const NewPlace = editablePlace.extend({
  name: fields.name.default({}),
  note: fields.note.default({}),
  capacity: fields.capacity.default(null),
  icon: fields.icon.default(null),
  color: fields.color.default(null),
  hours: fields.hours.default([]),
  layerId: fields.layerId.default(null),
});
export type NewPlace = z.output<typeof NewPlace>;

export const PlaceChanges = editablePlace.partial();
export type PlaceChanges = z.output<typeof PlaceChanges>;

/** One of many things done to the map at once. `restore` brings a removed place back as it was. */
export const PlaceDeed = z.discriminatedUnion('op', [
  z.object({ op: z.literal('create'), place: NewPlace }),
  z.object({ op: z.literal('change'), id: z.uuid(), version: Version, changes: PlaceChanges }),
  z.object({ op: z.literal('remove'), id: z.uuid(), version: Version }),
  z.object({ op: z.literal('restore'), id: z.uuid(), version: Version }),
]);
export type PlaceDeed = z.output<typeof PlaceDeed>;

const OnPlace = InFestival.extend({ placeId: z.uuid() });
const OnLayer = InFestival.extend({ layerId: z.uuid() });
const AtVersion = z.object({ version: queryInteger().min(1) });

export const listPlaces = route({
  method: 'GET',
  path: '/festivals/:festivalId/places',
  permission: 'public',
  summary: 'The festival site on a map: the places of all layers that are public',
  params: InFestival,
  response: z.array(MapPlace),
  errors: ['general.not_found'],
});

export const getMap = route({
  method: 'GET',
  path: '/festivals/:festivalId/map',
  permission: 'places.read',
  summary: 'The whole map for the team: every layer, also those of the crew',
  params: InFestival,
  response: SiteMap,
});

export const createPlace = route({
  method: 'POST',
  path: '/festivals/:festivalId/places',
  permission: 'places.edit',
  idempotent: true,
  summary: 'Put a place on the map',
  params: InFestival,
  body: NewPlace,
  response: DraftPlace,
  status: 201,
  errors: ['places.layer_gone'],
});

export const updatePlace = route({
  method: 'PATCH',
  path: '/festivals/:festivalId/places/:placeId',
  permission: 'places.edit',
  summary: 'Change a place; `version` is the one that the change was made from',
  params: OnPlace,
  body: z.object({ version: Version, changes: PlaceChanges }),
  response: DraftPlace,
  errors: ['general.not_found', 'general.conflict', 'places.layer_gone'],
});

export const deletePlace = route({
  method: 'DELETE',
  path: '/festivals/:festivalId/places/:placeId',
  permission: 'places.edit',
  summary: 'Take a place off the map; it can be restored, and what stands there finds it again',
  params: OnPlace,
  query: AtVersion,
  response: nothing(),
  errors: ['general.not_found', 'general.conflict'],
});

export const restorePlace = route({
  method: 'POST',
  path: '/festivals/:festivalId/places/:placeId/restoration',
  permission: 'places.edit',
  summary: 'Put a place back on the map that was taken off it, where its layer is still there',
  params: OnPlace,
  response: DraftPlace,
  errors: ['general.not_found', 'general.conflict', 'places.layer_gone'],
});

/** What is wrong with a row of `savePlaces`: `details.rows` of its refusal, by place in the request. */
export const RefusedPlace = z.object({
  row: z.int(),
  reason: z.enum(['not_found', 'conflict', 'duplicate', 'layer_gone']),
  /** The version that the place has now. */
  version: Version.optional(),
});
export type RefusedPlace = z.infer<typeof RefusedPlace>;

export const savePlaces = route({
  method: 'POST',
  path: '/festivals/:festivalId/places/changes',
  permission: 'places.edit',
  idempotent: true,
  summary: 'Do many things to the map at once, all or none; a refusal names each row and its reason',
  params: InFestival,
  body: z.object({ rows: z.array(PlaceDeed).min(1).max(500) }),
  /** In the order of the request; what was removed is there with its last version, so that it can be restored. */
  response: z.array(DraftPlace),
  errors: ['places.rows_refused'],
});

const editableLayer = z.object({ name: LayerName, audience: Audience, order: z.int().min(0).max(1_000) });

export const createLayer = route({
  method: 'POST',
  path: '/festivals/:festivalId/map-layers',
  permission: 'places.edit',
  idempotent: true,
  summary: 'Add a layer to the map',
  params: InFestival,
  body: editableLayer.extend({ order: editableLayer.shape.order.default(0) }),
  response: MapLayer,
  status: 201,
});

export const updateLayer = route({
  method: 'PATCH',
  path: '/festivals/:festivalId/map-layers/:layerId',
  permission: 'places.edit',
  summary: 'Rename a layer, or show it to others; `version` is the one that the change was made from',
  params: OnLayer,
  body: z.object({ version: Version, changes: editableLayer.partial() }),
  response: MapLayer,
  errors: ['general.not_found', 'general.conflict'],
});

export const deleteLayer = route({
  method: 'DELETE',
  path: '/festivals/:festivalId/map-layers/:layerId',
  permission: 'places.edit',
  summary: 'Take an empty layer away: what the crew alone sees never falls into public by this',
  params: OnLayer,
  query: AtVersion,
  response: nothing(),
  errors: ['general.not_found', 'general.conflict', 'places.layer_in_use'],
});

export const restoreLayer = route({
  method: 'POST',
  path: '/festivals/:festivalId/map-layers/:layerId/restoration',
  permission: 'places.edit',
  summary: 'Bring back a layer that was taken away',
  params: OnLayer,
  response: MapLayer,
  errors: ['general.not_found', 'general.conflict'],
});

const geoJsonFile = upload(['application/geo+json'], 10_000_000);
const ImportOptions = z.object({
  /** Turns every position round: for files that have latitude first. */
  swap: queryBoolean().default(false),
  /** The layer on which new places are put. */
  layerId: z.uuid().optional(),
});

export const exportPlaces = route({
  method: 'GET',
  path: '/festivals/:festivalId/places.geojson',
  permission: 'places.read',
  summary: 'All places as GeoJSON (RFC 7946), to be drawn elsewhere and imported again',
  params: InFestival,
  response: bytes('application/geo+json'),
});

export const previewPlacesImport = route({
  method: 'POST',
  path: '/festivals/:festivalId/places/import/preview',
  permission: 'places.edit',
  summary: 'What a GeoJSON file would change on the map; changes nothing',
  params: InFestival,
  query: ImportOptions,
  body: geoJsonFile,
  response: z.object({
    hash: z.string(),
    /** How many features lie near the festival only when latitude and longitude change places. */
    swapped: z.int(),
    rows: z.array(ImportRow),
  }),
  errors: ['places.file_unreadable', 'places.foreign_coordinates'],
});

export const applyPlacesImport = route({
  method: 'POST',
  path: '/festivals/:festivalId/places/import',
  permission: 'places.edit',
  summary:
    'Import a GeoJSON file exactly as its preview showed it, all or nothing; `hash` is the preview’s, `leaveOut` takes what is not refused',
  params: InFestival,
  query: ImportOptions.extend({
    hash: z.string().min(1).max(100),
    /** Without it nothing is imported as long as a feature is refused. */
    leaveOut: queryBoolean().default(false),
  }),
  body: geoJsonFile,
  response: z.object({ created: z.int(), changed: z.int() }),
  errors: [
    'places.file_unreadable',
    'places.foreign_coordinates',
    'places.layer_gone',
    'places.import_refused',
    'places.import_changed',
  ],
});
