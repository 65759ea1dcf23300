'use client';

import type { ShopWindow } from '@festivals/domain/ticketing/pricing/contract';
import type { Offer } from '@festivals/domain/ticketing/schemas';
import { localeOf, localised, type Language } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { formatMoney } from '@festivals/ui/money';
import { useTranslations } from 'next-intl';
import { sayInstant } from '../festival/say-dates.ts';
import { present } from '@festivals/domain/payments/presentment';
import { type Chosen, type Company as Bought, sumOf, ticketsIn } from '@festivals/domain/ticketing/pricing/chosen';
import { About, type AlsoIn, AlsoInChoice } from './also-in.tsx';
import { SaleOpening } from './sale-opening.tsx';
import { Bundles } from './bundles.tsx';
import { Codes } from './codes.tsx';
import { Company } from './company.tsx';
import { Extras } from './extras.tsx';
import { OfferPrice } from './offer-price.tsx';
import { OfferStep } from './offer-step.tsx';
import type { ShopFestival } from './shop-festival.ts';
import { GivenPrice } from './given-price.tsx';
import { ShopRow } from './shop-row.tsx';
import { Stepper } from './stepper.tsx';
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

const most = ({ maxPerOrder, maxPerPerson, left }: Offer) =>
  Math.min(maxPerOrder, maxPerPerson ?? maxPerOrder, left ?? maxPerOrder);
