'use client';

import type { PresentmentRate } from '@festivals/domain/payments/presentment-schemas';
import { localeOf, type Language } from '@festivals/messages';
import { formatMoney } from '@festivals/ui/format-money';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';

type Shown = Pick<PresentmentRate, 'currency' | 'rate'>;

export interface AlsoIn {
  shown: Shown | null;
  choose: (currency: string) => void;
}

/** The other currency in which a buyer wants to see prices as well, kept on their device. */
export function useAlsoIn(rates: readonly Shown[]): AlsoIn {
  const [currency, setCurrency] = useState<string | null>(null);
  useEffect(() => setCurrency(alsoIn()), []);
  return {
    shown: rates.find((rate) => rate.currency === currency) ?? null,
    choose: (wanted) => {
      setCurrency(wanted);
      try {
        localStorage.setItem(kept, wanted);
      } catch {
        // Nothing is kept then; the choice holds for this page.
      }
    },
  };
}

const kept = 'festivals.also-in';

/** What was chosen on this device; null where nothing was. */
export function alsoIn(): Shown['currency'] | null {
  try {
    const wanted = localStorage.getItem(kept);
    return currencies.find((currency) => currency === wanted) ?? null;
  } catch {
    return null;
  }
}

const currencies: readonly Shown['currency'][] = ['EUR', 'USD', 'GBP', 'CHF'];

/** The choice of another currency; nothing where the festival shows none. */
export function AlsoInChoice({
  rates,
  shown,
  onChoose,
}: {
  rates: readonly Shown[];
  shown: Shown | null;
  onChoose: (currency: string) => void;
}) {
  const t = useTranslations('site.shop');
  if (rates.length === 0) return null;
  return (
    <label className="flex items-center gap-2 text-sm text-ink-soft">
      {t('also_in')}
      <select
        value={shown?.currency ?? ''}
        onChange={({ target }) => onChoose(target.value)}
        className="min-h-11 rounded-button border border-line bg-surface px-3 font-semibold text-ink"
      >
        <option value="">–</option>
        {rates.map(({ currency }) => (
          <option key={currency} value={currency}>
            {currency}
          </option>
        ))}
      </select>
    </label>
  );
}

/** An amount in the other currency, said to be about that much. */
export function About({ currency, amount, language }: { currency: string; amount: number; language: Language }) {
  const t = useTranslations('site.shop');
  return (
    // The server's and the browser's edition of ICU may differ in a space.
    <span suppressHydrationWarning className="tabular block text-sm font-normal text-ink-soft">
      {t('about', { amount: formatMoney(amount, currency, localeOf(language)) })}
    </span>
  );
}
