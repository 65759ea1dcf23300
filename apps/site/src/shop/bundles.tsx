'use client';

import type { ShopWindow } from '@festivals/domain/ticketing/pricing/contract';
import type { Chosen } from '@festivals/domain/ticketing/pricing/chosen';
import { localeOf, localised, type Language } from '@festivals/messages';
import { formatMoney } from '@festivals/ui/format-money';
import { useTranslations } from 'next-intl';
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

/** Several tickets at one price. */
export function Bundles({ shop, festival, language, chosen, onSet }: Props) {
  const t = useTranslations('site.shop');
  const words = useTranslations('site.tickets');
  const money = (amount: number) => formatMoney(amount, shop.currency, localeOf(language));
  const say = (names: Parameters<typeof localised>[0]) => localised(names, language, festival.languages);
  if (shop.bundles.length === 0) return null;
  return (
    <section aria-labelledby="bundles" className="mt-6 rounded-2xl bg-sunken p-4 sm:p-5">
      <h3 id="bundles" className="font-semibold">
        {t('bundles')}
      </h3>
      <ul className="divide-y divide-line">
        {shop.bundles.map(({ id, name, description, price, listPrice, parts, maxPerOrder, available }) => (
          <ShopRow
            key={id}
            what={
              <>
                <p className="font-semibold">{say(name)}</p>
                <p className="text-sm text-ink-soft">
                  {say(description) || parts.map((part) => `${part.quantity} × ${say(part.name)}`).join(', ')}
                </p>
              </>
            }
            price={
              <p suppressHydrationWarning className="tabular text-lg font-semibold">
                {money(price)}
                {listPrice > price && (
                  <span suppressHydrationWarning className="block text-sm font-normal text-ink-soft">
                    {t('instead_of', { price: money(listPrice) })}
                  </span>
                )}
              </p>
            }
            control={
              available ? (
                <Stepper
                  name={say(name)}
                  value={chosen[`bundle.${id}`] ?? 0}
                  min={1}
                  max={maxPerOrder}
                  onChange={(quantity) => onSet(`bundle.${id}`, quantity)}
                />
              ) : (
                <span className="text-sm text-ink-soft">{words('sold_out')}</span>
              )
            }
          />
        ))}
      </ul>
    </section>
  );
}