const canBuy = (offer: Offer) =>
  (offer.availability === 'AVAILABLE' || offer.availability === 'FEW_LEFT') && most(offer) >= offer.minPerOrder;

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
  const { offers } = shop;
  const t = useTranslations('site.shop');
  const words = useTranslations('site.tickets');
  const companyWords = useTranslations('site.company');
  const keysOf = (offer: Offer) =>
    offer.variations.length > 0 ? offer.variations.map(({ id }) => `${offer.id}:${id}`) : [offer.id];
  const ofType = (offer: Offer) => keysOf(offer).reduce((sum, key) => sum + (quantities[key] ?? 0), 0);
  const gone = new Set(offers.flatMap((offer) => (canBuy(offer) ? [] : [...keysOf(offer), `price.${offer.id}`])));
  // What was chosen before and can no longer be had is not asked for.
  const chosen = Object.fromEntries(Object.entries(quantities).filter(([key]) => !gone.has(key)));
  const set = (key: string, quantity: number) => onChange({ ...chosen, [key]: quantity });
  const count = ticketsIn(chosen, shop);
  const buyer = shop.sellsToCompanies ? company : null;
  const asks = shop.hasRules || codes.length > 0 || buyer !== null;
  const { quote, problem, pending } = useQuote(festival.id, chosen, codes, buyer, asks && count > 0);
  const total = quote?.total ?? sumOf(chosen, shop);
  const money = (amount: number) => formatMoney(amount, shop.currency, localeOf(language));
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
  const ends = offers.filter(canBuy).map(({ onSaleUntil }) => onSaleUntil);
  // What holds for all of them is said once.
  const sameEnd = ends.length > 1 && ends.every((end) => end === ends[0]) ? (ends[0] ?? null) : null;
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
            <ShopRow
              key={offer.id}
              what={
                <>
                  {heading && JSON.stringify(above) !== JSON.stringify(offer.group) && (
                    <p className="mb-2 text-sm font-semibold tracking-wide text-accent-text uppercase">{heading}</p>
                  )}
                  <h3 className={`text-lg font-semibold ${canBuy(offer) ? '' : 'text-ink-soft'}`}>{name}</h3>
                  <p className="text-sm text-ink-soft">{localised(offer.description, language, festival.languages)}</p>
                  <OfferStep offer={offer} festival={festival} language={language} />
                  {/* The server's and the browser's edition of ICU may differ in a space. */}
                  {said && (
                    <p
                      suppressHydrationWarning
                      className={`mt-1 text-sm font-semibold ${offer.availability === 'FEW_LEFT' ? 'text-warning-text' : 'text-ink-soft'}`}
                    >
                      {said}
                    </p>
                  )}
                  {offer.maxPerPerson !== null && (
                    <p className="mt-1 text-sm text-ink-soft">{t('per_person', { count: offer.maxPerPerson })}</p>
                  )}
                  {offer.availability === 'NOT_YET' && offer.onSaleFrom && (
                    <SaleOpening from={offer.onSaleFrom} zone={festival.zone} language={language} />
                  )}
                  {sameEnd === null && until(offer) && (
                    <p suppressHydrationWarning className="mt-1 text-sm text-ink-soft">
                      {until(offer)}
                    </p>
                  )}
                </>
              }
              price={<OfferPrice offer={offer} language={language} />}
              control={
                canBuy(offer) &&
                offer.variations.length === 0 && (
                  <Stepper
                    name={name}
                    value={Math.min(ofType(offer), most(offer))}
                    min={offer.minPerOrder}
                    max={most(offer)}
                    onChange={(quantity) => set(offer.id, quantity)}
                  />
                )
              }
              more={
                canBuy(offer) &&
                (offer.variations.length > 0 || (offer.namesPrice && ofType(offer) > 0)) && (
                  <>
                    {offer.variations.length > 0 && (
                      <ul className="space-y-3">
                        {offer.variations.map((kind) => {
                          const key = `${offer.id}:${kind.id}`;
                          const value = quantities[key] ?? 0;
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
                                    max={Math.max(value, most(offer) - ofType(offer) + value)}
                                    onChange={(quantity) => set(key, quantity)}
                                  />
                                ) : (
                                  <span className="text-sm text-ink-soft">{words('sold_out')}</span>
                                )
                              }
                            />
                          );
                        })}
                      </ul>
                    )}
                    {offer.namesPrice && ofType(offer) > 0 && (
                      <GivenPrice
                        label={t('your_price', { name, least: money(offer.price - offer.fee) })}
                        currency={shop.currency}
                        // Fees come on top of what is given.
                        least={offer.price - offer.fee}
                        value={quantities[`price.${offer.id}`] ?? offer.price - offer.fee}
                        onChange={(given) => set(`price.${offer.id}`, given)}
                      />
                    )}
                  </>
                )
              }
            />
          );
        })}
      </ul>
      {sameEnd !== null && (
        <p suppressHydrationWarning className="text-sm text-ink-soft">
          {words('on_sale_until', { when: sayInstant(sameEnd, festival.zone, language) })}
        </p>
      )}
      <Bundles shop={shop} festival={festival} language={language} chosen={chosen} onSet={set} />
      <Extras shop={shop} festival={festival} language={language} chosen={chosen} onSet={set} />
      {shop.discounts.length > 0 && (
        <p className="mt-4 text-sm text-ink-soft">
          {shop.discounts.map((name) => localised(name, language, festival.languages)).join(' · ')}
        </p>
      )}
      {shop.takesCodes && (
        <Codes codes={codes} quote={quote} problem={problem} money={money} isEmpty={count === 0} onCodes={onCodes} />
      )}
      {shop.sellsToCompanies && (
        <Company
          company={company}
          quote={quote}
          problem={problem}
          isEmpty={count === 0}
          language={language}
          fallbacks={festival.languages}
          onCompany={onCompany}
        />
      )}
      {problem && count > 0 && !/^(CODE_|VAT_NUMBER_)/.test(problem.name) && (
        <p role="alert" className="mt-4 rounded-2xl bg-warning-soft p-4 text-warning-text">
          {problem.message || t('quote_failed')}
        </p>
      )}
      <div
        className={`-mx-5 mt-6 -mb-5 flex flex-wrap items-center justify-between gap-x-4 gap-y-3 rounded-b-3xl border-t border-line bg-surface px-5 py-4 sm:-mx-8 sm:-mb-8 sm:px-8 sm:py-5 ${count > 0 ? 'sticky bottom-0' : ''}`}
      >
        <p aria-live="polite" className="text-lg">
          {t('total', { count })} <strong className="tabular ms-1 text-2xl">{money(total)}</strong>
          {also.shown && count > 0 && (
            <About currency={also.shown.currency} amount={present(total, also.shown.rate)} language={language} />
          )}
          {quote !== null && quote.discount > 0 && (
            <span className="block text-sm font-semibold text-success-text">
              {t('saved', { amount: money(quote.discount) })}
            </span>
          )}
          {shop.orderFees.map(({ name, amount }) => (
            <span key={JSON.stringify(name)} className="block text-sm text-ink-soft">
              {t('order_fee', { name: localised(name, language, festival.languages), amount: money(amount) })}
            </span>
          ))}
          <span className={`block text-sm text-ink-soft ${quote?.reverseCharge ? '' : 'max-sm:hidden'}`}>
            {quote?.reverseCharge ? companyWords('without_vat') : t('vat_included')}
          </span>
        </p>
        <AlsoInChoice rates={shop.alsoIn} shown={also.shown} onChoose={also.choose} />
        <Button
          tone="accent"
          size="xl"
          className="rounded-full max-sm:w-full"
          // A company sees its price, and the law's words with it, before anything is held.
          disabled={count === 0 || problem?.kind === 'answer' || (buyer !== null && quote === null)}
          busy={busy || pending}
          onClick={() => onContinue({ total, reverseCharge: quote?.reverseCharge ?? false })}
        >
          {t('continue')}
        </Button>
        <p role="status" className="basis-full text-sm text-ink-soft empty:hidden">
          {working && t('working')}
        </p>
      </div>
    </>
  );
}
