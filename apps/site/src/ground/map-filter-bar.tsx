'use client';

import { LocateFixed, LocateOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Language } from '@festivals/messages';
import { type MapFilter, mapFilters } from './map-filters.ts';
import { sayDistance } from './say-distance.ts';
import type { Whereabouts } from './use-position.ts';

interface Props {
  /** The filters that find something at this festival. */
  offered: readonly MapFilter[];
  show: MapFilter | null;
  openOnly: boolean;
  hasHours: boolean;
  where: Whereabouts;
  language: Language;
  onShow: (show: MapFilter | null) => void;
  onOpenOnly: (openOnly: boolean) => void;
  onAsk: () => void;
  onForget: () => void;
}

const pill =
  'relative inline-flex min-h-11 items-center gap-2 rounded-button border border-edge bg-surface px-4 font-semibold text-ink cursor-pointer hover:bg-hover has-checked:border-accent has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent';

/** What is looked for, whether it is open, and from where one looks. */
export function MapFilterBar({
  offered,
  show,
  openOnly,
  hasHours,
  where,
  language,
  onShow,
  onOpenOnly,
  onAsk,
  onForget,
}: Props) {
  const t = useTranslations('site.map');
  const names = [null, ...mapFilters.map(({ name }) => name).filter((name) => offered.includes(name))];
  const located = where.state === 'known' || where.state === 'asking';
  return (
    <div className="unprinted flex flex-wrap gap-2">
      <fieldset className="min-w-0 max-sm:w-full sm:contents">
        <legend className="sr-only">{t('filter')}</legend>
        <div className="-mx-5 flex gap-2 overflow-x-auto px-5 py-1 [scrollbar-width:none] sm:contents">
          {names.map((name) => (
            <label key={name} className={`${pill} shrink-0`}>
              <input
                type="radio"
                name="show"
                value={name ?? 'all'}
                id={`show-${name ?? 'all'}`}
                checked={show === name}
                onChange={() => onShow(name)}
                className="sr-only"
              />
              {name === null ? t('all') : t(`show.${name}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="flex flex-wrap items-center gap-2 sm:order-first [@media(scripting:none)]:hidden">
        <button type="button" aria-pressed={located} onClick={located ? onForget : onAsk} className={pill}>
          {located ? (
            <LocateOff aria-hidden="true" className="size-5" />
          ) : (
            <LocateFixed aria-hidden="true" className="size-5" />
          )}
          {located ? t('forget') : t('locate')}
        </button>
        {hasHours && (
          <label className={pill}>
            <input
              type="checkbox"
              checked={openOnly}
              onChange={({ target }) => onOpenOnly(target.checked)}
              className="sr-only"
            />
            {t('open_only')}
          </label>
        )}
      </div>
      <p role="status" className="w-full text-ink-soft empty:hidden">
        {where.state === 'asking' && t('asking')}
        {where.state === 'denied' && t('denied')}
        {where.state === 'unavailable' && t('unavailable')}
        {where.state === 'known' && t('located', { metres: sayDistance(where.accuracy, language) })}
      </p>
    </div>
  );
}
