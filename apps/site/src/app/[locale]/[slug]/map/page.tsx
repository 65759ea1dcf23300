import 'maplibre-gl/dist/maplibre-gl.css';
import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { env } from '../../../../env.ts';
import { FestivalFrame } from '../../../../festival/festival-frame.tsx';
import { loadDetails, loadFestival, loadPlaces, loadStands } from '../../../../festival/load-festival.ts';
import { FilterWithoutScript } from '../../../../ground/filter-without-script.tsx';
import { GroundExplorer } from '../../../../ground/ground-explorer.tsx';
import { groundPlaces } from '../../../../ground/ground-place.ts';
import { SignSprite } from '../../../../ground/sign-sprite.tsx';
import { SitePlan } from '../../../../ground/site-plan.tsx';
import { WayHere } from '../../../../ground/way-here.tsx';
import { alternates } from '../../../../shell/alternates.ts';
import { clientMessages } from '../../../../shell/client-messages.ts';
import { languageOf } from '../../../../shell/language-of.ts';
import { paths } from '../../../../shell/paths.ts';

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
  const t = await getTranslations({ locale: language, namespace: 'site.map' });
  return {
    title: { absolute: t('meta_title', { name: festival.name }) },
    description: t('lead', { name: festival.name }),
    alternates: alternates(language, paths.map(slug)),
  };
}

/** Where everything is, and how one gets there. */
export default async function MapPage({ params }: Props) {
  const { locale, slug } = await params;
  const language = languageOf(locale);
  const festival = await loadFestival(slug);
  if (!festival) notFound();
  const t = await getTranslations({ locale: language, namespace: 'site.map' });
  const [details, places, stands] = await Promise.all([
    loadDetails(festival),
    loadPlaces(festival),
    loadStands(festival),
  ]);
  const seen = { festival, language };
  const found = groundPlaces(places, stands, seen, (kind) => t('kind', { kind }));
  const { longitude, latitude } = festival.place;
  return (
    <FestivalFrame {...seen} details={details} path={paths.map(slug)} title={t('title')}>
      {found.length === 0 ? (
        <p className="max-w-prose text-lg text-ink-soft">{t('empty')}</p>
      ) : (
        <>
          <SignSprite places={found} />
          <FilterWithoutScript />
          <NextIntlClientProvider locale={language} messages={await clientMessages(language, ['map', 'open_now'])}>
            <GroundExplorer
              festival={{ slug, zone: festival.zone, middle: [longitude, latitude] }}
              language={language}
              places={found}
              styleUrl={env.mapStyleUrl}
              plan={<SitePlan places={found} label={t('plan')} />}
            />
          </NextIntlClientProvider>
        </>
      )}
      <WayHere {...seen} travel={details.travel.content} />
    </FestivalFrame>
  );
}
