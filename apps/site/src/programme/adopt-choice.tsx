'use client';

import { chosenKeys, mergeFavourites } from '@festivals/domain/programme/visit/favourites';
import { Check, Heart } from 'lucide-react';
import { useState } from 'react';
import { serverClock } from '../shell/server-clock.ts';
import { favouriteStore } from './favourite-store.ts';
import { joinFavourites } from './favourite-sync.ts';

interface Props {
  festivalId: string;
  setIds: readonly string[];
  words: { adopt: string; adopted: string };
}

/** Takes all sets of a shared programme over into one's own. */
export function AdoptChoice({ festivalId, setIds, words }: Props) {
  const [isDone, setDone] = useState(false);
  const adopt = () => {
    const favourites = favouriteStore.read(festivalId);
    const known = chosenKeys(favourites);
    const changedAt = serverClock.now().toISOString();
    const wanted = setIds
      .filter((id) => !known.has(`set:${id}`))
      .map((id) => ({ kind: 'set' as const, id, chosen: true, changedAt }));
    favouriteStore.write(festivalId, mergeFavourites(favourites, wanted));
    setDone(true);
    void joinFavourites(festivalId);
  };
  const Sign = isDone ? Check : Heart;
  return (
    <button
      type="button"
      onClick={adopt}
      className="scripted inline-flex min-h-12 items-center gap-2.5 rounded-button bg-accent px-6 py-2 font-semibold text-on-accent hover:bg-accent-hover"
    >
      <Sign aria-hidden="true" className="size-5" />
      <span aria-live="polite">{isDone ? words.adopted : words.adopt}</span>
    </button>
  );
}
