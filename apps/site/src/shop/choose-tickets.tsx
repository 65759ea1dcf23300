'use client';

import type { Offer } from '@festivals/domain/ticketing/schemas';
import { localeOf, localised, type Language } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { formatMoney } from '@festivals/ui/money';
import { Minus, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { sayInstant } from '../festival/say-dates.ts';
import { SaleOpening } from './sale-opening.tsx';
import type { ShopFestival } from './shop-festival.ts';

interface Props {
  festival: ShopFestival;
  language: Language;
  offers: Offer[];
  quantities: Record<string, number>;
  onChange: (quantities: Record<string, number>) => void;
  onContinue: () => void;
  busy: boolean;
}

const most = (offer: Offer) => Math.min(offer.maxPerOrder, offer.left ?? offer.maxPerOrder);
const canBuy = (offer: Offer) =>
  (offer.availability === 'AVAILABLE' || offer.availability === 'FEW_LEFT') && most(offer) >= offer.minPerOrder;

/** The first step: how many of which. The total is always in sight. */
export function ChooseTickets({ festival, language, offers, quantities, onChange, onContinue, busy }: Props) {
  const t = useTranslations('site.shop');
  const words = useTranslations('site.tickets');
  const chosen = (offer: Offer) => (canBuy(offer) ? Math.min(quantities[offer.id] ?? 0, most(offer)) : 0);
  const set = (offer: Offer, quantity: number) =>
    onChange(Object.fromEntries(offers.map((one) => [one.id, one.id === offer.id ? quantity : chosen(one)])));
  const total = offers.reduce((sum, offer) => sum + offer.price * chosen(offer), 0);
  const count = offers.reduce((sum, offer) => sum + chosen(offer), 0);
  const state = (offer: Offer): string | null => {
    if (offer.availability === 'FEW_LEFT')
      return offer.left === null ? words('few_left') : t('left', { count: offer.left });
    if (offer.availability === 'NOT_YET') return offer.onSaleFrom ? null : words('not_yet');
    if (offer.availability === 'SOLD_OUT') return words('sold_out');
    return offer.availability === 'CLOSED' ? words('closed') : null;
  };
  const until = (offer: Offer) =>
    canBuy(offer) && offer.onSaleUntil
      ? words('on_sale_until', { when: sayInstant(offer.onSaleUntil, festival.zone, language) })
      : null;
  const extras = (offer: Offer) =>
    offer.options.map((option) =>
      words('option_priced', {
        name: localised(option.name, language, festival.languages),
        price: option.price === 0 ? words('free') : formatMoney(option.price, offer.currency, localeOf(language)),
      }),
    );
  if (offers.length === 0) return <p className="text-ink-soft">{words('none')}</p>;
  return (
    <>
      <ul className="divide-y divide-line">
        {offers.map((offer, index) => {
          const heading = offer.group && localised(offer.group, language, festival.languages);
          const above = offers[index - 1]?.group;
          const name = localised(offer.name, language, festival.languages);
          const said = state(offer);
          return (
            <li key={offer.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4">
              <div className="min-w-0 flex-1 basis-full sm:basis-48">
                {heading && JSON.stringify(above) !== JSON.stringify(offer.group) && (
                  <p className="mb-2 text-sm font-semibold tracking-wide text-accent-text uppercase">{heading}</p>
                )}
                <h3 className={`text-lg font-semibold ${canBuy(offer) ? '' : 'text-ink-soft'}`}>{name}</h3>
                <p className="text-sm text-ink-soft">{localised(offer.description, language, festival.languages)}</p>
                {/* The server's and the browser's edition of ICU may differ in a space. */}
                {said && (
                  <p
                    suppressHydrationWarning
                    className={`mt-1 text-sm font-semibold ${offer.availability === 'FEW_LEFT' ? 'text-warning-text' : 'text-ink-soft'}`}
                  >
                    {said}
                  </p>
                )}
                {offer.availability === 'NOT_YET' && offer.onSaleFrom && (
                  <SaleOpening from={offer.onSaleFrom} zone={festival.zone} language={language} />
                )}
                {until(offer) && (
                  <p suppressHydrationWarning className="mt-1 text-sm text-ink-soft">
                    {until(offer)}
                  </p>
                )}
                {offer.options.length > 0 && (
                  <p suppressHydrationWarning className="mt-1 text-sm text-ink-soft">
                    {words('options', { options: new Intl.ListFormat(localeOf(language)).format(extras(offer)) })}
                  </p>
                )}
              </div>
              <p suppressHydrationWarning className="tabular text-lg font-semibold">
                {offer.price === 0 ? words('free') : formatMoney(offer.price, offer.currency, localeOf(language))}
              </p>
              {canBuy(offer) ? (
                <Stepper
                  name={name}
                  value={chosen(offer)}
                  min={offer.minPerOrder}
                  max={most(offer)}
                  onChange={(quantity) => set(offer, quantity)}
                />
              ) : (
                <span className="w-36 max-sm:hidden" />
              )}
            </li>
          );
        })}
      </ul>
      <div
        className={`-mx-5 -mb-5 flex flex-wrap items-center justify-between gap-x-4 gap-y-3 rounded-b-3xl border-t border-line bg-surface px-5 py-4 sm:mx-0 sm:mb-0 sm:px-0 sm:pb-0 ${count > 0 ? 'max-sm:sticky max-sm:bottom-0' : ''}`}
      >
        <p aria-live="polite" className="text-lg">
          {t('total', { count })}{' '}
          <strong className="tabular ms-1 text-2xl">{formatMoney(total, festival.currency, localeOf(language))}</strong>
          <span className="block text-sm text-ink-soft max-sm:hidden">{t('vat_included')}</span>
        </p>
        <Button
          tone="accent"
          size="xl"
          className="rounded-full max-sm:w-full"
          disabled={count === 0}
          busy={busy}
          onClick={onContinue}
        >
          {t('continue')}
        </Button>
      </div>
    </>
  );
}

const round =
  'grid size-12 place-items-center rounded-full border border-edge text-ink hover:bg-hover disabled:cursor-not-allowed disabled:opacity-40';

function Stepper({
  name,
  value,
  min,
  max,
  onChange,
}: {
  name: string;
  value: number;
  /** The least that can be bought: fewer is none. */
  min: number;
  max: number;
  onChange: (value: number) => void;
}) {
  const t = useTranslations('site.shop');
  return (
    <div role="group" aria-label={t('how_many', { name })} className="flex w-36 items-center justify-between">
      <button
        type="button"
        aria-label={t('fewer', { name })}
        disabled={value === 0}
        onClick={() => onChange(value <= min ? 0 : value - 1)}
        className={round}
      >
        <Minus aria-hidden="true" className="size-5" />
      </button>
      <output aria-live="polite" className="tabular text-xl font-bold">
        {value}
      </output>
      <button
        type="button"
        aria-label={t('more', { name })}
        disabled={value >= max}
        onClick={() => onChange(Math.max(min, value + 1))}
        className={round}
      >
        <Plus aria-hidden="true" className="size-5" />
      </button>
    </div>
  );
}
