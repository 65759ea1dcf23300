'use client';

import type { Offer } from '@festivals/domain/ticketing/schemas';
import { useEffect, useState } from 'react';
import { latestOffers } from './latest-offers.ts';

type Availability = Offer['availability'];

interface Props {
  festivalId: string;
  offerId: string;
  initial: Availability;
  words: Record<Availability, string>;
}

const tones: Record<Availability, string> = {
  AVAILABLE: 'bg-success-soft text-success-text',
  FEW_LEFT: 'bg-warning-soft text-warning-text',
  SOLD_OUT: 'bg-danger-soft text-danger-text',
  NOT_YET: 'bg-info-soft text-info-text',
  CLOSED: 'bg-sunken text-ink-soft',
};

/** Whether a ticket can be had right now; the page itself may be some seconds old. */
export function LiveAvailability({ festivalId, offerId, initial, words }: Props) {
  const [availability, setAvailability] = useState(initial);
  useEffect(() => {
    let here = true;
    latestOffers(festivalId).then(
      (offers) =>
        here && setAvailability((known) => offers.find((offer) => offer.id === offerId)?.availability ?? known),
      // What the page was made with stays: the shop asks again anyway.
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [festivalId, offerId]);
  return (
    <p className={`rounded-full px-3.5 py-1.5 text-sm font-semibold ${tones[availability]}`}>{words[availability]}</p>
  );
}
