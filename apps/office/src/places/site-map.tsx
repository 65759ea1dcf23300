import type { DraftPlace } from '@festivals/domain/places/contract';
import type { Geometry, Position } from '@festivals/domain/places/geometry';
import 'maplibre-gl/dist/maplibre-gl.css';
import { type KeyboardEvent, type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type MapCanvas, openCanvas } from './map-canvas.ts';
import { inks } from '@festivals/ui/map/map-style';
import { type Pencil, takePencil } from './pencil.ts';
import type { Tool } from './pencil-modes.ts';
import { allSigns } from '@festivals/ui/map/place-signs';

/** What a screen asks of its map. */
export interface SiteMapHandle {
  middle: () => Position;
  fit: (geometries: readonly Geometry[]) => void;
  zoom: (by: 1 | -1) => void;
}

type Props = {
  ref: Ref<SiteMapHandle>;
  places: readonly { place: DraftPlace; name: string }[];
  chosen: readonly string[];
  tool: Tool;
  snap: boolean;
  styleUrl: string | null;
  festival: Position;
  night: boolean;
  mayEdit: boolean;
  onChoose: (placeId: string | null, many: boolean) => void;
  onDrawn: (geometry: Geometry) => void;
  /** `began` is the outline that was taken into the hand. */
  onReshaped: (placeId: string, geometry: Geometry, began: Geometry) => void;
  onDrawing: (geometry: Geometry | null) => void;
  onKey: (event: KeyboardEvent) => void;
  onFailed: () => void;
};

/** The festival's site on MapLibre. Mounted anew where the background or the light changes. */
export function SiteMap({
  ref,
  places,
  chosen,
  tool,
  snap,
  styleUrl,
  festival,
  night,
  mayEdit,
  onChoose,
  onDrawn,
  onReshaped,
  onDrawing,
  onKey,
  onFailed,
}: Props) {
  const t = useTranslations('office.map');
  const box = useRef<HTMLDivElement>(null);
  const signs = useRef<HTMLDivElement>(null);
  const canvas = useRef<MapCanvas | null>(null);
  const pencil = useRef<Pencil | null>(null);
  const [ready, setReady] = useState(false);
  const [grid, setGrid] = useState<number | null>(null);
  const press = useEffectEvent((id: string | null, many: boolean) => {
    if (tool === 'choose') onChoose(id, many);
  });
  const drawn = useEffectEvent(onDrawn);
  const reshaped = useEffectEvent(onReshaped);
  const drawing = useEffectEvent(onDrawing);
  const failed = useEffectEvent(onFailed);
  const snaps = useEffectEvent(() => snap);
  const open = useEffectEvent((container: HTMLElement, icons: Map<string, SVGSVGElement>) =>
    openCanvas({
      container,
      icons,
      styleUrl,
      night,
      middle: festival,
      still: matchMedia('(prefers-reduced-motion: reduce)').matches,
      onReady: () => setReady(true),
      onPress: press,
      onMoved: setGrid,
    }),
  );
  useEffect(() => {
    if (box.current === null || signs.current === null) return;
    const icons = [...signs.current.querySelectorAll('svg')];
    try {
      canvas.current = open(box.current, new Map(icons.map((icon) => [icon.dataset['sign'] ?? '', icon])));
    } catch {
      // No WebGL: the plan without it is shown instead.
      failed();
    }
    return () => {
      pencil.current?.end();
      canvas.current?.end();
      pencil.current = null;
      canvas.current = null;
    };
  }, []);

  const framed = useRef(false);
  useEffect(() => {
    canvas.current?.show(places);
    if (!ready || framed.current) return;
    framed.current = true;
    // Whoever comes to see one place sees it at once.
    const wanted = places.filter(({ place }) => chosen.includes(place.id));
    canvas.current?.fit((wanted.length > 0 ? wanted : places).map(({ place }) => place.geometry));
  }, [places, ready, chosen]);

  useEffect(() => {
    if (!ready || !mayEdit || canvas.current === null) return;
    pencil.current = takePencil({
      canvas: canvas.current,
      color: inks[night ? 'night' : 'day'].accent,
      snaps: () => snaps(),
      onDrawn: (geometry) => drawn(geometry),
      onReshaped: (id, geometry, began) => reshaped(id, geometry, began),
      onDrawing: (geometry) => drawing(geometry),
    });
    return () => {
      pencil.current?.end();
      pencil.current = null;
    };
  }, [ready, mayEdit, night]);

  const [only] = chosen.length === 1 ? chosen : [];
  const held = places.find(({ place }) => place.id === only)?.place;
  useEffect(() => {
    const inHand = held !== undefined && mayEdit && tool === 'choose' ? held : null;
    pencil.current?.take(tool);
    pencil.current?.hold(inHand);
    canvas.current?.choose(chosen, inHand === null ? [] : [inHand.id]);
  }, [ready, tool, chosen, held, mayEdit]);

  useImperativeHandle(ref, () => ({
    middle: () => canvas.current?.middle() ?? festival,
    fit: (geometries) => canvas.current?.fit(geometries),
    zoom: (by) => (by === 1 ? canvas.current?.map.zoomIn() : canvas.current?.map.zoomOut()),
  }));

  return (
    <div className="relative size-full" role="presentation" onKeyDownCapture={onKey}>
      <div
        ref={box}
        role="region"
        aria-label={t('canvas')}
        aria-busy={!ready}
        className="size-full [&_canvas:focus-visible]:outline-2 [&_canvas:focus-visible]:-outline-offset-2 [&_canvas:focus-visible]:outline-accent"
      />
      {styleUrl === null && grid !== null && (
        <p className="tabular pointer-events-none absolute right-2 bottom-2 rounded-sm bg-surface/85 px-1.5 py-0.5 text-2xs text-ink-soft">
          {t('grid', { metres: grid })}
        </p>
      )}
      <div ref={signs} hidden aria-hidden="true">
        {[...allSigns].map(([name, Icon]) => (
          <Icon key={name} data-sign={name} />
        ))}
      </div>
    </div>
  );
}
