'use client';

import type { Chosen } from '@festivals/domain/ticketing/pricing/chosen';
import type { Offer } from '@festivals/domain/ticketing/schemas';
import { localised, type Language } from '@festivals/messages';
import { useTranslations } from 'next-intl';
import { GivenPrice } from './given-price.tsx';
import { OfferAbout } from './offer-about.tsx';
import { canBuy, countOf, keyOfKind, mostOf, priceKey } from './offer-choice.ts';
import { OfferPrice } from './offer-price.tsx';
import type { ShopFestival } from './shop-festival.ts';
import { ShopRow } from './shop-row.tsx';
import { Stepper } from './stepper.tsx';

interface Props {
  offer: Offer;
  heading: string | null;
  festival: ShopFestival;
  language: Language;
  currency: string;
  money: (amount: number) => string;
  saysEnd: boolean;
  chosen: Chosen;
  onSet: (key: string, quantity: number) => void;
}

/** An offer of the shop: what it is, what it costs, how many of which kind, and for how much where the buyer says so. */
export function OfferRow(props: Props) {
  const { offer, language, festival, chosen, onSet } = props;
  const hasKinds = offer.variations.length > 0;
  const count = countOf(offer, chosen);
  const asksPrice = offer.namesPrice && count > 0;
  return (
    <ShopRow
      what={<OfferAbout {...props} />}
      price={<OfferPrice offer={offer} language={language} />}
      control={
        canBuy(offer) &&
        !hasKinds && (
          <Stepper
            name={localised(offer.name, language, festival.languages)}
            value={count}
            min={offer.minPerOrder}
            max={mostOf(offer)}
            onChange={(quantity) => onSet(offer.id, quantity)}
          />
        )
      }
      more={
        canBuy(offer) &&
        (hasKinds || asksPrice) && (
          <>
            {hasKinds && <OfferKinds {...props} />}
            {asksPrice && <OwnPrice {...props} />}
          </>
        )
      }
    />
  );
}

/** The kinds of a ticket type, each with its price; together no more than there may be of the type. */
function OfferKinds({ offer, festival, language, money, chosen, onSet }: Props) {
  const words = useTranslations('site.tickets');
  const name = localised(offer.name, language, festival.languages);
  const room = mostOf(offer) - countOf(offer, chosen);
  return (
    <ul className="space-y-3">
      {offer.variations.map((kind) => {
        const key = keyOfKind(offer, kind.id);
        const value = chosen[key] ?? 0;
        const kindName = localised(kind.name, language, festival.languages);
        return (
          <ShopRow
            key={kind.id}
            kind
            what={kindName}
            price={
              <span suppressHydrationWarning className="tabular font-semibold">
                {money(kind.price)}
              </span>
            }
            control={
              kind.available ? (
                <Stepper
                  name={`${name}, ${kindName}`}
                  value={value}
                  min={1}
                  max={Math.max(value, room + value)}
                  onChange={(quantity) => onSet(key, quantity)}
                />
              ) : (
                <span className="text-sm text-ink-soft">{words('sold_out')}</span>
              )
            }
          />
        );
      })}
    </ul>
  );
}

/** What the buyer gives for a ticket, from its price upwards; fees come on top of what is given. */
function OwnPrice({ offer, festival, language, currency, money, chosen, onSet }: Props) {
  const t = useTranslations('site.shop');
  const name = localised(offer.name, language, festival.languages);
  const least = offer.price - offer.fee;
  return (
    <GivenPrice
      label={t('your_price', { name, least: money(least) })}
      currency={currency}
      language={language}
      least={least}
      value={chosen[priceKey(offer)] ?? least}
      onChange={(given) => onSet(priceKey(offer), given)}
    />
  );
}
