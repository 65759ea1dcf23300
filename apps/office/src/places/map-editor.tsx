import type { Festival } from '@festivals/domain/festival/contract';
import type { SiteMap as Drawn } from '@festivals/domain/places/contract';
import type { Geometry, Position } from '@festivals/domain/places/geometry';
import { placeList, type PlaceRow } from '@festivals/domain/places/list-view';
import { PlaceKind } from '@festivals/domain/places/place-kind';
import { localised } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { Card } from '@festivals/ui/card';
import { Notice } from '@festivals/ui/notice';
import { Select } from '@festivals/ui/select';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@festivals/ui/tabs';
import { useToast } from '@festivals/ui/toast';
import { Plus } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../i18n/language.ts';
import { ExportMenu } from '../list/export-menu.tsx';
import { ListBar } from '../list/list-bar.tsx';
import type { ListSearch } from '../list/list-search.ts';
import { SearchInput } from '../list/search-input.tsx';
import { useList } from '../list/use-list.ts';
import { LayersPanel } from './layers-panel.tsx';
import { ManyPanel } from './many-panel.tsx';
import { MapTools, MapView } from './map-toolbar.tsx';
import { useSizeText } from './measures.tsx';
import { type Direction, directionOf, strideOf } from './nudge-pad.tsx';
import type { Tool } from './pencil.ts';
import { PlaceList } from './place-list.tsx';
import { PlacePanel } from './place-panel.tsx';
import { SiteMap, type SiteMapHandle } from './site-map.tsx';
import { SitePlan } from './site-plan.tsx';
import { useMapEdits } from './use-map-edits.ts';
import { useNight } from './use-night.ts';

const towards: Readonly<Record<Direction, { east: number; north: number }>> = {
  north: { east: 0, north: 1 },
  south: { east: 0, north: -1 },
  west: { east: -1, north: 0 },
  east: { east: 1, north: 0 },
};

type Props = {
  festival: Festival;
  map: Drawn;
  mayEdit: boolean;
  asked: ListSearch;
  /** The one kind of place that is shown; undefined shows all. */
  only: PlaceKind | undefined;
  onOnly: (kind: PlaceKind | undefined) => void;
  chosen: string | undefined;
  look: (next: ListSearch) => void;
  onChoose: (placeId: string | undefined) => void;
};

