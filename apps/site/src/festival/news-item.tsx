import type { News } from '@festivals/domain/festival/news-contract';
import { localised } from '@festivals/messages';
import { Prose } from '@festivals/ui/prose';
import type { Seen } from './seen.ts';

/** One piece of news, with the day on which it came out where the festival is. `level` keeps the page's headings in order. */
export function NewsItem({ festival, language, news, level = 3 }: Seen & { news: News; level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const day =
    news.publishedAt === null
      ? ''
      : new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: festival.zone }).format(
          new Date(news.publishedAt),
        );
  return (
    <article className="border-t-4 border-accent pt-5">
      <p className="text-base text-ink-soft">
        <time dateTime={news.publishedAt ?? undefined}>{day}</time>
      </p>
      <Heading className="mt-2 font-display text-2xl leading-tight font-bold text-balance">
        {localised(news.title, language, festival.languages)}
      </Heading>
      <Prose text={localised(news.body, language, festival.languages)} className="mt-3 text-lg text-ink-soft" />
    </article>
  );
}
