'use client';

import type { Offer } from '@festivals/domain/ticketing/schemas';
import { localised, type Language } from '@festivals/messages';
import { useTranslations } from 'next-intl';
import { sayInstant } from '../festival/say-dates.ts';
import { canBuy } from './offer-choice.ts';
import { OfferStep } from './offer-step.tsx';
import { SaleOpening } from './sale-opening.tsx';
import type { ShopFestival } from './shop-festival.ts';

interface Props {
  offer: Offer;
  /** Said above the first offer that stands below it. */
  heading: string | null;
  festival: ShopFestival;
  language: Language;
  /** Whether the row says until when it is on sale; else that is said once for all. */
  saysEnd: boolean;
}

/** What an offer is, and what there is to know before it is chosen: how many are left, from when, until when. */
export function OfferAbout({ offer, heading, festival, language, saysEnd }: Props) {
  const t = useTranslations('site.shop');
  const words = useTranslations('site.tickets');
  const state = useOfferState(offer);
  const isFew = offer.availability === 'FEW_LEFT';
  return (
    <>
      {heading && <p className="mb-2 text-sm font-semibold tracking-wide text-accent-text uppercase">{heading}</p>}
      <h3 className={`text-lg font-semibold ${canBuy(offer) ? '' : 'text-ink-soft'}`}>
        {localised(offer.name, language, festival.languages)}
      </h3>
      <p className="text-sm text-ink-soft">{localised(offer.description, language, festival.languages)}</p>
      <OfferStep offer={offer} festival={festival} language={language} />
      {/* The server's and the browser's edition of ICU may differ in a space. */}
      {state && (
        <p
          suppressHydrationWarning
          className={`mt-1 text-sm font-semibold ${isFew ? 'text-warning-text' : 'text-ink-soft'}`}
        >
          {state}
        </p>
      )}
      {offer.maxPerPerson !== null && (
        <p className="mt-1 text-sm text-ink-soft">{t('per_person', { count: offer.maxPerPerson })}</p>
      )}
      {offer.availability === 'NOT_YET' && offer.onSaleFrom && (
        <SaleOpening from={offer.onSaleFrom} zone={festival.zone} language={language} />
      )}
      {saysEnd && canBuy(offer) && offer.onSaleUntil && (
        <p suppressHydrationWarning className="mt-1 text-sm text-ink-soft">
          {words('on_sale_until', { when: sayInstant(offer.onSaleUntil, festival.zone, language) })}
        </p>
      )}
    </>
  );
}

/** Why it cannot be had, or that it soon cannot; null where there is nothing to say. */
function useOfferState({ availability, left, onSaleFrom }: Offer): string | null {
  const t = useTranslations('site.shop');
  const words = useTranslations('site.tickets');
  switch (availability) {
    case 'FEW_LEFT':
      return left === null ? words('few_left') : t('left', { count: left });
    case 'NOT_YET':
      return onSaleFrom ? null : words('not_yet');
    case 'SOLD_OUT':
      return words('sold_out');
    case 'CLOSED':
      return words('closed');
    default:
      return null;
  }
}
