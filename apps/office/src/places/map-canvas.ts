/** The map itself, apart from React: MapLibre with the festival's places on it, and the pencil over them. */
import type { DraftPlace } from '@festivals/domain/places/contract';
import type { Geometry, Position } from '@festivals/domain/places/geometry';
import { groundGrid } from '@festivals/domain/places/ground-grid';
import { boundsOf, middleOf } from '@festivals/domain/places/measure';
import { inks } from '@festivals/ui/map/map-style';
import { placeFeatures } from '@festivals/ui/map/place-features';
import { type ExpressionSpecification, type GeoJSONSource, type Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { edgesOf, layGround, openGround } from './open-ground.ts';
import { cornerNear, isInHand, placeAt } from './under-pointer.ts';

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

export function openCanvas({ icons, onReady, onPress, onMoved, ...options }: CanvasOptions): MapCanvas {
  const { night, styleUrl, middle, still } = options;
  const ink = inks[night ? 'night' : 'day'];
  const map = openGround({ ...options, ink, zoom: 15.5, maxZoom: 22, icon: (name) => icons.get(name) });
  let ready = false;
  let shown: Parameters<MapCanvas['show']>[0] = [];
  let marked: Parameters<MapCanvas['choose']> = [[], []];

  const rule = () => {
    const { metres, lines } = groundGrid(edgesOf(map));
    map.getSource<GeoJSONSource>('grid')?.setData(lines);
    onMoved(metres);
  };
  map.on('load', () => {
    layGround(map, { ink, styleUrl });
    ready = true;
    canvas.show(shown);
    canvas.choose(...marked);
    rule();
    onReady();
  });
  map.on('moveend', () => ready && rule());
  map.on('click', (event) => {
    if (isInHand(map, event)) return;
    onPress(placeAt(map, event), event.originalEvent.shiftKey || event.originalEvent.ctrlKey);
  });

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
      if (ready) mark(map, ids, inHand);
    },
    fit: (geometries) => {
      const bounds = boundsOf(geometries);
      if (bounds !== null) map.fitBounds(bounds, { padding: 60, maxZoom: 18, animate: !still, duration: 500 });
      else map.easeTo({ center: [...middle], zoom: 16, animate: !still });
    },
    middle: () => {
      const { lng, lat } = map.getCenter();
      return [lng, lat];
    },
    cornerNear: (x, y, except) => {
      const others = shown.map(({ place }) => place).filter(({ id }) => !except.includes(id));
      return cornerNear(map, { x, y }, others);
    },
    end: () => map.remove(),
  };
  return canvas;
}

/** Marks the chosen ones among the drawn places, and leaves out what the pencil draws. */
function mark(map: MapLibre, ids: readonly string[], inHand: readonly string[]): void {
  const chosen: ExpressionSpecification = ['in', ['get', 'id'], ['literal', [...ids]]];
  const free: ExpressionSpecification = ['!', ['in', ['get', 'id'], ['literal', [...inHand]]]];
  const part = (name: string): ExpressionSpecification => ['==', ['get', 'part'], name];
  const [shape, sign] = [part('shape'), part('sign')];
  map.setFilter('areas', ['all', ['==', ['geometry-type'], 'Polygon'], free]);
  map.setFilter('lines', ['all', shape, free]);
  map.setFilter('chosen-lines', ['all', shape, chosen, free]);
  map.setFilter('chosen-signs', ['all', sign, chosen]);
}
