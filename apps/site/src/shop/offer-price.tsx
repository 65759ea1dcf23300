'use client';

import type { Offer } from '@festivals/domain/ticketing/schemas';
import { localeOf, localised, type Language } from '@festivals/messages';
import { formatMoney } from '@festivals/ui/money';
import { useTranslations } from 'next-intl';
import { sayInstant } from '../festival/say-dates.ts';
import type { ShopFestival } from './shop-festival.ts';

/** What one costs now, everything within; how long it does, and what it costs then. */
export function OfferPrice({
  offer: { price, fee, tier, variations, namesPrice, currency },
  festival,
  language,
}: {
  offer: Offer;
  festival: ShopFestival;
  language: Language;
}) {
  const t = useTranslations('site.shop');
  const words = useTranslations('site.tickets');
  const money = (amount: number) => (amount === 0 ? words('free') : formatMoney(amount, currency, localeOf(language)));
  const cheapest = variations.length > 0 ? Math.min(...variations.map((kind) => kind.price)) : price;
  const several = namesPrice || variations.some((kind) => kind.price !== cheapest);
  return (
    // The server's and the browser's edition of ICU may differ in a space.
    <p suppressHydrationWarning className="tabular text-lg font-semibold sm:text-end">
      {several ? t('from_price', { price: money(cheapest) }) : money(cheapest)}
      {fee > 0 && (
        <span suppressHydrationWarning className="block text-sm font-normal text-ink-soft">
          {t('fee_within', { fee: money(fee) })}
        </span>
      )}
      {tier && (
        <span suppressHydrationWarning className="block max-w-64 text-sm font-normal text-ink-soft">
          <span className="font-semibold text-accent-text">{localised(tier.name, language, festival.languages)}</span>{' '}
          {tier.until !== null && t('tier_until', { when: sayInstant(tier.until, festival.zone, language) })}{' '}
          {tier.left !== null && t('tier_left', { count: tier.left })} {t('tier_next', { price: money(tier.next) })}
        </span>
      )}
    </p>
  );
}
