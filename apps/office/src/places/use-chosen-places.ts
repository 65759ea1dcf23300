import type { DraftPlace } from '@festivals/domain/places/contract';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';

/** What is chosen on the map, and how something else is. */
export interface Chosen {
  ids: readonly string[];
  /** The place, where it is one alone. */
  place: DraftPlace | undefined;
  choose: (id: string | null, adding: boolean) => void;
}

type Address = {
  /** The place that the address names. */
  named: string | undefined;
  onName: (placeId: string | undefined) => void;
  /** What the address named without our doing was found elsewhere, and is to be seen. */
  onFound: (place: DraftPlace) => void;
};

/** The places that are chosen: one, which the address names, or several, of which it names the last. */
export function useChosenPlaces(places: readonly DraftPlace[], { named, onName, onFound }: Address): Chosen {
  const [many, setMany] = useState<readonly string[]>([]);
  const ids = useMemo(() => {
    const there = new Set(places.map(({ id }) => id));
    return (many.length > 0 ? many : named === undefined ? [] : [named]).filter((id) => there.has(id));
  }, [places, many, named]);
  const [only] = ids.length === 1 ? ids : [];

  // What was chosen here needs no flight; what the address names was found elsewhere.
  const chosenHere = useRef<string | undefined>(named);
  const arrive = useEffectEvent((id: string) => {
    setMany([]);
    const found = places.find((one) => one.id === id);
    if (found) onFound(found);
  });
  useEffect(() => {
    if (named === chosenHere.current) return;
    chosenHere.current = named;
    if (named !== undefined) arrive(named);
  }, [named]);

  const become = (next: readonly string[]) => {
    setMany(next.length > 1 ? next : []);
    chosenHere.current = next.at(-1);
    onName(next.at(-1));
  };
  return {
    ids,
    place: places.find(({ id }) => id === only),
    choose: (id, adding) => {
      if (id === null) become([]);
      else if (!adding) become([id]);
      else become(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]);
    },
  };
}
