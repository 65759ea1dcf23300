/** The ground below the places: its grid, the signs that stand on it, how it is moved. */
import { drawSign, signRatio } from '@festivals/ui/map/draw-sign';
import { type Ink, ownStyle, placeLayers } from '@festivals/ui/map/map-style';
import { palette } from '@festivals/ui/map/place-colors';
import { Map as MapLibre, ScaleControl } from 'maplibre-gl';

interface GroundOptions {
  container: HTMLElement;
  ink: Ink;
  night: boolean;
  /** The background that the organiser configured; null for our own. */
  styleUrl: string | null;
  /** Where one looks at first, longitude first. */
  middle: readonly [number, number];
  zoom: number;
  maxZoom: number;
  /** Whether the reader wants nothing to move by itself. */
  still: boolean;
  /** The page's icon of a sign's name, from which the map's sign is drawn. */
  icon: (name: string) => SVGElement | null | undefined;
}

const isColor = (name: string): name is keyof typeof palette => name in palette;
const noFeatures = () => ({ type: 'FeatureCollection' as const, features: [] });

/** Opens a map that neither turns nor tilts. On it nothing stands yet: see `layGround`. */
export function openGround({ container, ink, night, styleUrl, still, icon, ...view }: GroundOptions): MapLibre {
  const map = new MapLibre({
    container,
    style: styleUrl ?? ownStyle(ink),
    center: [...view.middle],
    zoom: view.zoom,
    maxZoom: view.maxZoom,
    attributionControl: styleUrl === null ? false : { compact: true },
    pitchWithRotate: false,
    dragRotate: false,
    fadeDuration: still ? 0 : 150,
    // Our own words for it stand on the element around.
    locale: { 'Map.Title': '' },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new ScaleControl({ maxWidth: 110 }), 'bottom-left');
  map.setMissingStyleImageResolver((id) => {
    const [name = '', color = ''] = id.split(' ');
    const found = icon(name);
    if (!found || !isColor(color) || map.hasImage(id)) return;
    const picture = drawSign(found, { ground: ink.halo, line: palette[color][night ? 1 : 0] });
    if (picture !== null) map.addImage(id, picture, { pixelRatio: signRatio });
  });
  return map;
}

/** Lays the sources `grid` and `places`, empty yet, and their layers over a map that is loaded. */
export function layGround(map: MapLibre, { ink, styleUrl }: Pick<GroundOptions, 'ink' | 'styleUrl'>): void {
  for (const source of ['grid', 'places']) map.addSource(source, { type: 'geojson', data: noFeatures() });
  for (const layer of placeLayers(ink)) map.addLayer(layer);
  // Streets show sizes better than lines do.
  if (styleUrl !== null) map.setLayoutProperty('grid', 'visibility', 'none');
}

/** What is seen of the ground, in degrees. */
export function edgesOf(map: MapLibre): [west: number, south: number, east: number, north: number] {
  const seen = map.getBounds();
  return [seen.getWest(), seen.getSouth(), seen.getEast(), seen.getNorth()];
}
