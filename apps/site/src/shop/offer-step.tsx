'use client';

import type { Offer } from '@festivals/domain/ticketing/schemas';
import { localeOf, localised, type Language } from '@festivals/messages';
import { formatMoney } from '@festivals/ui/format-money';
import { useTranslations } from 'next-intl';
import { sayInstant } from '../festival/say-dates.ts';
import type { ShopFestival } from './shop-festival.ts';

interface Props {
  offer: Offer;
  festival: ShopFestival;
  language: Language;
}

/** The step that a price is of: how long it holds, how many are left at it, and what comes after it. */
export function OfferStep({ offer: { tier, currency }, festival, language }: Props) {
  const t = useTranslations('site.shop');
  if (!tier) return null;
  return (
    // The server's and the browser's edition of ICU may differ in a space.
    <p suppressHydrationWarning className="mt-1 text-sm text-ink-soft">
      <span className="font-semibold text-accent-text">{localised(tier.name, language, festival.languages)}</span>{' '}
      {tier.until !== null && t('tier_until', { when: sayInstant(tier.until, festival.zone, language) })}{' '}
      {tier.left !== null && t('tier_left', { count: tier.left })}{' '}
      {t('tier_next', { price: formatMoney(tier.next, currency, localeOf(language)) })}
    </p>
  );
}
