import type { Permission } from '@festivals/domain/identity/roles';
import type { Screen } from '@festivals/domain/live';
import type { FestivalId } from '@festivals/domain/primitives';

/** Everybody who may do one thing in a festival hears what is said into this room. */
export const roomOf = (festivalId: FestivalId, ability: Permission): string => `festival:${festivalId}:${ability}`;

/** Everybody who listens to a festival at all. */
export const roomOfAll = (festivalId: FestivalId): string => `festival:${festivalId}`;

/** Who may open a screen sees who else is there. */
export const screenNeeds: Readonly<Record<Screen, Permission>> = {
  overview: 'festival.read',
  programme: 'programme.read',
  map: 'places.read',
  media: 'media.read',
  stands: 'stands.read',
  tickets: 'ticketing.read',
  prices: 'ticketing.read',
  codes: 'ticketing.read',
  orders: 'orders.read',
  ledger: 'ledger.read',
  gates: 'access.read',
  devices: 'devices.read',
  team: 'team.read',
  history: 'audit.read',
  settings: 'festival.edit',
};
