import { sells } from '@festivals/domain/festival/rules';
import { themeStyle } from '@festivals/ui';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { artworkAddress } from '../../../../festival/artwork-address.ts';
import { loadDetails, loadFestival, loadOffers } from '../../../../festival/load-festival.ts';
import { sayDates } from '../../../../festival/say-dates.ts';
import { alternates } from '../../../../shell/alternates.ts';
import { clientMessages } from '../../../../shell/client-messages.ts';
import { languageOf } from '../../../../shell/language-of.ts';
import { paths } from '../../../../shell/paths.ts';
import { SiteFooter } from '../../../../shell/site-footer.tsx';
import { SiteHeader } from '../../../../shell/site-header.tsx';
import { Shop } from '../../../../shop/shop.tsx';

interface Props {
  params: Promise<{ locale: string; slug: string }>;
}

export const revalidate = 10;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const language = languageOf(locale);
  const festival = await loadFestival(slug);
  if (!festival) return {};
  const t = await getTranslations({ locale: language, namespace: 'site.tickets' });
  return {
    title: { absolute: t('meta_title', { name: festival.name }) },
    alternates: alternates(language, paths.tickets(slug)),
  };
}

/** Where tickets are bought, without an account and without a hurry. */
export default async function TicketsPage({ params }: Props) {
  const { locale, slug } = await params;
  const language = languageOf(locale);
  const festival = await loadFestival(slug);
  if (!festival) notFound();
  const t = await getTranslations({ locale: language, namespace: 'site.tickets' });
  const [offers, details] = await Promise.all([loadOffers(festival), loadDetails(festival)]);
  const { id, name, zone, currency, languages } = festival;
  return (
    <div style={themeStyle(festival.theme)} className="flex flex-1 flex-col font-sans">
      <SiteHeader language={language} path={paths.tickets(slug)} festival={festival} />
      <main id="content" className="flex-1">
        <div className="relative isolate overflow-hidden bg-black text-white">
          <img
            src={artworkAddress(festival.theme)}
            alt=""
            className="absolute inset-0 -z-10 size-full object-cover object-[50%_70%]"
          />
          <div className="absolute inset-0 -z-10 bg-linear-to-r from-black/80 via-black/55 to-black/25" />
          <div className="column py-10 sm:py-14">
            <p className="font-semibold">
              {sayDates(festival.startsOn, festival.endsOn, language)} · {festival.place.city}
            </p>
            <h1 className="poster mt-3 text-5xl sm:text-7xl">{t('title', { name })}</h1>
          </div>
        </div>
        <div className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-8 sm:py-12">
          {sells(festival.status) ? (
            <NextIntlClientProvider
              locale={language}
              messages={await clientMessages(language, ['shop', 'tickets', 'pay', 'problem'])}
            >
              <Shop festival={{ id, slug, name, zone, currency, languages }} language={language} offers={offers} />
            </NextIntlClientProvider>
          ) : (
            <p className="text-lg text-ink-soft">{t('closed_for_good')}</p>
          )}
          <noscript>
            <p className="mt-6 rounded-2xl bg-warning-soft p-5 text-warning-text">{t('no_script')}</p>
          </noscript>
          <p className="mt-6 text-sm text-ink-soft">{t('reassurance')}</p>
        </div>
      </main>
      <SiteFooter language={language} path={paths.tickets(slug)} festival={festival} details={details} />
    </div>
  );
}
