'use client';

import { directionOf, distance } from '@festivals/domain/places/measure';
import type { Position } from '@festivals/domain/places/geometry';
import type { Language } from '@festivals/messages';
import { useTranslations } from 'next-intl';
import type { GroundPlace } from './ground-place.ts';
import { sayDistance } from './say-distance.ts';

/** How far a place is, and in which direction one sets off. */
export function Distance({ place, from, language }: { place: GroundPlace; from: Position; language: Language }) {
  const t = useTranslations('site.map');
  const to: Position = [...place.middle];
  return (
    <span className="tabular text-sm whitespace-nowrap text-ink-soft">
      {t('distance', { distance: sayDistance(distance(from, to), language), wind: directionOf(from, to) })}
    </span>
  );
}
