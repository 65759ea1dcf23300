'use client';

import type { Offer } from '@festivals/domain/ticketing/schemas';
import { useEffect, useState } from 'react';
import { site } from '../shell/site-client.ts';

/** What can be had now: as the page was made, then as the shop says, again whenever the reader comes back to the page. */
export function useOffers(festivalId: Offer['id'] | string, made: Offer[]): Offer[] {
  const [offers, setOffers] = useState(made);
  useEffect(() => {
    const ask = () => {
      if (document.visibilityState !== 'visible') return;
      // Unreachable: what is known stays, and the hold itself is what decides.
      site.ticketing.listOffers({ params: { festivalId } }).then(setOffers, () => undefined);
    };
    ask();
    document.addEventListener('visibilitychange', ask);
    return () => document.removeEventListener('visibilitychange', ask);
  }, [festivalId]);
  return offers;
}
