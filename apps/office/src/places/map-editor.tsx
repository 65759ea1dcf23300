import type { Festival } from '@festivals/domain/festival/contract';
import type { SiteMap as Drawn } from '@festivals/domain/places/contract';
import type { Geometry, Position } from '@festivals/domain/places/geometry';
import type { PlaceKind } from '@festivals/domain/places/place-kind';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@festivals/ui/tabs';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { LayersPanel } from './layers-panel.tsx';
import { MapBoard } from './map-board.tsx';
import { MapSide } from './map-side.tsx';
import type { Tool } from './pencil-modes.ts';
import { NewPlace, PlacesTab, type Search } from './places-tab.tsx';
import type { SiteMapHandle } from './site-map.tsx';
import { useChosenPlaces } from './use-chosen-places.ts';
import { useMapDeeds } from './use-map-deeds.ts';
import { countBy, layerOf, useShownPlaces } from './use-shown-places.ts';

const tabContent = 'flex min-h-0 flex-1 flex-col data-[state=inactive]:hidden';

type Props = {
  festival: Festival;
  map: Drawn;
  mayEdit: boolean;
  search: Search;
  /** The place that the address names. */
  named: string | undefined;
  onName: (placeId: string | undefined) => void;
};

/** The festival's site, drawn on: a map, and beside it the same in words, so that either is enough. */
export function MapEditor({ festival, map, mayEdit, search, named, onName }: Props) {
  const t = useTranslations('office.map');
  const site = useRef<SiteMapHandle>(null);
  const [tool, setTool] = useState<Tool>('choose');
  const [kind, setKind] = useState<PlaceKind>('BAR');
  const [tab, setTab] = useState('places');
  const fit = (geometries: readonly Geometry[]) => site.current?.fit(geometries);
  const { shown, hidden, hide } = useShownPlaces(map.places, search.only);
  const chosen = useChosenPlaces(map.places, { named, onName, onFound: ({ geometry }) => fit([geometry]) });
  const deeds = useMapDeeds(festival.id, chosen);
  const open = (id: string) => {
    chosen.choose(id, false);
    const geometry = map.places.find((one) => one.id === id)?.geometry;
    if (geometry) fit([geometry]);
  };
  const add = (geometry: Geometry) => {
    setTool('choose');
    // What was just drawn is never out of sight.
    if (search.only !== undefined && search.only !== kind) search.onOnly(undefined);
    void deeds.add(kind, geometry);
  };
  const middle: Position = [festival.place.longitude, festival.place.latitude];
  return (
    <div className="grid items-stretch gap-4 lg:h-[calc(100dvh-13rem)] lg:min-h-120 lg:grid-cols-[minmax(0,1fr)_21rem]">
      <MapBoard
        site={site}
        middle={middle}
        map={map}
        shown={shown}
        chosen={chosen}
        tool={tool}
        onTool={setTool}
        mayEdit={mayEdit}
        deeds={deeds}
        onDrawn={add}
      />
      <MapSide festival={festival} layers={map.layers} chosen={chosen} mayEdit={mayEdit} deeds={deeds}>
        <Tabs value={tab} onValueChange={setTab} className="flex min-h-0 flex-1 flex-col">
          <TabsList className="shrink-0 px-4">
            <TabsTrigger value="places">{t('placesTab', { count: map.places.length })}</TabsTrigger>
            <TabsTrigger value="layers">{t('layersTab')}</TabsTrigger>
          </TabsList>
          <TabsContent value="places" className={tabContent}>
            <PlacesTab festival={festival} map={map} shown={shown} search={search} chosen={chosen} onOpen={open}>
              {mayEdit && (
                <NewPlace
                  kind={kind}
                  onKind={setKind}
                  onAdd={() => add({ type: 'Point', coordinates: site.current?.middle() ?? middle })}
                />
              )}
            </PlacesTab>
          </TabsContent>
          <TabsContent value="layers" className={tabContent}>
            <LayersPanel
              festival={festival}
              layers={map.layers}
              counts={countBy(map.places, layerOf)}
              hidden={hidden}
              mayEdit={mayEdit}
              onHide={hide}
            />
          </TabsContent>
        </Tabs>
      </MapSide>
      <p role="status" aria-live="polite" className="sr-only">
        {deeds.spoken}
      </p>
    </div>
  );
}
