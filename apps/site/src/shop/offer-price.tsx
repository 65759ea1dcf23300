'use client';

import type { Offer } from '@festivals/domain/ticketing/schemas';
import { localeOf, type Language } from '@festivals/messages';
import { formatMoney } from '@festivals/ui/format-money';
import { useTranslations } from 'next-intl';

/** What one costs now, everything within. */
export function OfferPrice({
  offer: { price, fee, variations, namesPrice, currency },
  language,
}: {
  offer: Offer;
  language: Language;
}) {
  const t = useTranslations('site.shop');
  const words = useTranslations('site.tickets');
  const money = (amount: number) => (amount === 0 ? words('free') : formatMoney(amount, currency, localeOf(language)));
  const cheapest = variations.length > 0 ? Math.min(...variations.map((kind) => kind.price)) : price;
  const several = namesPrice || variations.some((kind) => kind.price !== cheapest);
  return (
    // The server's and the browser's edition of ICU may differ in a space.
    <p suppressHydrationWarning className="tabular text-lg font-semibold">
      {several ? t('from_price', { price: money(cheapest) }) : money(cheapest)}
      {fee > 0 && (
        <span suppressHydrationWarning className="block text-sm font-normal text-ink-soft">
          {t('fee_within', { fee: money(fee) })}
        </span>
      )}
    </p>
  );
}
