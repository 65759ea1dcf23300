import { Skeleton } from '@festivals/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useFestival } from '../festival/queries.ts';
import { ExportFile } from '../list/export-file.tsx';
import { Loaded } from '../list/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { ImportPlaces } from './import-places.tsx';
import { mapQuery } from './queries.ts';

const route = getRouteApi('/office/f/$slug/map');
// A megabyte of map: nobody else pays for it.
const MapEditor = lazy(() => import('./map-editor.tsx').then((module) => ({ default: module.MapEditor })));

const waiting = <Skeleton className="h-[calc(100dvh-13rem)] min-h-120 rounded-xl" />;

/** The festival's site: its map, and every place on it. */
export function MapScreen() {
  const t = useTranslations('office.map');
  const { festival, may } = useFestival();
  const { place, kind, ...asked } = route.useSearch();
  const navigate = route.useNavigate();
  const map = useQuery(mapQuery(festival.id));
  const mayEdit = may.has('places.edit');
  const actions = map.data && (
    <>
      {mayEdit && <ImportPlaces festival={festival} layers={map.data.layers} />}
      {map.data.places.length > 0 && (
        <ExportFile
          label={t('file.export')}
          name={`${festival.slug}.geojson`}
          read={() => api.places.exportPlaces({ params: { festivalId: festival.id } })}
        />
      )}
    </>
  );
  return (
    <Page title={t('title')} festival={festival.name} lead={t('lead')} actions={actions}>
      <Loaded query={map} waiting={waiting}>
        {(drawn) => (
          <Suspense fallback={waiting}>
            <MapEditor
              festival={festival}
              map={drawn}
              mayEdit={mayEdit}
              search={{
                asked,
                look: (next) => void navigate({ search: (now) => ({ ...now, ...next }), replace: true }),
                only: kind,
                onOnly: (only) => void navigate({ search: (now) => ({ ...now, kind: only }), replace: true }),
              }}
              named={place}
              onName={(id) => void navigate({ search: (now) => ({ ...now, place: id }), replace: true })}
            />
          </Suspense>
        )}
      </Loaded>
    </Page>
  );
}
