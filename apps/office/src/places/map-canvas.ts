/** The map itself, apart from React: MapLibre with the festival's places on it, and the pencil over them. */
import type { DraftPlace } from '@festivals/domain/places/contract';
import type { Geometry, Position } from '@festivals/domain/places/geometry';
import { positionsOf } from '@festivals/domain/places/positions';
import { boundsOf, middleOf } from '@festivals/domain/places/measure';
import {
  type ExpressionSpecification,
  type GeoJSONSource,
  Map as MapLibre,
  ScaleControl,
  setWorkerUrl,
  type MapMouseEvent,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { drawSign, signRatio } from '@festivals/ui/map/draw-sign';
import { groundGrid } from '@festivals/domain/places/ground-grid';
import { inks, ownStyle, placeLayers } from '@festivals/ui/map/map-style';
import { placeFeatures } from '@festivals/ui/map/place-features';
import { palette } from '@festivals/ui/map/place-colors';

setWorkerUrl(workerUrl);

export interface CanvasOptions {
  container: HTMLElement;
  /** The page's icons by name, from which the map's signs are drawn. */
  icons: ReadonlyMap<string, SVGSVGElement>;
  styleUrl: string | null;
  night: boolean;
  middle: Position;
  still: boolean;
  onReady: () => void;
  onPress: (placeId: string | null, many: boolean) => void;
  onMoved: (gridMetres: number) => void;
}

export interface MapCanvas {
  map: MapLibre;
  show: (places: readonly { place: DraftPlace; name: string }[]) => void;
  /** Marks places; those that the pencil holds are drawn by it instead. */
  choose: (ids: readonly string[], inHand: readonly string[]) => void;
  fit: (geometries: readonly Geometry[]) => void;
  middle: () => Position;
  /** The corner of a drawn place that is nearest to a point of the canvas, within a finger's breadth. */
  cornerNear: (x: number, y: number, except: readonly string[]) => Position | undefined;
  end: () => void;
}

const isColor = (name: string): name is keyof typeof palette => name in palette;
const empty = (): GeoJSON.FeatureCollection => ({ type: 'FeatureCollection', features: [] });

export function openCanvas(options: CanvasOptions): MapCanvas {
  const { container, icons, night, styleUrl } = options;
  const ink = inks[night ? 'night' : 'day'];
  const map = new MapLibre({
    container,
    style: styleUrl ?? ownStyle(ink),
    center: [...options.middle],
    zoom: 15.5,
    maxZoom: 22,
    attributionControl: styleUrl === null ? false : { compact: true },
    pitchWithRotate: false,
    dragRotate: false,
    fadeDuration: options.still ? 0 : 150,
    // Our own words for it stand on the element around.
    locale: { 'Map.Title': '' },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new ScaleControl({ maxWidth: 110 }), 'bottom-left');
  let ready = false;
  let shown: Parameters<MapCanvas['show']>[0] = [];
  let marked: [readonly string[], readonly string[]] = [[], []];

  map.setMissingStyleImageResolver((id) => {
    const [name = '', color = ''] = id.split(' ');
    const icon = icons.get(name);
    if (icon === undefined || !isColor(color) || map.hasImage(id)) return;
    const picture = drawSign(icon, { ground: ink.halo, line: palette[color][night ? 1 : 0] });
    if (picture !== null) map.addImage(id, picture, { pixelRatio: signRatio });
  });
  map.on('load', () => {
    map.addSource('grid', { type: 'geojson', data: empty() });
    map.addSource('places', { type: 'geojson', data: empty() });
    for (const layer of placeLayers(ink)) map.addLayer(layer);
    // Streets show sizes better than lines do.
    if (styleUrl !== null) map.setLayoutProperty('grid', 'visibility', 'none');
    ready = true;
    canvas.show(shown);
    canvas.choose(...marked);
    rule();
    options.onReady();
  });
  const rule = () => {
    const bounds = map.getBounds();
    const { metres, lines } = groundGrid([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]);
    map.getSource<GeoJSONSource>('grid')?.setData(lines);
    options.onMoved(metres);
  };
  map.on('moveend', () => ready && rule());
  map.on('click', (event) => {
    if (isInHand(event)) return;
    options.onPress(placeAt(event), event.originalEvent.shiftKey || event.originalEvent.ctrlKey);
  });
  /** Whether a pointer is on what the pencil holds: its layers' names begin as it calls them. */
  const isInHand = ({ point }: MapMouseEvent): boolean => {
    const layers = map.getLayersOrder().filter((id) => id.startsWith('td-'));
    return layers.length > 0 && map.queryRenderedFeatures(point, { layers }).length > 0;
  };

  const near = ({ x, y }: { x: number; y: number }, reach: number): [[number, number], [number, number]] => [
    [x - reach, y - reach],
    [x + reach, y + reach],
  ];
  /** The place under a pointer: signs before lines before areas, and of areas the smallest. */
  const placeAt = ({ point }: MapMouseEvent): string | null => {
    const layers = ['signs', 'lines', 'areas'].filter((layer) => map.getLayer(layer));
    for (const layer of layers) {
      const [found] = map.queryRenderedFeatures(near(point, layer === 'areas' ? 0 : 6), { layers: [layer] });
      const id: unknown = found?.properties['id'];
      if (typeof id === 'string') return id;
    }
    return null;
  };

  const canvas: MapCanvas = {
    map,
    show: (places) => {
      shown = places;
      if (!ready) return;
      const drawn = places.map(({ place, name }) => ({ ...place, name, middle: middleOf(place.geometry) }));
      map.getSource<GeoJSONSource>('places')?.setData(placeFeatures(drawn, night));
    },
    choose: (ids, inHand) => {
      marked = [ids, inHand];
      if (!ready) return;
      const chosen: ExpressionSpecification = ['in', ['get', 'id'], ['literal', [...ids]]];
      const free: ExpressionSpecification = ['!', ['in', ['get', 'id'], ['literal', [...inHand]]]];
      const part = (name: string): ExpressionSpecification => ['==', ['get', 'part'], name];
      const [shape, sign] = [part('shape'), part('sign')];
      map.setFilter('areas', ['all', ['==', ['geometry-type'], 'Polygon'], free]);
      map.setFilter('lines', ['all', shape, free]);
      map.setFilter('chosen-lines', ['all', shape, chosen, free]);
      map.setFilter('chosen-signs', ['all', sign, chosen]);
    },
    fit: (geometries) => {
      const bounds = boundsOf(geometries);
      if (bounds !== null) map.fitBounds(bounds, { padding: 60, maxZoom: 18, animate: !options.still, duration: 500 });
      else map.easeTo({ center: [...options.middle], zoom: 16, animate: !options.still });
    },
    middle: () => {
      const { lng, lat } = map.getCenter();
      return [lng, lat];
    },
    cornerNear: (x, y, except) => {
      let best: { at: Position; far: number } | undefined;
      const around = map.queryRenderedFeatures(near({ x, y }, 12), { layers: ['signs', 'lines', 'areas'] });
      const ids = new Set(around.map(({ properties }) => properties['id']));
      for (const { place } of shown) {
        if (!ids.has(place.id) || except.includes(place.id)) continue;
        for (const position of positionsOf(place.geometry)) {
          const point = map.project([...position]);
          const far = Math.hypot(point.x - x, point.y - y);
          if (far <= 12 && far < (best?.far ?? Number.POSITIVE_INFINITY)) best = { at: position, far };
        }
      }
      return best?.at;
    },
    end: () => map.remove(),
  };
  return canvas;
}
