import type { Advice, Blocker } from '@festivals/domain/festival/contract';

/** Where what is missing is mended. */
export const blockerPlaces = {
  tagline: '/f/$slug/settings',
  description: '/f/$slug/settings',
  ticket_type: '/f/$slug/tickets',
  dates_past: '/f/$slug/settings/dates',
} as const satisfies Record<Blocker, string>;

export const advicePlaces = {
  contact: '/f/$slug/settings/contact',
  legal: '/f/$slug/settings/legal',
  vat: '/f/$slug/settings/vat',
  policies: '/f/$slug/settings/policies',
  faq: '/f/$slug/settings/faq',
  programme: '/f/$slug/programme',
  map: '/f/$slug/map',
  stands: '/f/$slug/stands',
  team: '/f/$slug/team',
} as const satisfies Record<Advice, string>;
