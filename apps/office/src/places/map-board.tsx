import type { SiteMap as Drawn } from '@festivals/domain/places/contract';
import type { Geometry, Position } from '@festivals/domain/places/geometry';
import type { PlaceRow } from '@festivals/domain/places/list-view';
import { Card } from '@festivals/ui/card';
import { Notice } from '@festivals/ui/notice';
import { type KeyboardEvent, type ReactNode, type RefObject, useState } from 'react';
import { useTranslations } from 'use-intl';
import { MapTools, MapView } from './map-toolbar.tsx';
import { useSizeText } from './measures.tsx';
import { directionOf, strideOf } from './nudge-pad.tsx';
import type { Tool } from './pencil-modes.ts';
import { SiteMap, type SiteMapHandle } from './site-map.tsx';
import { SitePlan } from './site-plan.tsx';
import type { Chosen } from './use-chosen-places.ts';
import type { MapDeeds } from './use-map-deeds.ts';
import { useNight } from './use-night.ts';
import type { Hand } from './use-pencil.ts';

type Props = {
  site: RefObject<SiteMapHandle | null>;
  /** Where one looks while there is nothing. */
  middle: Position;
  map: Drawn;
  shown: readonly PlaceRow[];
  chosen: Chosen;
  tool: Tool;
  onTool: (tool: Tool) => void;
  mayEdit: boolean;
  deeds: MapDeeds;
  onDrawn: (geometry: Geometry) => void;
};

/** The map itself with its tools; a plan without them where the browser can draw no map. */
export function MapBoard(props: Props) {
  const { site, middle, map, shown, chosen, tool, onTool, mayEdit, deeds, onDrawn } = props;
  const t = useTranslations('office.map');
  const night = useNight();
  const sizeText = useSizeText();
  const [snap, setSnap] = useState(true);
  const [drawing, setDrawing] = useState<Geometry | null>(null);
  const [flat, setFlat] = useState(false);
  const { ids, place } = chosen;
  const reshape: Hand['onReshaped'] = (id, geometry, began) =>
    void deeds.change([{ id, changes: { geometry }, began: { geometry: began } }]);
  const press = (event: KeyboardEvent) => {
    const direction = directionOf(event.key);
    const onCanvas = event.target instanceof HTMLCanvasElement;
    if (!onCanvas || tool !== 'choose' || !mayEdit || ids.length === 0) return;
    if (direction !== undefined) deeds.nudge(direction, strideOf(event));
    else if (event.key === 'Delete' || event.key === 'Backspace') void deeds.remove();
    else if (event.key === 'Escape') chosen.choose(null, false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (flat)
    return (
      <Board>
        <Notice className="m-3">{t('noWebgl')}</Notice>
        <SitePlan places={shown.map((one) => one.place)} pointed={place?.id ?? null} onPoint={() => undefined} />
      </Board>
    );
  return (
    <Board>
      <SiteMap
        key={`${night} ${map.styleUrl}`}
        ref={site}
        places={shown}
        chosen={ids}
        hand={mayEdit ? { tool, snap, onDrawn, onReshaped: reshape, onDrawing: setDrawing } : null}
        styleUrl={map.styleUrl}
        middle={middle}
        night={night}
        onChoose={chosen.choose}
        onKey={press}
        onFailed={() => setFlat(true)}
      />
      {mayEdit && (
        <MapTools tool={tool} onTool={onTool} snap={snap} onSnap={setSnap} undo={deeds.undo} redo={deeds.redo} />
      )}
      <MapView
        onZoom={(by) => site.current?.zoom(by)}
        onAll={() => site.current?.fit(map.places.map(({ geometry }) => geometry))}
        onChosen={place === undefined ? null : () => site.current?.fit([place.geometry])}
      />
      {tool !== 'choose' && (
        <p
          role="status"
          className="pointer-events-none absolute inset-x-0 bottom-10 mx-auto w-fit max-w-[90%] rounded-md bg-ink px-2.5 py-1 text-xs text-canvas shadow-raised tabular"
        >
          {(drawing !== null && sizeText(drawing)) || t(`how.${tool}`)}
        </p>
      )}
    </Board>
  );
}

const Board = ({ children }: { children: ReactNode }) => (
  <Card className="relative h-[56dvh] min-h-80 overflow-hidden lg:h-auto">{children}</Card>
);
