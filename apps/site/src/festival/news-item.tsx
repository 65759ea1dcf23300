import type { News } from '@festivals/domain/festival/news-contract';
import { localeOf } from '@festivals/messages';
import { Prose } from '@festivals/ui/prose';
import type { Seen } from './seen.ts';
import { writtenText } from './written-text.ts';

interface Props extends Seen {
  news: News;
  /** On a page of its own: across it, its day beside it. */
  wide?: boolean;
}

/** One piece of news, with the day on which it came out where the festival is. */
export function NewsItem({ festival, language, news, wide = false }: Props) {
  const { publishedAt } = news;
  const [title, body] = [news.title, news.body].map((texts) => writtenText(texts, language, festival.languages));
  const day =
    publishedAt === null
      ? ''
      : new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: festival.zone }).format(
          new Date(publishedAt),
        );
  const Heading = wide ? 'h2' : 'h3';
  const is = wide ? looks.wide : looks.narrow;
  return (
    <article className={is.article}>
      <p className={is.day}>
        <time dateTime={publishedAt ?? undefined}>{day}</time>
      </p>
      <div>
        <Heading lang={title?.language} className={is.title}>
          {title?.text}
        </Heading>
        {body && (
          <div lang={body.language}>
            <Prose text={body.text} level={wide ? 3 : 4} className={is.text} />
          </div>
        )}
      </div>
    </article>
  );
}

const looks = {
  narrow: {
    article: 'border-t-4 border-accent pt-5',
    day: 'text-base text-ink-soft',
    title: 'mt-2 font-display text-2xl leading-tight font-bold text-balance',
    text: 'mt-3 text-lg text-ink-soft',
  },
  wide: {
    article: 'grid gap-x-12 gap-y-3 border-t-4 border-accent py-8 sm:py-12 md:grid-cols-[13rem_minmax(0,1fr)]',
    day: 'text-lg font-semibold text-accent-text md:pt-2',
    title: 'headline max-w-[24ch] text-3xl sm:text-5xl',
    text: 'mt-4 max-w-[60ch] text-lg text-ink-soft sm:text-xl/relaxed',
  },
} as const;
