'use client';

import type { Offer } from '@festivals/domain/ticketing/schemas';
import { formatMoney } from '@festivals/ui/format-money';
import { useEffect, useState } from 'react';
import { latestOffers } from './latest-offers.ts';

type Availability = Offer['availability'];

const tones: Record<Availability, string> = {
  AVAILABLE: 'bg-success-soft text-success-text',
  FEW_LEFT: 'bg-warning-soft text-warning-text',
  SOLD_OUT: 'bg-danger-soft text-danger-text',
  NOT_YET: 'bg-info-soft text-info-text',
  CLOSED: 'bg-sunken text-ink-soft',
};

interface Where {
  festivalId: string;
  offerId: string;
}

/** An offer as it is right now; the page itself may be older. Null until somebody has said. */
function useLatest({ festivalId, offerId }: Where): Offer | null {
  const [latest, setLatest] = useState<Offer | null>(null);
  useEffect(() => {
    let here = true;
    latestOffers(festivalId).then(
      (offers) => here && setLatest(offers.find((offer) => offer.id === offerId) ?? null),
      // What the page was made with stays: the shop asks again anyway.
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [festivalId, offerId]);
  return latest;
}

/** Whether a ticket can be had right now. */
export function LiveAvailability({
  initial,
  words,
  ...where
}: Where & { initial: Availability; words: Record<Availability, string> }) {
  const availability = useLatest(where)?.availability ?? initial;
  return (
    <p className={`rounded-button px-3.5 py-1.5 text-sm font-semibold ${tones[availability]}`}>{words[availability]}</p>
  );
}

/** What a ticket costs right now: the step whose price the page was made with may have been bought up since. */
export function LivePrice({
  price,
  currency,
  locale,
  free,
  ...where
}: Where & { price: number; currency: string; locale: string; free: string }) {
  const now = useLatest(where)?.price ?? price;
  // The server's and the browser's edition of ICU may differ in a space.
  return (
    <span suppressHydrationWarning>
      {now === 0 ? free : formatMoney(now, currency, locale, { round: now % 100 === 0 })}
    </span>
  );
}
