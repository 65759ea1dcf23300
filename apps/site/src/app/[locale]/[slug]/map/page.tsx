import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { env } from '../../../../env.ts';
import { FestivalFrame } from '../../../../festival/festival-frame.tsx';
import { loadDetails, loadPlaces, loadStands } from '../../../../festival/load-festival.ts';
import { headOf, pageOf } from '../../../../festival/page-of.ts';
import { FilterWithoutScript } from '../../../../ground/filter-without-script.tsx';
import { GroundExplorer } from '../../../../ground/ground-explorer.tsx';
import { groundPlaces } from '../../../../ground/ground-place.ts';
import { SignSprite } from '../../../../ground/sign-sprite.tsx';
import { SitePlan } from '../../../../ground/site-plan.tsx';
import { WayHere } from '../../../../ground/way-here.tsx';
import { alternates } from '../../../../shell/alternates.ts';
import { clientMessages } from '../../../../shell/client-messages.ts';
import { paths } from '../../../../shell/paths.ts';

interface Props {
  params: Promise<{ locale: string; slug: string }>;
}

export const revalidate = 10;
export const generateStaticParams = () => [];

export const generateMetadata = ({ params }: Props) =>
  headOf(params, async ({ festival, language }) => {
    const t = await getTranslations({ locale: language, namespace: 'site.map' });
    return {
      title: { absolute: t('meta_title', { name: festival.name }) },
      description: t('lead', { name: festival.name }),
      alternates: alternates(language, paths.map(festival.slug)),
    };
  });

/** Where everything is, and how one gets there. */
export default async function MapPage({ params }: Props) {
  const { festival, language } = await pageOf(params);
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
    <FestivalFrame {...seen} details={details} path={paths.map(festival.slug)} title={t('title')}>
      {found.length === 0 ? (
        <p className="max-w-prose text-lg text-ink-soft">{t('empty')}</p>
      ) : (
        <>
          <SignSprite places={found} />
          <FilterWithoutScript />
          <NextIntlClientProvider locale={language} messages={await clientMessages(language, ['map', 'open_now'])}>
            <GroundExplorer
              festival={{ slug: festival.slug, zone: festival.zone, middle: [longitude, latitude] }}
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
