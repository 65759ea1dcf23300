'use client';

import type { Position } from '@festivals/domain/places/geometry';
import type { Language } from '@festivals/messages';
import { Navigation, Share2, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { inLanguage, paths } from '../shell/paths.ts';
import type { GroundPlace } from './ground-place.ts';
import { OpenNow } from './open-now.tsx';
import { Distance } from './place-words.tsx';
import { Sign } from './sign.tsx';

interface Props {
  place: GroundPlace;
  /** The address of this place on the map. */
  address: string;
  from: Position | null;
  slug: string;
  zone: string;
  language: Language;
  onClose: () => void;
}

const action =
  'inline-flex min-h-11 items-center gap-2 rounded-button border border-edge px-4 font-semibold text-ink hover:bg-hover';

/** All that is known of the place that somebody chose, and what one can do with it. */
export function ChosenPlace({ place, address, from, slug, zone, language, onClose }: Props) {
  const t = useTranslations('site.map');
  const [shared, setShared] = useState<string | null>(null);
  const [longitude, latitude] = place.middle;
  const share = async () => {
    const url = new URL(address, location.href).href;
    try {
      if ('share' in navigator) await navigator.share({ title: place.name, url });
      else {
        await window.navigator.clipboard.writeText(url);
        setShared(t('copied'));
      }
    } catch (error) {
      // Whoever changes their mind needs no message; everybody else gets the address to copy by hand.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setShared(url);
    }
  };
  return (
    <section aria-label={place.name} className="rounded-3xl border border-accent bg-surface p-4 shadow-raised sm:p-5">
      <div className="flex items-start gap-3">
        <Sign place={place} />
        <div className="min-w-0 flex-1">
          <h2 className="font-display text-xl font-bold wrap-anywhere">{place.name}</h2>
          <p className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft">
            <span>{t('kind', { kind: place.kind })}</span>
            <OpenNow hours={place.hours} zone={zone} language={language} />
            {from && <Distance place={place} from={from} language={language} />}
          </p>
        </div>
        <button
          type="button"
          onClick={onClose}
          aria-label={t('close')}
          className="grid size-11 shrink-0 place-items-center rounded-full text-ink-soft hover:bg-hover hover:text-ink"
        >
          <X aria-hidden="true" className="size-5" />
        </button>
      </div>
      {place.note !== '' && <p className="mt-3 whitespace-pre-line">{place.note}</p>}
      {place.saidHours.length > 0 && (
        <ul className="tabular mt-3 text-sm text-ink-soft">
          {place.saidHours.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        {place.stands
          .filter(({ hasMenu }) => hasMenu)
          .map((stand) => (
            <a key={stand.id} href={`${inLanguage(language, paths.eat(slug))}#stand-${stand.id}`} className={action}>
              {t('menu', { name: stand.name })}
            </a>
          ))}
        <a href={`geo:${latitude},${longitude}?q=${latitude},${longitude}`} className={action}>
          <Navigation aria-hidden="true" className="size-5" />
          {t('navigate')}
        </a>
        <button type="button" onClick={share} className={action}>
          <Share2 aria-hidden="true" className="size-5" />
          {t('share')}
        </button>
      </div>
      <p role="status" className="mt-2 text-sm wrap-anywhere text-ink-soft empty:mt-0">
        {shared}
      </p>
    </section>
  );
}
