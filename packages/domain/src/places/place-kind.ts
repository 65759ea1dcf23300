import { z } from 'zod';

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

/** Signs for places of no other kind. */
export const PlaceIcon = z.enum([
  'PIN',
  'FLAG',
  'STAR',
  'INFO',
  'SHOP',
  'WALLET',
  'TICKET',
  'PATH',
  'FENCE',
  'TREE',
  'FIRE',
  'LIGHT',
  'POWER',
  'WIFI',
  'CAMERA',
  'ART',
  'GAMES',
  'CHILDREN',
  'QUIET',
  'SHOWER',
  'WASTE',
  'RECYCLING',
  'BUS',
  'TAXI',
  'BICYCLE',
  'TRUCK',
  'OFFICE',
  'SECURITY',
  'WARNING',
]);
export type PlaceIcon = z.infer<typeof PlaceIcon>;

/** Colours by name: each face draws them so that they can be read on its own ground, by day and by night. */
export const PlaceColor = z.enum(['GREY', 'RED', 'ORANGE', 'YELLOW', 'GREEN', 'TEAL', 'BLUE', 'VIOLET', 'PINK']);
export type PlaceColor = z.infer<typeof PlaceColor>;
