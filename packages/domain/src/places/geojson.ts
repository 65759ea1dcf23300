/** The map as a file that other programs open, and that `planImport` reads back as "same". */
import type { DraftPlace, MapLayer } from './contract.ts';

/** A FeatureCollection (RFC 7946) of all places, each under its own id. */
export function placesAsGeoJson(places: readonly DraftPlace[], layers: readonly MapLayer[]): string {
  const layerOf = new Map(layers.map((layer) => [layer.id, layer]));
  const features = places.map(({ id, geometry, kind, name, note, capacity, icon, color, hours, layerId }) => {
    const layer = layerId === null ? undefined : layerOf.get(layerId);
    const properties = {
      kind,
      name,
      ...(Object.keys(note).length === 0 ? {} : { note }),
      ...(capacity === null ? {} : { capacity }),
      ...(icon === null ? {} : { icon }),
      ...(color === null ? {} : { color }),
      ...(hours.length === 0 ? {} : { hours }),
      ...(layer === undefined ? {} : { layer: layer.name, audience: layer.audience }),
    };
    return JSON.stringify({ type: 'Feature', id, geometry, properties });
  });
  // A feature a line: two exports can be compared.
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
}