/** The festival's site, drawn on: a map, and beside it the same in words, so that either is enough. */
export function MapEditor(props: Props) {
  const { festival, map, mayEdit, asked, only: onlyKind, onOnly, chosen: fromAddress, look, onChoose } = props;
  const t = useTranslations('office.map');
  const kinds = useTranslations('office.placeKind');
  const language = useLanguage();
  const night = useNight();
  const say = useToast();
  const sizeText = useSizeText();
  const site = useRef<SiteMapHandle>(null);
  const [tool, setTool] = useState<Tool>('choose');
  const [snap, setSnap] = useState(true);
  const [kind, setKind] = useState<PlaceKind>('BAR');
  const [many, setMany] = useState<readonly string[]>([]);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [drawing, setDrawing] = useState<Geometry | null>(null);
  const [spoken, setSpoken] = useState('');
  const [flat, setFlat] = useState(false);
  const [tab, setTab] = useState('places');

  const named = useMemo(
    () =>
      map.places.map((place): PlaceRow => ({ place, name: localised(place.name, language), kind: kinds(place.kind) })),
    [map.places, language, kinds],
  );
  const shown = useMemo(
    () =>
      named.filter(
        ({ place }) => !hidden.has(place.layerId ?? 'ground') && (onlyKind === undefined || place.kind === onlyKind),
      ),
    [named, hidden, onlyKind],
  );
  const kindCounts = useMemo(() => {
    const all = new Map<PlaceKind, number>();
    for (const one of map.places) all.set(one.kind, (all.get(one.kind) ?? 0) + 1);
    return all;
  }, [map.places]);
  const wanted = useDeferredValue(asked);
  const list = useList(placeList, shown, wanted, look);
  const counts = useMemo(() => {
    const all = new Map<string, number>();
    for (const { layerId } of map.places) all.set(layerId ?? 'ground', (all.get(layerId ?? 'ground') ?? 0) + 1);
    return all;
  }, [map.places]);

  const chosen = useMemo(() => {
    const there = new Set(map.places.map(({ id }) => id));
    return (many.length > 0 ? many : fromAddress === undefined ? [] : [fromAddress]).filter((id) => there.has(id));
  }, [map.places, many, fromAddress]);
  const [only] = chosen.length === 1 ? chosen : [];
  const place = map.places.find(({ id }) => id === only);

  // What was chosen here needs no flight; what the address names was found elsewhere.
  const chosenHere = useRef<string | undefined>(fromAddress);
  const fly = useEffectEvent((id: string) => {
    setMany([]);
    const found = map.places.find((one) => one.id === id);
    if (found) site.current?.fit([found.geometry]);
  });
  useEffect(() => {
    if (fromAddress === chosenHere.current) return;
    chosenHere.current = fromAddress;
    if (fromAddress !== undefined) fly(fromAddress);
  }, [fromAddress]);

  const choose = (id: string | null, adding: boolean) => {
    if (id === null) {
      setMany([]);
      chosenHere.current = undefined;
      onChoose(undefined);
      return;
    }
    const next = adding ? (chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]) : [id];
    setMany(next.length > 1 ? next : []);
    chosenHere.current = next.at(-1);
    onChoose(next.at(-1));
  };
  const edits = useMapEdits(festival.id, (gone) => {
    const lost = gone.filter(({ id }) => chosen.includes(id));
    for (const { name, kind: what } of lost)
      say({ title: t('goneMeanwhile', { name: localised(name, language) || kinds(what) }), detail: t('goneDetail') });
    if (lost.length > 0) choose(null, false);
  });
  const open = (id: string) => {
    choose(id, false);
    const geometry = map.places.find((one) => one.id === id)?.geometry;
    if (geometry) site.current?.fit([geometry]);
  };
  const add = async (geometry: Geometry) => {
    setTool('choose');
    // What was just drawn is never out of sight.
    if (onlyKind !== undefined && onlyKind !== kind) onOnly(undefined);
    const created = await edits.create({ kind, geometry });
    if (created === undefined) return;
    choose(created.id, false);
    setSpoken(t('added', { kind: kinds(kind) }));
  };
  const nudge = (direction: Direction, metres: number) => {
    const { east, north } = towards[direction];
    edits.nudge(chosen, { east: east * metres, north: north * metres });
    setSpoken(t(`moved.${direction}`, { metres }));
  };
  const remove = async () => {
    const ids = chosen;
    choose(null, false);
    if (await edits.remove(ids)) say({ title: t('removed', { count: ids.length }), detail: t('removedDetail') });
  };
  const walk = (go: (() => void) | null, text: string) => {
    if (go === null) return;
    go();
    setSpoken(text);
  };
  const undo = edits.undo && (() => walk(edits.undo, t('undone')));
  const redo = edits.redo && (() => walk(edits.redo, t('redone')));
  /** Keys that mean the same on the map and beside it; a field keeps its own. */
  const stepKey = useEffectEvent((event: globalThis.KeyboardEvent) => {
    const inField = event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
    if (inField || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
    event.preventDefault();
    if (event.shiftKey) redo?.();
    else undo?.();
  });
  // On the whole page: whoever has just removed the place that had the focus takes it back as well.
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => stepKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  const mapKey = (event: KeyboardEvent) => {
    const direction = directionOf(event.key);
    const onCanvas = event.target instanceof HTMLCanvasElement;
    if (!onCanvas || tool !== 'choose' || !mayEdit || chosen.length === 0) return;
    if (direction !== undefined) nudge(direction, strideOf(event));
    else if (event.key === 'Delete' || event.key === 'Backspace') void remove();
    else if (event.key === 'Escape') choose(null, false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const middle: Position = [festival.place.longitude, festival.place.latitude];
  const size = drawing === null ? '' : sizeText(drawing);
  return (
    <div className="grid items-stretch gap-4 lg:h-[calc(100dvh-13rem)] lg:min-h-120 lg:grid-cols-[minmax(0,1fr)_21rem]">
      <Card className="relative h-[56dvh] min-h-80 overflow-hidden lg:h-auto">
        {flat ? (
          <>
            <Notice className="m-3">{t('noWebgl')}</Notice>
            <SitePlan places={shown.map((one) => one.place)} pointed={only ?? null} onPoint={() => undefined} />
          </>
        ) : (
          <>
            <SiteMap
              key={`${night} ${map.styleUrl}`}
              ref={site}
              places={shown}
              chosen={chosen}
              tool={tool}
              snap={snap}
              styleUrl={map.styleUrl}
              festival={middle}
              night={night}
              mayEdit={mayEdit}
              onChoose={choose}
              onDrawn={(geometry) => void add(geometry)}
              onReshaped={(id, geometry, began) =>
                void edits.change([{ id, changes: { geometry }, began: { geometry: began } }])
              }
              onDrawing={setDrawing}
              onKey={mapKey}
              onFailed={() => setFlat(true)}
            />
            {mayEdit && <MapTools tool={tool} onTool={setTool} snap={snap} onSnap={setSnap} undo={undo} redo={redo} />}
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
                {size || t(`how.${tool}`)}
              </p>
            )}
          </>
        )}
      </Card>
      <Card className="flex max-h-[80dvh] min-h-0 flex-col overflow-hidden lg:max-h-none">
        {place !== undefined ? (
          <PlacePanel
            festival={festival}
            place={place}
            layers={map.layers}
            mayEdit={mayEdit}
            clashes={edits.clash?.id === place.id ? edits.clash.clashes : []}
            onSettle={edits.settle}
            onChange={(changes, began) => void edits.change([{ id: place.id, changes, ...(began && { began }) }])}
            onNudge={nudge}
            onRemove={() => void remove()}
            onClose={() => choose(null, false)}
          />
        ) : chosen.length > 1 && mayEdit ? (
          <ManyPanel
            count={chosen.length}
            layers={map.layers}
            onLayer={(layerId) => void edits.change(chosen.map((id) => ({ id, changes: { layerId } })))}
            onNudge={nudge}
            onRemove={() => void remove()}
            onClose={() => choose(null, false)}
          />
        ) : (
          <Tabs value={tab} onValueChange={setTab} className="flex min-h-0 flex-1 flex-col">
            <TabsList className="shrink-0 px-4">
              <TabsTrigger value="places">{t('placesTab', { count: map.places.length })}</TabsTrigger>
              <TabsTrigger value="layers">{t('layersTab')}</TabsTrigger>
            </TabsList>
            <TabsContent value="places" className="flex min-h-0 flex-1 flex-col data-[state=inactive]:hidden">
              <div className="shrink-0 space-y-2 border-b border-line p-3">
                {mayEdit && (
                  <div className="flex gap-2">
                    <Select
                      aria-label={t('newKind')}
                      className="flex-1"
                      value={kind}
                      onChange={({ target }) => setKind(PlaceKind.parse(target.value))}
                    >
                      {PlaceKind.options.map((one) => (
                        <option key={one} value={one}>
                          {kinds(one)}
                        </option>
                      ))}
                    </Select>
                    <Button
                      tone="accent"
                      title={t('addHint')}
                      onClick={() => void add({ type: 'Point', coordinates: site.current?.middle() ?? middle })}
                    >
                      <Plus aria-hidden="true" />
                      {t('add')}
                    </Button>
                  </div>
                )}
                <div className="flex gap-2">
                  <SearchInput
                    label={t('search')}
                    value={asked.search ?? ''}
                    onSearch={(text) => look({ search: text || undefined })}
                    className="min-w-0 flex-1"
                  />
                  <Select
                    aria-label={t('onlyKind')}
                    className="w-2/5 shrink-0"
                    value={onlyKind ?? ''}
                    onChange={({ target }) => onOnly(PlaceKind.safeParse(target.value).data)}
                  >
                    <option value="">{t('allKinds')}</option>
                    {PlaceKind.options
                      .filter((one) => kindCounts.has(one) || one === onlyKind)
                      .map((one) => (
                        <option key={one} value={one}>
                          {`${kinds(one)} (${kindCounts.get(one) ?? 0})`}
                        </option>
                      ))}
                  </Select>
                </div>
                <ListBar
                  asked={asked}
                  look={look}
                  sorts={[
                    ['kind', t('kind')],
                    ['name', t('name')],
                    ['capacity', t('capacity')],
                  ]}
                >
                  {map.places.length > 0 && (
                    <ExportMenu
                      festival={festival}
                      list="places"
                      asked={{ ...list.asked, only: onlyKind }}
                      label={t('list')}
                    />
                  )}
                </ListBar>
              </div>
              {map.places.length === 0 ? (
                <p className="px-4 py-8 text-center text-ui text-pretty text-ink-soft">{t('emptyDetail')}</p>
              ) : (
                <PlaceList
                  places={list.rows}
                  chosen={chosen}
                  layerName={(id) => {
                    const layer = map.layers.find((one) => one.id === id);
                    return layer === undefined ? null : localised(layer.name, language);
                  }}
                  onChoose={choose}
                  onOpen={open}
                />
              )}
            </TabsContent>
            <TabsContent value="layers" className="flex min-h-0 flex-1 flex-col data-[state=inactive]:hidden">
              <LayersPanel
                festival={festival}
                layers={map.layers}
                counts={counts}
                hidden={hidden}
                mayEdit={mayEdit}
                onHide={(layer, hide) =>
                  setHidden((now) => new Set(hide ? [...now, layer] : [...now].filter((one) => one !== layer)))
                }
              />
            </TabsContent>
          </Tabs>
        )}
      </Card>
      <p role="status" aria-live="polite" className="sr-only">
        {spoken}
      </p>
    </div>
  );
}
