'use client';

import {
  chosenKeys,
  chosenSets,
  turnArtist,
  turnSet,
  type PlayedSet,
} from '@festivals/domain/programme/visit/favourites';
import { useEffect, useEffectEvent, useRef } from 'react';
import { serverClock } from '../shell/server-clock.ts';
import { favouriteStore } from './favourite-store.ts';
import { isJoiningDue, joinFavourites } from './favourite-sync.ts';
import { setsOfPage } from './sets-of-page.ts';

interface Props {
  festivalId: string;
  /** Sets of artists who play more than once, wherever they are: those of this page it reads from the page. */
  repeats: readonly PlayedSet[];
}

/** Makes the hearts of a page beat: one listener for all of them, and each is as full as this device says. */
export function FavouriteHearts({ festivalId, repeats }: Props) {
  const joining = useRef<ReturnType<typeof setTimeout>>(undefined);
  const paint = useEffectEvent(() => {
    const favourites = favouriteStore.read(festivalId);
    const keys = chosenKeys(favourites);
    for (const set of chosenSets(favourites, setsOfPage(repeats))) keys.add(`set:${set}`);
    for (const heart of document.querySelectorAll<HTMLElement>('[data-heart]')) {
      const isChosen = keys.has(heart.dataset['heart'] ?? '');
      heart.setAttribute('aria-pressed', String(isChosen));
      heart.closest('[data-set], [data-waiting]')?.toggleAttribute('data-chosen', isChosen);
    }
    document.documentElement.dataset['hearts'] = 'on';
    dispatchEvent(new Event('favourites-painted'));
  });
  const turn = useEffectEvent((heart: HTMLElement) => {
    const [kind, id = ''] = heart.dataset['heart']?.split(':') ?? [];
    const favourites = favouriteStore.read(festivalId);
    const at = serverClock.now().toISOString();
    favouriteStore.write(
      festivalId,
      kind === 'artist' ? turnArtist(favourites, id, at) : turnSet(favourites, id, setsOfPage(repeats), at),
    );
    // After the last of several taps.
    clearTimeout(joining.current);
    joining.current = setTimeout(() => void joinFavourites(festivalId), 1000);
  });
  useEffect(() => {
    const press = ({ target }: MouseEvent) => {
      const heart = target instanceof Element ? target.closest<HTMLElement>('[data-heart]') : null;
      if (heart) turn(heart);
    };
    paint();
    if (isJoiningDue(festivalId)) void joinFavourites(festivalId);
    document.addEventListener('click', press);
    const deaf = favouriteStore.listen(() => paint());
    return () => {
      document.removeEventListener('click', press);
      deaf();
    };
  }, [festivalId]);
  return null;
}
