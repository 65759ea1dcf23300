import { localised } from '@festivals/messages';
import { getTranslations } from 'next-intl/server';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Dressed } from '../../../festival/dressed.tsx';
import { FestivalHome } from '../../../festival/festival-home.tsx';
import { loadContents, loadDetails, loadFestival, loadNews } from '../../../festival/load-festival.ts';
import { playingArtists } from '../../../festival/playing-artists.ts';
import { sharedLook } from '../../../festival/shared-picture.ts';
import { sayDates } from '../../../festival/say-dates.ts';
import { StructuredData } from '../../../festival/structured-data.tsx';
import { alternates } from '../../../shell/alternates.ts';
import { languageOf } from '../../../shell/language-of.ts';
import { paths } from '../../../shell/paths.ts';

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
  const t = await getTranslations({ locale: language, namespace: 'site.festival' });
  const dates = sayDates(festival.startsOn, festival.endsOn, language);
  const title = t('meta_title', { name: festival.name, dates, city: festival.place.city });
  const description = localised(festival.tagline, language, festival.languages);
  return {
    title: { absolute: title },
    description,
    alternates: alternates(language, paths.festival(slug)),
    ...sharedLook(festival, { language, title, description }),
  };
}

/** A festival's own page: a poster that one can walk into. */
export default async function FestivalPage({ params }: Props) {
  const { locale, slug } = await params;
  const language = languageOf(locale);
  const festival = await loadFestival(slug);
  if (!festival) notFound();
  const [contents, details, news] = await Promise.all([
    loadContents(festival),
    loadDetails(festival),
    loadNews(festival),
  ]);
  return (
    <Dressed theme={festival.theme}>
      <StructuredData
        festival={festival}
        language={language}
        offers={contents.offers}
        artists={playingArtists(contents.programme)}
      />
      <FestivalHome festival={festival} language={language} contents={contents} details={details} news={news} />
    </Dressed>
  );
}
