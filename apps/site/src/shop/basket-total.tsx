'use client';

import { present } from '@festivals/domain/payments/presentment';
import type { ShopWindow } from '@festivals/domain/ticketing/pricing/contract';
import type { Quote } from '@festivals/domain/ticketing/pricing/wishes-schema';
import { localised, type Language } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { useTranslations } from 'next-intl';
import { About, type AlsoIn, AlsoInChoice } from './also-in.tsx';
import type { ShopFestival } from './shop-festival.ts';

interface Props {
  shop: ShopWindow;
  festival: ShopFestival;
  language: Language;
  also: AlsoIn;
  /** How many tickets are chosen, and how many options. */
  count: number;
  extras: number;
  /** Minor units, with all that is paid. */
  total: number;
  money: (amount: number) => string;
  quote: Quote | null;
  canContinue: boolean;
  busy: boolean;
  working: boolean;
  onContinue: () => void;
}

/** What it comes to, always in sight, and the way on. */
export function BasketTotal({ count, canContinue, busy, working, onContinue, ...sum }: Props) {
  const t = useTranslations('site.shop');
  const { shop, also, extras } = sum;
  return (
    <div
      className={`-mx-5 mt-6 -mb-5 flex flex-wrap items-center justify-between gap-x-4 gap-y-3 rounded-b-3xl border-t border-line bg-surface px-5 py-4 sm:-mx-8 sm:-mb-8 sm:px-8 sm:py-5 ${count + extras > 0 ? 'sticky bottom-0' : ''}`}
    >
      <Sum count={count} {...sum} />
      <AlsoInChoice rates={shop.alsoIn} shown={also.shown} onChoose={also.choose} />
      <Button
        tone="accent"
        size="xl"
        className="rounded-button max-sm:w-full"
        disabled={!canContinue}
        busy={busy}
        onClick={onContinue}
      >
        {t('continue')}
      </Button>
      <p role="status" className="basis-full text-sm text-ink-soft empty:hidden">
        {working && t('working')}
      </p>
    </div>
  );
}

type SumProps = Omit<Props, 'canContinue' | 'busy' | 'working' | 'onContinue'>;

/** The sum, what it is about elsewhere, what it saves, and what is in it. */
function Sum({ shop, festival, language, also, count, extras, total, money, quote }: SumProps) {
  const t = useTranslations('site.shop');
  const companyWords = useTranslations('site.company');
  return (
    <p aria-live="polite" className="min-w-0 text-lg">
      {count === 0 && extras > 0 ? t('chosen_extras', { count: extras }) : t('total', { count })}{' '}
      <strong className="tabular ms-1 text-2xl">{money(total)}</strong>
      {also.shown && count + extras > 0 && (
        <About currency={also.shown.currency} amount={present(total, also.shown.rate)} language={language} />
      )}
      {quote !== null && quote.discount > 0 && (
        <span className="block text-sm font-semibold text-success-text">
          {t('saved', { amount: money(quote.discount) })}
        </span>
      )}
      {/* Fees of an order are asked where a ticket is bought. */}
      {(count > 0 || extras === 0) &&
        shop.orderFees.map(({ name, amount }) => (
          <span key={JSON.stringify(name)} className="block text-sm text-ink-soft">
            {t('order_fee', { name: localised(name, language, festival.languages), amount: money(amount) })}
          </span>
        ))}
      <span className={`block text-sm text-ink-soft ${quote?.reverseCharge ? '' : 'max-sm:hidden'}`}>
        {quote?.reverseCharge ? companyWords('without_vat') : t('vat_included')}
      </span>
    </p>
  );
}
