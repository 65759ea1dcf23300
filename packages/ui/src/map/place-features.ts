import { colorOf, palette, signOf, type Signed, type SignKind } from './place-colors.ts';

/** A place as the map draws it; `middle` is where its sign stands, longitude first. */
export interface DrawnPlace<G extends { type: string }> extends Signed {
  id: string;
  name: string;
  geometry: G;
  middle: readonly [number, number];
}

type Feature<G> = {
  type: 'Feature';
  geometry: G | { type: 'Point'; coordinates: [number, number] };
  properties: Record<string, string | number>;
};

// What is looked for first is drawn where there is not room for all.
const first: readonly SignKind[] = ['STAGE', 'ENTRANCE', 'FIRST_AID', 'AED', 'CAMPING', 'WATER', 'TOILET'];

/** All places for the map's one source: shapes with their colour, and a sign in the middle of each. */
export function placeFeatures<G extends { type: string }>(
  places: readonly DrawnPlace<G>[],
  night: boolean,
): { type: 'FeatureCollection'; features: Feature<G>[] } {
  const features = places.flatMap((place): Feature<G>[] => {
    const { id, name, geometry, kind, middle } = place;
    const color = palette[colorOf(place)][night ? 1 : 0];
    const rank = first.indexOf(kind);
    const properties = { id, color, sign: signOf(place), name, rank: rank === -1 ? first.length : rank };
    const sign: Feature<G> = {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [...middle] },
      properties: { ...properties, part: 'sign' },
    };
    return geometry.type === 'Point'
      ? [sign]
      : [{ type: 'Feature', geometry, properties: { ...properties, part: 'shape' } }, sign];
  });
  return { type: 'FeatureCollection', features };
}
