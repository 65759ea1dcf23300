import type { DraftPlace } from '@festivals/domain/places/contract';
import type { PlaceRow } from '@festivals/domain/places/list-view';
import type { PlaceKind } from '@festivals/domain/places/place-kind';
import { localised } from '@festivals/messages';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../i18n/language.ts';

/** The layer that a place is on by name: `ground` where it is on none. */
export const layerOf = ({ layerId }: DraftPlace): string => layerId ?? 'ground';

/** How many places there are of each. */
export const countBy = <K>(places: readonly DraftPlace[], of: (place: DraftPlace) => K): ReadonlyMap<K, number> =>
  new Map([...Map.groupBy(places, of)].map(([key, alike]) => [key, alike.length]));

/** The places with their names, without those of hidden layers and, where one kind is looked at, of all others. */
export function useShownPlaces(places: readonly DraftPlace[], only: PlaceKind | undefined) {
  const kinds = useTranslations('office.placeKind');
  const language = useLanguage();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const named = useMemo(
    () => places.map((place): PlaceRow => ({ place, name: localised(place.name, language), kind: kinds(place.kind) })),
    [places, language, kinds],
  );
  const shown = useMemo(
    () => named.filter(({ place }) => !hidden.has(layerOf(place)) && (only === undefined || place.kind === only)),
    [named, hidden, only],
  );
  const hide = (layer: string, hides: boolean) =>
    setHidden((now) => new Set(hides ? [...now, layer] : [...now].filter((one) => one !== layer)));
  return { shown, hidden, hide };
}
