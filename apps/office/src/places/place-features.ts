import type { DraftPlace } from '@festivals/domain/places/contract';
import type { Geometry } from '@festivals/domain/places/geometry';
import { middleOf } from '@festivals/domain/places/measure';
import { colorOf, palette, signOf } from './place-signs.ts';

type Named = { place: DraftPlace; name: string };
type Feature = { type: 'Feature'; geometry: Geometry; properties: Record<string, string | number> };

// What is looked for first is drawn where there is not room for all.
const first: readonly DraftPlace['kind'][] = ['STAGE', 'ENTRANCE', 'FIRST_AID', 'AED', 'CAMPING', 'WATER', 'TOILET'];

/** All places for the map's one source: shapes with their colour, and a sign in the middle of each. */
export function placeFeatures(
  places: readonly Named[],
  night: boolean,
): { type: 'FeatureCollection'; features: Feature[] } {
  const features = places.flatMap(({ place, name }): Feature[] => {
    const { id, geometry, kind } = place;
    const color = palette[colorOf(place)][night ? 1 : 0];
    const rank = first.indexOf(kind);
    const properties = { id, color, sign: signOf(place), name, rank: rank === -1 ? first.length : rank };
    const sign: Feature = {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [...middleOf(geometry)] },
      properties: { ...properties, part: 'sign' },
    };
    return geometry.type === 'Point'
      ? [sign]
      : [{ type: 'Feature', geometry, properties: { ...properties, part: 'shape' } }, sign];
  });
  return { type: 'FeatureCollection', features };
}
