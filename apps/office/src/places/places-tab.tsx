import type { Festival } from '@festivals/domain/festival/contract';
import type { DraftPlace, SiteMap } from '@festivals/domain/places/contract';
import { placeList, type PlaceRow } from '@festivals/domain/places/list-view';
import { PlaceKind } from '@festivals/domain/places/place-kind';
import { localised } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { Select } from '@festivals/ui/select';
import { Plus } from 'lucide-react';
import { type ReactNode, useDeferredValue } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../i18n/language.ts';
import { ExportMenu } from '../list/export-menu.tsx';
import { ListBar } from '../list/list-bar.tsx';
import type { ListSearch } from '../list/list-search.ts';
import { SearchInput } from '../list/search-input.tsx';
import { useList } from '../list/use-list.ts';
import { PlaceList } from './place-list.tsx';
import type { Chosen } from './use-chosen-places.ts';
import { countBy } from './use-shown-places.ts';

/** What the address asks of the map and its list. */
export type Search = {
  asked: ListSearch;
  look: (next: ListSearch) => void;
  /** The one kind of place that is shown; undefined shows all. */
  only: PlaceKind | undefined;
  onOnly: (kind: PlaceKind | undefined) => void;
};

type Props = {
  festival: Festival;
  map: SiteMap;
  shown: readonly PlaceRow[];
  search: Search;
  chosen: Chosen;
  /** Chooses a place and shows it on the map. */
  onOpen: (placeId: string) => void;
  /** What stands above the search. */
  children: ReactNode;
};

/** Every place in words: the map for whoever does not see it. */
export function PlacesTab({ festival, map, shown, search, chosen, onOpen, children }: Props) {
  const t = useTranslations('office.map');
  const language = useLanguage();
  const { asked, look, only } = search;
  const list = useList(placeList, shown, useDeferredValue(asked), look);
  const layerName = (id: string) => {
    const layer = map.layers.find((one) => one.id === id);
    return layer === undefined ? null : localised(layer.name, language);
  };
  const sorts = (['kind', 'name', 'capacity'] as const).map((name) => [name, t(name)] as const);
  return (
    <>
      <div className="shrink-0 space-y-2 border-b border-line p-3">
        {children}
        <Finder places={map.places} search={search} />
        <ListBar asked={asked} look={look} sorts={sorts}>
          {map.places.length > 0 && (
            <ExportMenu festival={festival} list="places" asked={{ ...list.asked, only }} label={t('list')} />
          )}
        </ListBar>
      </div>
      {map.places.length === 0 ? (
        <p className="px-4 py-8 text-center text-ui text-pretty text-ink-soft">{t('emptyDetail')}</p>
      ) : (
        <PlaceList
          places={list.rows}
          chosen={chosen.ids}
          layerName={layerName}
          onChoose={chosen.choose}
          onOpen={onOpen}
        />
      )}
    </>
  );
}

/** What is searched, and which kind of place alone is shown. */
function Finder({ places, search }: { places: readonly DraftPlace[]; search: Search }) {
  const t = useTranslations('office.map');
  const kinds = useTranslations('office.placeKind');
  const { asked, look, only, onOnly } = search;
  const counts = countBy(places, ({ kind }) => kind);
  return (
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
        value={only ?? ''}
        onChange={({ target }) => onOnly(PlaceKind.safeParse(target.value).data)}
      >
        <option value="">{t('allKinds')}</option>
        {PlaceKind.options
          .filter((one) => counts.has(one) || one === only)
          .map((one) => (
            <option key={one} value={one}>
              {`${kinds(one)} (${counts.get(one) ?? 0})`}
            </option>
          ))}
      </Select>
    </div>
  );
}

type NewPlaceProps = { kind: PlaceKind; onKind: (kind: PlaceKind) => void; onAdd: () => void };

/** What kind of place the next one is, whether it is drawn or added as a point. */
export function NewPlace({ kind, onKind, onAdd }: NewPlaceProps) {
  const t = useTranslations('office.map');
  const kinds = useTranslations('office.placeKind');
  return (
    <div className="flex gap-2">
      <Select
        aria-label={t('newKind')}
        className="flex-1"
        value={kind}
        onChange={({ target }) => onKind(PlaceKind.parse(target.value))}
      >
        {PlaceKind.options.map((one) => (
          <option key={one} value={one}>
            {kinds(one)}
          </option>
        ))}
      </Select>
      <Button tone="accent" title={t('addHint')} onClick={onAdd}>
        <Plus aria-hidden="true" />
        {t('add')}
      </Button>
    </div>
  );
}
