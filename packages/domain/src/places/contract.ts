import { route } from '@festivals/contract';
import { z } from 'zod';
import { InFestival, Localised } from '../primitives.ts';

export const PlaceKind = z.enum([
  'STAGE',
  'BAR',
  'FOOD',
  'TOILET',
  'ACCESSIBLE_TOILET',
  'WATER',
  'FIRST_AID',
  'AED',
  'CAMPING',
  'PARKING',
  'ENTRANCE',
  'EXIT',
  'CHARGING',
  'LOST_PROPERTY',
  'MEETING_POINT',
  'CUSTOM',
]);
export type PlaceKind = z.infer<typeof PlaceKind>;

/** GeoJSON geometries that a place may have (RFC 7946); longitude first. */
const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
export const Geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: Position }),
  z.object({ type: z.literal('LineString'), coordinates: z.array(Position).min(2) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(Position).min(4)).min(1) }),
]);

export const MapPlace = z
  .object({ id: z.uuid(), kind: PlaceKind, name: Localised(120), geometry: Geometry, capacity: z.int().nullable() })
  .meta({ id: 'MapPlace' });
export type MapPlace = z.infer<typeof MapPlace>;

export const listPlaces = route({
  method: 'GET',
  path: '/festivals/:festivalId/places',
  permission: 'public',
  summary: 'The festival site on a map',
  params: InFestival,
  response: z.array(MapPlace),
  errors: ['general.not_found'],
});
