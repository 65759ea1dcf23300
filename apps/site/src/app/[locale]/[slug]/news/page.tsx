import { localised } from '@festivals/messages';
import { getTranslations } from 'next-intl/server';
import { FestivalFrame } from '../../../../festival/festival-frame.tsx';
import { loadDetails, loadNews } from '../../../../festival/load-festival.ts';
import { NewsItem } from '../../../../festival/news-item.tsx';
import { headOf, pageOf } from '../../../../festival/page-of.ts';
import { alternates } from '../../../../shell/alternates.ts';
import { paths } from '../../../../shell/paths.ts';

interface Props {
  params: Promise<{ locale: string; slug: string }>;
}

export const revalidate = 10;
export const generateStaticParams = () => [];

export const generateMetadata = ({ params }: Props) =>
  headOf(params, async ({ festival, language }) => {
    const t = await getTranslations({ locale: language, namespace: 'site.news' });
    return {
      title: { absolute: t('meta_title', { name: festival.name }) },
      description: t('meta_description', { name: festival.name }),
      alternates: alternates(language, paths.news(festival.slug)),
    };
  });

/** Everything that the festival said. */
export default async function NewsPage({ params }: Props) {
  const { festival, language } = await pageOf(params);
  const t = await getTranslations({ locale: language, namespace: 'site.news' });
  const [details, news] = await Promise.all([loadDetails(festival), loadNews(festival)]);
  const readable = news.filter(({ title }) => localised(title, language, festival.languages) !== '');
  return (
    <FestivalFrame
      festival={festival}
      language={language}
      details={details}
      path={paths.news(festival.slug)}
      title={t('title')}
    >
      {readable.length === 0 && <p className="text-lg text-ink-soft">{t('none')}</p>}
      <div>
        {readable.map((one) => (
          <NewsItem key={one.id} festival={festival} language={language} news={one} wide />
        ))}
      </div>
    </FestivalFrame>
  );
}
