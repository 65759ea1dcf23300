import type { News } from '@festivals/domain/festival/news-contract';
import { localised } from '@festivals/messages';
import { getTranslations } from 'next-intl/server';
import { inLanguage, paths } from '../shell/paths.ts';
import { NewsItem } from './news-item.tsx';
import type { Seen } from './seen.ts';

/** The last three things that the festival said. */
export async function LatestNews({ festival, language, news }: Seen & { news: readonly News[] }) {
  const readable = news.filter(({ title }) => localised(title, language, festival.languages) !== '');
  if (readable.length === 0) return null;
  const t = await getTranslations({ locale: language, namespace: 'site.news' });
  return (
    <section aria-labelledby="news-title" className="border-t border-line bg-surface part later">
      <div className="column">
        <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2">
          <h2 id="news-title" className="headline text-4xl sm:text-6xl">
            {t('title')}
          </h2>
          {readable.length > 3 && (
            <a
              href={inLanguage(language, paths.news(festival.slug))}
              className="inline-block py-2 font-semibold text-accent-text underline underline-offset-4"
            >
              {t('all')}
            </a>
          )}
        </div>
        <div className="mt-10 grid gap-x-10 gap-y-8 md:grid-cols-2 lg:grid-cols-3">
          {readable.slice(0, 3).map((one) => (
            <NewsItem key={one.id} festival={festival} language={language} news={one} />
          ))}
        </div>
      </div>
    </section>
  );
}
