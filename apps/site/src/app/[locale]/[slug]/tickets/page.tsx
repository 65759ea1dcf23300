import { isOver } from '@festivals/domain/festival/is-over';
import { sells } from '@festivals/domain/festival/rules';
import type { ShopWindow } from '@festivals/domain/ticketing/pricing/contract';
import { type Language, localeOf, localised } from '@festivals/messages';
import { formatMoney } from '@festivals/ui/format-money';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { CalledOff } from '../../../../festival/called-off.tsx';
import { Dressed } from '../../../../festival/dressed.tsx';
import { loadDetails, loadShop } from '../../../../festival/load-festival.ts';
import { headOf, pageOf } from '../../../../festival/page-of.ts';
import { PosterBand } from '../../../../festival/poster-band.tsx';
import { sayDates } from '../../../../festival/say-dates.ts';
import { alternates } from '../../../../shell/alternates.ts';
import { clientMessages } from '../../../../shell/client-messages.ts';
import { paths } from '../../../../shell/paths.ts';
import { SiteFooter } from '../../../../shell/site-footer.tsx';
import { SiteHeader } from '../../../../shell/site-header.tsx';
import { OffersData } from '../../../../shop/offers-data.tsx';
import { Shop } from '../../../../shop/shop.tsx';

interface Props {
  params: Promise<{ locale: string; slug: string }>;
}

export const revalidate = 10;
export const generateStaticParams = () => [];

export const generateMetadata = ({ params }: Props) =>
  headOf(params, async ({ festival, language }) => {
    const t = await getTranslations({ locale: language, namespace: 'site.tickets' });
    const said = reassurance(t, await loadShop(festival), language, festival.languages);
    return {
      title: { absolute: t('meta_title', { name: festival.name }) },
      description: `${sayDates(festival.startsOn, festival.endsOn, language)}, ${festival.place.city}. ${said}`,
      alternates: alternates(language, paths.tickets(festival.slug)),
    };
  });

/** Where tickets are bought, without an account and without a hurry. */
export default async function TicketsPage({ params }: Props) {
  const { festival, language } = await pageOf(params);
  const t = await getTranslations({ locale: language, namespace: 'site.tickets' });
  const [shop, details] = await Promise.all([loadShop(festival), loadDetails(festival)]);
  const { id, slug, name, zone, currency, languages } = festival;
  const { email } = details.contact.content;
  return (
    <Dressed theme={festival.theme}>
      <OffersData festival={festival} language={language} offers={shop.offers} />
      <SiteHeader language={language} path={paths.tickets(festival.slug)} festival={festival} />
      <main id="content" className="flex-1">
        <CalledOff festival={festival} language={language} />
        <PosterBand
          theme={festival.theme}
          kicker={`${sayDates(festival.startsOn, festival.endsOn, language)} · ${festival.place.city}`}
          title={t('title', { name })}
        />
        {sells(festival.status) && !isOver(festival, new Date()) ? (
          <div className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-8 sm:py-12">
            <NextIntlClientProvider
              locale={language}
              messages={await clientMessages(language, [
                'shop',
                'asked',
                'company',
                'tickets',
                'pay',
                'checkout',
                'problem',
              ])}
            >
              <Shop festival={{ id, slug, name, zone, currency, languages }} language={language} shop={shop} />
            </NextIntlClientProvider>
            <noscript>
              <p className="mt-6 rounded-2xl bg-warning-soft p-5 text-warning-text">
                {t('no_script')} {email !== null && t('way', { email })}
              </p>
            </noscript>
            <p className="mt-6 text-sm text-ink-soft">{reassurance(t, shop, language, languages)}</p>
          </div>
        ) : (
          <p className="column py-10 text-xl sm:py-16">{t('closed_for_good')}</p>
        )}
      </main>
      <SiteFooter language={language} path={paths.tickets(festival.slug)} festival={festival} details={details} />
    </Dressed>
  );
}

/** That the price in sight is the price; what is asked once an order is told by its name and amount. */
function reassurance(
  t: Awaited<ReturnType<typeof getTranslations<'site.tickets'>>>,
  { orderFees, currency }: ShopWindow,
  language: Language,
  fallbacks: readonly Language[],
): string {
  const fees = orderFees.map(
    ({ name, amount }) =>
      `${localised(name, language, fallbacks)} ${formatMoney(amount, currency, localeOf(language))}`,
  );
  return fees.length === 0 ? t('reassurance') : t('reassurance_with_fees', { fees: fees.join(', ') });
}
