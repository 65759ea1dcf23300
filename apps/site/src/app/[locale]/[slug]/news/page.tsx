import { localised } from '@festivals/messages';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { FestivalFrame } from '../../../../festival/festival-frame.tsx';
import { loadDetails, loadFestival, loadNews } from '../../../../festival/load-festival.ts';
import { NewsItem } from '../../../../festival/news-item.tsx';
import { alternates } from '../../../../shell/alternates.ts';
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
  const t = await getTranslations({ locale: language, namespace: 'site.news' });
  return {
    title: { absolute: t('meta_title', { name: festival.name }) },
    description: t('meta_description', { name: festival.name }),
    alternates: alternates(language, paths.news(slug)),
  };
}

/** Everything that the festival said. */
export default async function NewsPage({ params }: Props) {
  const { locale, slug } = await params;
  const language = languageOf(locale);
  const festival = await loadFestival(slug);
  if (!festival) notFound();
  const t = await getTranslations({ locale: language, namespace: 'site.news' });
  const [details, news] = await Promise.all([loadDetails(festival), loadNews(festival)]);
  const readable = news.filter(({ title }) => localised(title, language, festival.languages) !== '');
  return (
    <FestivalFrame festival={festival} language={language} details={details} path={paths.news(slug)} title={t('title')}>
      {readable.length === 0 && <p className="text-lg text-ink-soft">{t('none')}</p>}
      <div>
        {readable.map((one) => (
          <NewsItem key={one.id} festival={festival} language={language} news={one} wide />
        ))}
      </div>
    </FestivalFrame>
  );
}
