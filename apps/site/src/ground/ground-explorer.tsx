'use client';

import type { Position } from '@festivals/domain/places/geometry';
import { openState, wallTimeOf } from '@festivals/domain/places/open-now';
import type { Language } from '@festivals/messages';
import { useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import { ChosenPlace } from './chosen-place.tsx';
import type { GroundPlace } from './ground-place.ts';
import { MapFilterBar } from './map-filter-bar.tsx';
import { mapFilters } from './map-filters.ts';
import { MapPane } from './map-pane.tsx';
import { PlaceList } from './place-list.tsx';
import { mapQuery, useMapAddress } from './use-map-address.ts';
import { usePosition } from './use-position.ts';
import { useServerNow } from './use-server-now.ts';

interface Props {
  festival: { slug: string; zone: string; middle: Position };
  language: Language;
  places: GroundPlace[];
  styleUrl: string | null;
  plan: ReactNode;
}

/** The festival's ground: what is looked for, the map, and the same in words. */
export function GroundExplorer({ festival, language, places, styleUrl, plan }: Props) {
  const t = useTranslations('site.map');
  const [address, go] = useMapAddress();
  const { where, ask, forget } = usePosition();
  const now = useServerNow();
  const card = useRef<HTMLDivElement>(null);
  // Only who asks for what is open now has the list sifted again with the clock.
  const minute = now === null || !address.openOnly ? null : wallTimeOf(now, festival.zone);
  const clock = `${minute?.date} ${minute?.time}`;
  const found = useMemo(
    () =>
      places.filter(
        ({ filters, hours }) =>
          (address.show === null || filters.includes(address.show)) &&
          (!address.openOnly || minute === null || openState(hours, minute).open),
      ),
    // A minute is as fine as opening hours are.
    // oxlint-disable-next-line react/exhaustive-deps
    [places, address.show, address.openOnly, clock],
  );
  const chosen = places.find(({ id }) => id === address.place) ?? null;
  const matching = useMemo(
    () => new Set([...found.map(({ id }) => id), ...(chosen ? [chosen.id] : [])]),
    [found, chosen],
  );
  const offered = mapFilters
    .map(({ name }) => name)
    .filter((name) => places.some(({ filters }) => filters.includes(name)));
  const from = where.state === 'known' ? where.at : null;
  const choose = useCallback((place: string | null) => go({ place }), [go]);

  const chosenId = chosen?.id;
  useEffect(() => {
    if (chosenId !== undefined) card.current?.scrollIntoView({ block: 'nearest' });
  }, [chosenId]);

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.6fr)] lg:gap-x-10">
      <div className="lg:col-span-2">
        <MapFilterBar
          offered={offered}
          show={address.show}
          openOnly={address.openOnly}
          hasHours={places.some(({ hours }) => hours.length > 0)}
          where={where}
          language={language}
          onShow={(show) => go({ show })}
          onOpenOnly={(openOnly) => go({ openOnly })}
          onAsk={ask}
          onForget={forget}
        />
      </div>
      <div className="space-y-3 lg:order-2 [@media(scripting:none)]:order-2">
        <div className="space-y-3 lg:sticky lg:top-4">
          <div className="h-[62svh] min-h-80 lg:h-[calc(100svh-14rem)]">
            <MapPane
              places={places}
              matching={matching}
              chosen={chosen}
              where={where}
              middle={festival.middle}
              styleUrl={styleUrl}
              onChoose={choose}
              plan={plan}
            />
          </div>
          <div ref={card} aria-live="polite" className="scroll-mb-4">
            {chosen ? (
              <ChosenPlace
                key={chosen.id}
                place={chosen}
                address={mapQuery({ place: chosen.id, show: null, openOnly: false })}
                from={from}
                slug={festival.slug}
                zone={festival.zone}
                language={language}
                onClose={() => choose(null)}
              />
            ) : (
              address.place !== null && <p className="rounded-2xl bg-warning-soft p-4 text-warning-text">{t('gone')}</p>
            )}
          </div>
        </div>
      </div>
      <div className="lg:order-1 [@media(scripting:none)]:order-1">
        <p role="status" className="sr-only">
          {t('count', { count: found.length })}
        </p>
        {found.length === 0 ? (
          <div className="space-y-4">
            <p className="text-lg text-ink-soft">{t('none')}</p>
            <button
              type="button"
              onClick={() => go({ show: null, openOnly: false })}
              className="min-h-11 rounded-button bg-accent px-5 font-semibold text-on-accent hover:bg-accent-hover"
            >
              {t('everything')}
            </button>
          </div>
        ) : (
          <PlaceList
            places={found}
            chosen={address.place}
            from={from}
            zone={festival.zone}
            language={language}
            onChoose={choose}
          />
        )}
      </div>
    </div>
  );
}
