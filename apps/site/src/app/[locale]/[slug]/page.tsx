import { localised } from '@festivals/messages';
import { getTranslations } from 'next-intl/server';
import { Dressed } from '../../../festival/dressed.tsx';
import { FestivalHome } from '../../../festival/festival-home.tsx';
import { loadContents, loadDetails, loadNews } from '../../../festival/load-festival.ts';
import { headOf, pageOf } from '../../../festival/page-of.ts';
import { playingArtists } from '../../../festival/playing-artists.ts';
import { sharedLook } from '../../../festival/shared-picture.ts';
import { sayDates } from '../../../festival/say-dates.ts';
import { StructuredData } from '../../../festival/structured-data.tsx';
import { alternates } from '../../../shell/alternates.ts';
import { paths } from '../../../shell/paths.ts';

interface Props {
  params: Promise<{ locale: string; slug: string }>;
}

export const revalidate = 10;
export const generateStaticParams = () => [];

export const generateMetadata = ({ params }: Props) =>
  headOf(params, async ({ festival, language }) => {
    const t = await getTranslations({ locale: language, namespace: 'site.festival' });
    const dates = sayDates(festival.startsOn, festival.endsOn, language);
    const title = t('meta_title', { name: festival.name, dates, city: festival.place.city });
    const description = localised(festival.tagline, language, festival.languages);
    return {
      title: { absolute: title },
      description,
      alternates: alternates(language, paths.festival(festival.slug)),
      ...sharedLook(festival, { language, title, description }),
    };
  });

/** A festival's own page: a poster that one can walk into. */
export default async function FestivalPage({ params }: Props) {
  const { festival, language } = await pageOf(params);
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
