import type { MapPlace } from '@festivals/domain/places/contract';
import type { OpeningHours } from '@festivals/domain/places/opening-hours';
import { middleOf } from '@festivals/domain/places/measure';
import type { Stand } from '@festivals/domain/stands/contract';
import { localised } from '@festivals/messages';
import type { DrawnPlace } from '@festivals/ui/map/place-features';
import type { Seen } from '../festival/seen.ts';
import { filtersOf, type MapFilter } from './map-filters.ts';
import { sayHours } from './say-hours.ts';

/** A place as the map's page needs it: in the reader's language, and no more than is shown. */
export interface GroundPlace extends DrawnPlace<MapPlace['geometry']> {
  note: string;
  hours: OpeningHours[];
  /** The hours in words, a line a day. */
  saidHours: string[];
  filters: MapFilter[];
  /** Who sells or serves here. */
  stands: { id: string; name: string; hasMenu: boolean }[];
}

/** Which kinds are listed first: what is looked for in a hurry. */
const order: readonly MapPlace['kind'][] = [
  'STAGE',
  'WATER',
  'FOOD',
  'BAR',
  'TOILET',
  'ACCESSIBLE_TOILET',
  'FIRST_AID',
  'AED',
  'CHARGING',
  'MEETING_POINT',
  'LOST_PROPERTY',
  'ENTRANCE',
  'EXIT',
  'CAMPING',
  'PARKING',
  'CUSTOM',
];

/** The festival's public places by kind and name. `kindName` says what a place without a name is called. */
export function groundPlaces(
  places: readonly MapPlace[],
  stands: readonly Stand[],
  { festival, language }: Seen,
  kindName: (kind: MapPlace['kind']) => string,
): GroundPlace[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const at = Map.groupBy(stands, (stand) => stand.placeId);
  return places
    .map(({ id, kind, icon, color, geometry, name, note, hours }): GroundPlace => {
      const here = at.get(id) ?? [];
      // A kitchen's hours are those of whoever cooks in it, unless the place says otherwise.
      const open = hours.length === 0 && here.length === 1 ? (here[0]?.hours ?? []) : hours;
      return {
        id,
        kind,
        icon,
        color,
        geometry,
        middle: middleOf(geometry),
        name: localised(name, language, festival.languages) || kindName(kind),
        note: localised(note, language, festival.languages),
        hours: open,
        saidHours: sayHours(open, language),
        filters: filtersOf({ kind, icon }),
        stands: here.map((stand) => ({ id: stand.id, name: stand.name, hasMenu: stand.products.length > 0 })),
      };
    })
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || compare(a.name, b.name));
}
