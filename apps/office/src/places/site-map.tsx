import type { DraftPlace } from '@festivals/domain/places/contract';
import type { Geometry, Position } from '@festivals/domain/places/geometry';
import { allSigns } from '@festivals/ui/map/place-signs';
import 'maplibre-gl/dist/maplibre-gl.css';
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useCanvas, useDrawnPlaces } from './use-canvas.ts';
import { type Hand, usePencil } from './use-pencil.ts';

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
  /** What whoever may edit draws with; null for whoever only looks. */
  hand: Hand | null;
  styleUrl: string | null;
  /** Where one looks while there is nothing. */
  middle: Position;
  night: boolean;
  onChoose: (placeId: string | null, many: boolean) => void;
  onKey: (event: KeyboardEvent) => void;
  onFailed: () => void;
};

/** The festival's site on MapLibre. Mounted anew where the background or the light changes. */
export function SiteMap(props: Props) {
  const { ref, places, chosen, hand, styleUrl, middle, night, onChoose, onKey, onFailed } = props;
  const t = useTranslations('office.map');
  const box = useRef<HTMLDivElement>(null);
  const signs = useRef<HTMLDivElement>(null);
  const chooses = hand === null || hand.tool === 'choose';
  const { canvas, ready, grid } = useCanvas({
    box,
    signs,
    styleUrl,
    night,
    middle,
    onPress: (id, many) => chooses && onChoose(id, many),
    onFailed,
  });
  useDrawnPlaces({ canvas, ready }, places, chosen);
  const [only] = chosen.length === 1 ? chosen : [];
  const held = (hand?.tool === 'choose' && places.find(({ place }) => place.id === only)?.place) || null;
  usePencil({ canvas, ready, night, hand, held });
  const heldId = held?.id;
  useEffect(
    () => canvas.current?.choose(chosen, heldId === undefined ? [] : [heldId]),
    [canvas, ready, chosen, heldId],
  );
  useImperativeHandle(ref, () => ({
    middle: () => canvas.current?.middle() ?? middle,
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
