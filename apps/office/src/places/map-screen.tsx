import { Card } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import { localised } from '@festivals/messages';
import type { MapPlace } from '@festivals/domain/places/contract';
import { useQuery } from '@tanstack/react-query';
import { Map } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useFestival } from '../festival/queries.ts';
import { useLanguage } from '../i18n/language.ts';
import { Loaded } from '../list/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { placeKinds } from './place-kinds.ts';
import { SitePlan } from './site-plan.tsx';

function Places({ places }: { places: MapPlace[] }) {
  const t = useTranslations('office.map');
  const kinds = useTranslations('office.placeKind');
  const locale = useLocale();
  const language = useLanguage();
  const format = useFormatter();
  const [pointed, setPointed] = useState<string | null>(null);
  const sorted = places.toSorted(
    (a, b) =>
      kinds(a.kind).localeCompare(kinds(b.kind), locale) ||
      localised(a.name, language).localeCompare(localised(b.name, language), locale),
  );
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <Card className="overflow-hidden lg:sticky lg:top-18">
        <SitePlan places={places} pointed={pointed} onPoint={setPointed} />
      </Card>
      <Card className="max-h-[80dvh] overflow-y-auto" tabIndex={0} role="region" aria-label={t('list')}>
        <ul className="divide-y divide-line">
          {sorted.map((place) => {
            const { icon: Icon, color } = placeKinds[place.kind];
            return (
              <li
                key={place.id}
                onPointerEnter={() => setPointed(place.id)}
                onPointerLeave={() => setPointed(null)}
                className={`flex items-center gap-3 px-4 py-2 ${pointed === place.id ? 'bg-hover' : ''}`}
              >
                <Icon aria-hidden="true" className="size-4 shrink-0" style={{ color }} />
                <span className="min-w-0 flex-1">
                  <span className="block truncate text-ui font-medium text-ink">{localised(place.name, language)}</span>
                  <span className="block truncate text-xs text-ink-faint">
                    {kinds(place.kind)}
                    {place.capacity === null ? '' : ` · ${t('capacity', { capacity: format.number(place.capacity) })}`}
                  </span>
                </span>
              </li>
            );
          })}
        </ul>
      </Card>
    </div>
  );
}

/** The festival's site: its plan, and every place on it. */
export function MapScreen() {
  const t = useTranslations('office.map');
  const { festival } = useFestival();
  const places = useQuery({
    queryKey: ['festival', festival.id, 'places'],
    queryFn: ({ signal }) => api.places.listPlaces({ params: { festivalId: festival.id } }, { signal }),
  });
  return (
    <Page title={t('title')} festival={festival.name} lead={t('lead')}>
      <Loaded query={places}>
        {(list) =>
          list.length === 0 ? (
            <Card>
              <EmptyState icon={<Map aria-hidden="true" />} title={t('empty')}>
                {t('emptyDetail')}
              </EmptyState>
            </Card>
          ) : (
            <Places places={list} />
          )
        }
      </Loaded>
    </Page>
  );
}
