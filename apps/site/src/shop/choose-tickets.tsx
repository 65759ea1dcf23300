'use client';

import {
  type Chosen,
  type Company as Bought,
  optionsIn,
  sumOf,
  ticketsIn,
} from '@festivals/domain/ticketing/pricing/chosen';
import type { ShopWindow } from '@festivals/domain/ticketing/pricing/contract';
import type { Offer } from '@festivals/domain/ticketing/schemas';
import { localeOf, localised, type Language } from '@festivals/messages';
import { formatMoney } from '@festivals/ui/format-money';
import { useTranslations } from 'next-intl';
import { sayInstant } from '../festival/say-dates.ts';
import type { AlsoIn } from './also-in.tsx';
import { BasketTotal } from './basket-total.tsx';
import { Bundles } from './bundles.tsx';
import { Codes } from './codes.tsx';
import { Company } from './company.tsx';
import { Extras } from './extras.tsx';
import { sameEndOf } from './offer-choice.ts';
import { OfferRow } from './offer-row.tsx';
import type { ShopFestival } from './shop-festival.ts';
import { stillToBeHad } from './still-to-be-had.ts';
import type { Shown } from './use-purchase.ts';
import { useQuote } from './use-quote.ts';

interface Props {
  festival: ShopFestival;
  language: Language;
  shop: ShopWindow;
  /** The other currency that prices are shown in. */
  also: AlsoIn;
  quantities: Chosen;
  codes: readonly string[];
  onChange: (quantities: Chosen) => void;
  onCodes: (codes: string[]) => void;
  company: Bought | null;
  onCompany: (company: Bought | null) => void;
  onContinue: (shown: Shown) => void;
  busy: boolean;
  /** The device does the work that a hold costs. */
  working: boolean;
}

/** The first step: how many of which. The total is always in sight. */
export function ChooseTickets({
  festival,
  language,
  shop,
  also,
  quantities,
  codes,
  onChange,
  onCodes,
  company,
  onCompany,
  onContinue,
  busy,
  working,
}: Props) {
  const t = useTranslations('site.shop');
  const words = useTranslations('site.tickets');
  const { offers } = shop;
  const chosen = stillToBeHad(quantities, shop);
  const set = (key: string, quantity: number) => onChange({ ...chosen, [key]: quantity });
  const count = ticketsIn(chosen, shop);
  const isEmpty = count + optionsIn(chosen) === 0;
  const buyer = shop.sellsToCompanies ? company : null;
  const asks = shop.hasRules || codes.length > 0 || buyer !== null;
  const { quote, problem, pending } = useQuote(festival.id, chosen, codes, buyer, asks && !isEmpty);
  const total = quote?.total ?? sumOf(chosen, shop);
  const money = (amount: number) => formatMoney(amount, shop.currency, localeOf(language));
  // What holds for all of them is said once.
  const sameEnd = sameEndOf(offers);
  // A company sees its price, and the law's words with it, before anything is held.
  const knowsPrice = problem?.kind !== 'answer' && (buyer === null || quote !== null);
  const parts = { shop, festival, language, chosen, onSet: set };
  const isBare = offers.length === 0 && !shop.options.some(({ alone }) => alone);
  const none = <p className="text-ink-soft">{words('none')}</p>;
  // A code may open what nobody else sees.
  if (isBare && !shop.takesCodes) return none;
  return (
    <>
      {isBare && none}
      <ul className="divide-y divide-line">
        {offers.map((offer, index) => (
          <OfferRow
            key={offer.id}
            offer={offer}
            heading={headingOf(offer, offers[index - 1], language, festival)}
            festival={festival}
            language={language}
            currency={shop.currency}
            money={money}
            saysEnd={sameEnd === null}
            chosen={chosen}
            onSet={set}
          />
        ))}
      </ul>
      {sameEnd !== null && (
        <p suppressHydrationWarning className="text-sm text-ink-soft">
          {words('on_sale_until', { when: sayInstant(sameEnd, festival.zone, language) })}
        </p>
      )}
      <Bundles {...parts} />
      <Extras {...parts} />
      {shop.discounts.length > 0 && (
        <p className="mt-4 text-sm text-ink-soft">
          {shop.discounts.map((name) => localised(name, language, festival.languages)).join(' · ')}
        </p>
      )}
      {shop.takesCodes && (
        <Codes codes={codes} quote={quote} problem={problem} money={money} isEmpty={isEmpty} onCodes={onCodes} />
      )}
      {shop.sellsToCompanies && (
        <Company
          company={company}
          quote={quote}
          problem={problem}
          isEmpty={isEmpty}
          language={language}
          fallbacks={festival.languages}
          onCompany={onCompany}
        />
      )}
      {problem && !isEmpty && !/^(CODE_|VAT_NUMBER_)/.test(problem.name) && (
        <p role="alert" className="mt-4 rounded-2xl bg-warning-soft p-4 text-warning-text">
          {problem.message || t('quote_failed')}
        </p>
      )}
      <BasketTotal
        shop={shop}
        festival={festival}
        language={language}
        also={also}
        count={count}
        total={total}
        money={money}
        quote={quote}
        extras={optionsIn(chosen)}
        canContinue={!isEmpty && knowsPrice}
        busy={busy || pending}
        working={working}
        onContinue={() => onContinue({ total, reverseCharge: quote?.reverseCharge ?? false, chosen })}
      />
    </>
  );
}

/** The heading that an offer stands below, where the one above stands below another. */
function headingOf({ group }: Offer, above: Offer | undefined, language: Language, festival: ShopFestival) {
  if (!group || JSON.stringify(above?.group) === JSON.stringify(group)) return null;
  return localised(group, language, festival.languages);
}
