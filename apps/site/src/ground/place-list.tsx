'use client';

import type { Position } from '@festivals/domain/places/geometry';
import { distance } from '@festivals/domain/places/measure';
import type { Language } from '@festivals/messages';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import type { GroundPlace } from './ground-place.ts';
import { OpenNow } from './open-now.tsx';
import { Distance } from './place-words.tsx';
import { Sign } from './sign.tsx';

interface Props {
  places: readonly GroundPlace[];
  chosen: string | null;
  from: Position | null;
  zone: string;
  language: Language;
  onChoose: (placeId: string) => void;
}

/** The same places in words: by kind, or nearest first for whoever said where they are. Long, and drawn again only when it changes. */
export const PlaceList = memo(function PlaceList({ places, chosen, from, zone, language, onChoose }: Props) {
  const t = useTranslations('site.map');
  const far = (place: GroundPlace) => (from === null ? 0 : distance(from, [...place.middle]));
  const groups: [string, string, readonly GroundPlace[]][] =
    from === null
      ? [...Map.groupBy(places, ({ kind }) => kind)].map(([kind, those]) => [kind, t('kinds', { kind }), those])
      : [['near', t('nearest'), places.toSorted((a, b) => far(a) - far(b))]];
  return (
    <div className="space-y-8">
      {groups.map(([key, heading, those]) => (
        <section key={key} aria-labelledby={`places-${key}`} className="places">
          <h2 id={`places-${key}`} className="headline text-xl">
            {heading}
          </h2>
          <ul className="mt-2 divide-y divide-line">
            {those.map((place) => (
              <li
                key={place.id}
                id={`place-${place.id}`}
                data-show={place.filters.join(' ')}
                className="place scroll-mt-6 target:bg-accent-soft"
              >
                <a
                  href={`?place=${place.id}#place-${place.id}`}
                  aria-current={chosen === place.id ? 'true' : undefined}
                  onClick={(event) => {
                    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                    event.preventDefault();
                    onChoose(place.id);
                  }}
                  className="flex items-center gap-3 rounded-xl px-1 py-2.5 hover:bg-hover aria-[current]:bg-accent-soft"
                >
                  <Sign place={place} className="size-9" />
                  <span className="min-w-0 flex-1">
                    <span className="block font-semibold wrap-anywhere">{place.name}</span>
                    {place.note !== '' && <span className="block text-sm text-ink-soft">{place.note}</span>}
                    {place.saidHours.length > 0 && (
                      <span className="tabular block text-sm text-ink-soft">{place.saidHours.join(' · ')}</span>
                    )}
                    <OpenNow hours={place.hours} zone={zone} language={language} />
                  </span>
                  {from && <Distance place={place} from={from} language={language} />}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
});
