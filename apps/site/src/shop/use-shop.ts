'use client';

import type { ShopWindow } from '@festivals/domain/ticketing/pricing/contract';
import { useEffect, useState } from 'react';
import { serverClock } from '../shell/server-clock.ts';
import { askShop } from './ask-shop.ts';
import { nextTurn } from './next-turn.ts';

/** The longest that a browser's timer counts, in milliseconds; later ones are set anew. */
const longest = 2_000_000_000;
/** Those who wait for an opening ask within so many milliseconds, not all at once. */
const spread = 1500;
/** So long, in milliseconds, everyone is told the same of what is left. */
const sharedFor = 1000;

/**
 * What can be had now: as the page was made, then as the shop says, again whenever the reader comes back to the page,
 * again when by the server's clock a sale or the step of a price turns, again when a hold was refused, and with what the codes open.
 */
export function useShop(festivalId: string, made: ShopWindow, codes: string, refusal: object | null): ShopWindow {
  const [shop, setShop] = useState(made);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let here = true;
    const ask = () => {
      if (document.visibilityState !== 'visible') return;
      // Unreachable: what is known stays, and the hold itself is what decides.
      askShop(festivalId, codes)
        // An answer that was long on its way knows nothing of a code that came since.
        .then(
          (said) => here && setShop(said),
          () => undefined,
        )
        .finally(() => setAsked((times) => times + 1));
    };
    ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      here = false;
      document.removeEventListener('visibilitychange', ask);
    };
  }, [festivalId, codes]);

  useEffect(() => {
    if (refusal === null) return;
    // What somebody else took is gone from the list as well, as soon as the list can know.
    const timer = setTimeout(() => void askShop(festivalId, codes).then(setShop, () => undefined), sharedFor);
    return () => clearTimeout(timer);
  }, [festivalId, codes, refusal]);

  useEffect(() => {
    // Only once the server's time is known: the device's clock may be years off.
    if (asked === 0) return;
    const turn = nextTurn(shop.offers, serverClock.now());
    if (turn === null) return;
    const wait = Math.min(Math.max(turn, 1000) + Math.random() * spread, longest);
    const timer = setTimeout(() => {
      askShop(festivalId, codes)
        .then(setShop, () => undefined)
        .finally(() => setAsked((times) => times + 1));
    }, wait);
    return () => clearTimeout(timer);
  }, [festivalId, codes, shop, asked]);
  return shop;
}
