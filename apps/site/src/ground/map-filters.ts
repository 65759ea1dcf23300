import type { PlaceIcon, PlaceKind } from '@festivals/domain/places/place-kind';

/** What people look for on a map, by its name in addresses and in `site.map.show`. */
export const mapFilters = [
  { name: 'water', kinds: ['WATER'], icons: [] },
  { name: 'food', kinds: ['FOOD'], icons: [] },
  { name: 'drinks', kinds: ['BAR'], icons: [] },
  { name: 'toilets', kinds: ['TOILET', 'ACCESSIBLE_TOILET'], icons: [] },
  { name: 'accessible', kinds: ['ACCESSIBLE_TOILET'], icons: [] },
  { name: 'first_aid', kinds: ['FIRST_AID', 'AED'], icons: [] },
  { name: 'charging', kinds: ['CHARGING'], icons: [] },
  { name: 'stages', kinds: ['STAGE'], icons: [] },
  { name: 'camping', kinds: ['CAMPING'], icons: ['SHOWER'] },
  { name: 'rest', kinds: [], icons: ['QUIET', 'CHILDREN', 'TREE', 'FIRE'] },
  { name: 'ways', kinds: ['ENTRANCE', 'EXIT', 'PARKING'], icons: ['BUS', 'TAXI', 'BICYCLE'] },
  { name: 'help', kinds: ['LOST_PROPERTY', 'MEETING_POINT'], icons: ['INFO', 'SECURITY'] },
] as const satisfies readonly { name: string; kinds: readonly PlaceKind[]; icons: readonly PlaceIcon[] }[];

export type MapFilter = (typeof mapFilters)[number]['name'];

export const isMapFilter = (text: string | null): text is MapFilter => mapFilters.some(({ name }) => name === text);

/** The filters that a place passes. */
export const filtersOf = ({ kind, icon }: { kind: PlaceKind; icon: PlaceIcon | null }): MapFilter[] =>
  mapFilters
    .filter(({ kinds, icons }) => wide(kinds).includes(kind) || (icon !== null && wide(icons).includes(icon)))
    .map(({ name }) => name);

const wide = (names: readonly string[]) => names;
