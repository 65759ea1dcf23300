/** The map itself, apart from React: MapLibre with the festival's places on it. Loaded where a map is, when it is looked at. */
import 'maplibre-gl/dist/maplibre-gl.css';
import type { Position } from '@festivals/domain/places/geometry';
import { groundGrid } from '@festivals/domain/places/ground-grid';
import { boundsOf } from '@festivals/domain/places/measure';
import { drawSign, signRatio } from '@festivals/ui/map/draw-sign';
import { inks, ownStyle, placeLayers } from '@festivals/ui/map/map-style';
import { palette } from '@festivals/ui/map/place-colors';
import { placeFeatures } from '@festivals/ui/map/place-features';
import { type GeoJSONSource, Map as MapLibre, type MapMouseEvent, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import type { GroundPlace } from './ground-place.ts';

setWorkerUrl(new URL('maplibre-gl/dist/maplibre-gl-worker.mjs', import.meta.url).href);

export interface GroundMap {
  /** Draws these places; the shapes of the others stay, so that one knows where one is. */
  show: (places: readonly GroundPlace[], matching: ReadonlySet<string>) => void;
  /** Marks a place and goes there. */
  choose: (place: GroundPlace | null) => void;
  fit: () => void;
  zoom: (by: 1 | -1) => void;
  /** Where the visitor stands; null takes the mark away. */
  locate: (where: { at: Position; accuracy: number } | null, look: boolean) => void;
  end: () => void;
}

interface Options {
  container: HTMLElement;
  /** The page's icon of a name. */
  icon: (name: string) => SVGElement | null;
  /** The festival's own colour. */
  accent: string;
  styleUrl: string | null;
  night: boolean;
  still: boolean;
  middle: Position;
  onReady: () => void;
  onPress: (placeId: string | null) => void;
}

const isColor = (name: string): name is keyof typeof palette => name in palette;
const none = () => ({ type: 'FeatureCollection' as const, features: [] });

export function openMap({
  container,
  icon,
  accent,
  styleUrl,
  night,
  still,
  middle,
  onReady,
  onPress,
}: Options): GroundMap {
  const ink = { ...inks[night ? 'night' : 'day'], accent };
  const map = new MapLibre({
    container,
    style: styleUrl ?? ownStyle(ink),
    center: [...middle],
    zoom: 15,
    maxZoom: 21,
    attributionControl: styleUrl === null ? false : { compact: true },
    pitchWithRotate: false,
    dragRotate: false,
    fadeDuration: still ? 0 : 150,
    // Our own words for it stand on the element around.
    locale: { 'Map.Title': '' },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new ScaleControl({ maxWidth: 110 }), 'bottom-left');
  let ready = false;
  let shown: readonly GroundPlace[] = [];
  let matching: ReadonlySet<string> = new Set();
  let chosen: GroundPlace | null = null;
  let me: Parameters<GroundMap['locate']>[0] = null;

  map.setMissingStyleImageResolver((id) => {
    const [name = '', color = ''] = id.split(' ');
    const found = icon(name);
    if (found === null || !isColor(color) || map.hasImage(id)) return;
    const picture = drawSign(found, { ground: ink.halo, line: palette[color][night ? 1 : 0] });
    if (picture !== null) map.addImage(id, picture, { pixelRatio: signRatio });
  });
  map.on('load', () => {
    for (const source of ['grid', 'places', 'me']) map.addSource(source, { type: 'geojson', data: none() });
    for (const layer of placeLayers(ink)) map.addLayer(layer);
    map.addLayer({
      id: 'me',
      type: 'circle',
      source: 'me',
      paint: {
        'circle-radius': 8,
        'circle-color': accent,
        'circle-stroke-color': ink.halo,
        'circle-stroke-width': 3,
      },
    });
    // Streets show sizes better than lines do.
    if (styleUrl !== null) map.setLayoutProperty('grid', 'visibility', 'none');
    ready = true;
    draw();
    rule();
    ground.fit();
    if (chosen) ground.choose(chosen);
    // The page's plan stands there until the places are drawn, not only the ground below them.
    map.once('idle', onReady);
  });
  const rule = () => {
    const bounds = map.getBounds();
    const { lines } = groundGrid([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]);
    map.getSource<GeoJSONSource>('grid')?.setData(lines);
  };
  const draw = () => {
    const all = placeFeatures(shown, night).features;
    const features = all.filter(
      ({ properties }) => properties['part'] === 'shape' || matching.has(String(properties['id'])),
    );
    map.getSource<GeoJSONSource>('places')?.setData({ type: 'FeatureCollection', features });
    map.getSource<GeoJSONSource>('me')?.setData(me === null ? none() : { type: 'Point', coordinates: [...me.at] });
  };
  map.on('moveend', () => ready && rule());
  map.on('mousemove', (event) => {
    map.getCanvas().style.cursor = placeAt(event) === null ? '' : 'pointer';
  });
  map.on('click', (event) => onPress(placeAt(event)));

  /** The place under a pointer, within a finger's breadth of its sign, else the smallest area. */
  const placeAt = ({ point: { x, y } }: MapMouseEvent): string | null => {
    if (!ready) return null;
    for (const [layer, reach] of [
      ['signs', 8],
      ['lines', 4],
      ['areas', 0],
    ] as const) {
      const found = map.queryRenderedFeatures([[x - reach, y - reach], [x + reach, y + reach]], { layers: [layer] }); // prettier-ignore
      const hit = found.find(({ properties }) => matching.has(String(properties['id'])));
      if (hit) return String(hit.properties['id']);
    }
    return null;
  };

  const ground: GroundMap = {
    show: (places, those) => {
      shown = places;
      matching = those;
      if (ready) draw();
    },
    choose: (place) => {
      chosen = place;
      if (!ready) return;
      map.setFilter('chosen-lines', ['all', ['==', ['get', 'part'], 'shape'], ['==', ['get', 'id'], place?.id ?? '']]);
      map.setFilter('chosen-signs', ['all', ['==', ['get', 'part'], 'sign'], ['==', ['get', 'id'], place?.id ?? '']]);
      if (place === null) return;
      const zoom = Math.max(map.getZoom(), 17);
      map.easeTo({ center: [...place.middle], zoom, animate: !still, duration: 400 });
    },
    fit: () => {
      const bounds = boundsOf(shown.map(({ geometry }) => geometry));
      if (bounds !== null) map.fitBounds(bounds, { padding: 40, maxZoom: 18, animate: ready && !still, duration: 400 });
    },
    zoom: (by) => map.zoomTo(map.getZoom() + by, { animate: !still }),
    locate: (where, look) => {
      me = where;
      if (!ready) return;
      draw();
      if (where !== null && look) map.easeTo({ center: [...where.at], animate: !still, duration: 400 });
    },
    end: () => map.remove(),
  };
  return ground;
}
