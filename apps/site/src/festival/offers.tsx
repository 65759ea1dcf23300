import type { Offer } from '@festivals/domain/ticketing/schemas';
import { localeOf } from '@festivals/messages';
import { getTranslations } from 'next-intl/server';
import { said } from '../programme/said.ts';
import { inLanguage, paths } from '../shell/paths.ts';
import { LiveAvailability, LivePrice } from './live-availability.tsx';
import { sayInstant } from './say-dates.ts';
import type { Seen } from './seen.ts';

const buyable = ({ availability }: Offer) => availability === 'AVAILABLE' || availability === 'FEW_LEFT';

/** What there is to buy, what it costs and whether it can still be had. */
export async function Offers({ festival, language, offers, open }: Seen & { offers: Offer[]; open: boolean }) {
  const t = await getTranslations({ locale: language, namespace: 'site.tickets' });
  const written = (texts: Offer['name']) => said(texts, language, festival.languages);
  const from = (offer: Offer) => (offer.onSaleFrom ? sayInstant(offer.onSaleFrom, festival.zone, language) : '');
  const words = (offer: Offer) => ({
    AVAILABLE: t('available'),
    FEW_LEFT: t('few_left'),
    SOLD_OUT: t('sold_out'),
    NOT_YET: offer.onSaleFrom ? t('on_sale_from', { when: from(offer) }) : t('not_yet'),
    CLOSED: t('closed'),
  });
  return (
    <section id="tickets" aria-labelledby="tickets-title" className="bg-accent-soft part later">
      <div className="column">
        <h2 id="tickets-title" className="headline text-4xl sm:text-6xl">
          {t('heading')}
        </h2>
        {offers.length === 0 && <p className="mt-6 max-w-prose text-lg text-ink-soft">{t('none')}</p>}
        <ul className="mt-10 grid gap-5 md:grid-cols-2">
          {offers.map((offer) => (
            <li key={offer.id} className="drop-shadow-lg">
              <div className="stub flex h-full overflow-hidden rounded-3xl bg-surface">
                <div className="flex min-w-0 flex-1 flex-col items-start justify-between gap-5 p-6 sm:p-7">
                  <div>
                    <h3 lang={written(offer.name)?.lang} className="headline text-2xl sm:text-3xl">
                      {written(offer.name)?.text}
                    </h3>
                    <p lang={written(offer.description)?.lang} className="mt-2 text-ink-soft">
                      {written(offer.description)?.text}
                    </p>
                  </div>
                  <LiveAvailability
                    festivalId={festival.id}
                    offerId={offer.id}
                    initial={offer.availability}
                    words={words(offer)}
                  />
                </div>
                <p
                  className={`headline tabular flex w-(--seam) shrink-0 items-center justify-center border-s-2 border-dashed px-2 text-center text-2xl sm:text-3xl ${
                    buyable(offer)
                      ? 'border-on-accent/40 bg-accent text-on-accent'
                      : 'border-line bg-sunken text-ink-soft'
                  }`}
                >
                  <LivePrice
                    festivalId={festival.id}
                    offerId={offer.id}
                    price={offer.price}
                    currency={offer.currency}
                    locale={localeOf(language)}
                    free={t('free')}
                  />
                </p>
              </div>
            </li>
          ))}
        </ul>
        {open && (
          <p className="mt-10">
            <a
              href={inLanguage(language, paths.tickets(festival.slug))}
              className="inline-flex h-16 items-center rounded-button bg-accent px-9 text-xl font-bold text-on-accent shadow-raised transition-transform hover:scale-[1.03] hover:bg-accent-hover"
            >
              {t('choose')}
            </a>
            <span className="mt-4 block text-sm text-ink-soft">{t('reassurance')}</span>
          </p>
        )}
      </div>
    </section>
  );
}
