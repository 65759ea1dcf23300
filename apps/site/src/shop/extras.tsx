'use client';

import type { ShopWindow } from '@festivals/domain/ticketing/pricing/contract';
import { type Chosen, mostOfOption, optionsIn, ticketsIn } from '@festivals/domain/ticketing/pricing/chosen';
import { localeOf, localised, type Language } from '@festivals/messages';
import { formatMoney } from '@festivals/ui/format-money';
import { useTranslations } from 'next-intl';
import { GivenPrice } from './given-price.tsx';
import type { ShopFestival } from './shop-festival.ts';
import { ShopRow } from './shop-row.tsx';
import { Stepper } from './stepper.tsx';

interface Props {
  shop: ShopWindow;
  festival: ShopFestival;
  language: Language;
  chosen: Chosen;
  onSet: (key: string, quantity: number) => void;
}

type Option = ShopWindow['options'][number];

/** What goes with the tickets: camping, parking, a locker; and a gift. What needs a ticket waits for one that it goes with. */
export function Extras({ shop, festival, language, chosen, onSet }: Props) {
  const t = useTranslations('site.shop');
  const words = useTranslations('site.tickets');
  const most = (option: Option) => mostOfOption(option, chosen, shop);
  const hasTickets = ticketsIn(chosen, shop) > 0;
  const waits = !hasTickets && !shop.options.some(({ alone }) => alone);
  if (shop.options.length === 0 && !shop.takesGifts) return null;
  return (
    <section aria-labelledby="extras" className="mt-6">
      <h3 id="extras" className="font-semibold">
        {t('extras')}
      </h3>
      {waits && <p className="text-sm text-ink-soft">{t('extras_later')}</p>}
      <ul className="divide-y divide-line">
        {shop.options.map((option) => {
          const name = localised(option.name, language, festival.languages);
          const value = chosen[`option.${option.id}`] ?? 0;
          return (
            <ShopRow
              key={option.id}
              what={
                <>
                  <p>{name}</p>
                  <p className="text-sm text-ink-soft">{localised(option.description, language, festival.languages)}</p>
                  {option.maxPerPerson !== null && (
                    <p className="text-sm text-ink-soft">{t('per_person', { count: option.maxPerPerson })}</p>
                  )}
                </>
              }
              price={
                <p suppressHydrationWarning className="tabular font-semibold">
                  {option.price === 0 ? words('free') : formatMoney(option.price, shop.currency, localeOf(language))}
                </p>
              }
              control={
                !option.available ? (
                  <span className="text-sm text-ink-soft">{words('sold_out')}</span>
                ) : (
                  !waits &&
                  (most(option) > 0 ? (
                    <Stepper
                      name={name}
                      value={value}
                      min={1}
                      max={most(option)}
                      onChange={(quantity) => onSet(`option.${option.id}`, quantity)}
                    />
                  ) : (
                    <span className="text-sm text-ink-soft">{t(hasTickets ? 'other_tickets' : 'with_ticket')}</span>
                  ))
                )
              }
            />
          );
        })}
      </ul>
      {shop.takesGifts && (hasTickets || optionsIn(chosen) > 0) && (
        <div className="mt-3">
          <GivenPrice
            label={t('gift')}
            hint={t('gift_hint')}
            currency={shop.currency}
            language={language}
            least={0}
            value={chosen['gift'] ?? 0}
            onChange={(gift) => onSet('gift', gift)}
          />
        </div>
      )}
    </section>
  );
}
