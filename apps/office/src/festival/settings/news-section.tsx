import type { News } from '@festivals/domain/festival/news-contract';
import { localised } from '@festivals/messages';
import { Badge } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import { Skeleton } from '@festivals/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { Megaphone, Pin, Plus } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useLanguage } from '../../i18n/language.ts';
import { Failure } from '../../shell/failure.tsx';
import { newsQuery, useFestival } from '../queries.ts';
import { NewsSheet } from './news-sheet.tsx';

/** What the festival tells everyone: drafts, what waits for its day, what is out. */
export function NewsSection() {
  const t = useTranslations('office.news');
  const { festival } = useFestival();
  const language = useLanguage();
  const format = useFormatter();
  const news = useQuery(newsQuery(festival.id));
  const [chosen, setChosen] = useState<string | null>(null);
  // What somebody else saved meanwhile is seen in the sheet as well.
  const edited = news.data?.find(({ id }) => id === chosen);
  const write = (
    <Button tone="accent" onClick={() => setChosen('new')}>
      <Plus aria-hidden="true" />
      {t('write')}
    </Button>
  );
  const stateOf = ({ publishedAt }: News) => {
    if (publishedAt === null) return <Badge>{t('draft')}</Badge>;
    const waits = Date.parse(publishedAt) > Date.now();
    return <Badge tone={waits ? 'info' : 'success'}>{waits ? t('waits') : t('published')}</Badge>;
  };
  return (
    <Card>
      <CardHeader title={t('title')} description={t('lead')} actions={news.data?.length ? write : undefined} />
      <CardBody>
        {news.isError && <Failure error={news.error} retry={() => void news.refetch()} />}
        {news.isPending && <Skeleton className="h-32 rounded-lg" />}
        {news.data?.length === 0 && (
          <EmptyState icon={<Megaphone aria-hidden="true" />} title={t('empty')} action={write}>
            {t('emptyDetail')}
          </EmptyState>
        )}
        {news.data !== undefined && news.data.length > 0 && (
          <ul className="divide-y divide-line rounded-lg border border-line">
            {news.data.map((one) => (
              <li
                key={one.id}
                className="relative flex flex-wrap items-center gap-x-3 gap-y-1 px-3.5 py-3 hover:bg-hover"
              >
                <button
                  type="button"
                  onClick={() => setChosen(one.id)}
                  className="min-w-0 flex-1 cursor-pointer truncate text-left text-ui font-medium text-ink after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
                >
                  {localised(one.title, language, festival.languages)}
                </button>
                {one.pinned && <Pin aria-label={t('pinned')} className="size-4 text-ink-faint" />}
                {one.publishedAt !== null && (
                  <span className="text-xs text-ink-faint">
                    {format.dateTime(new Date(one.publishedAt), 'moment', { timeZone: festival.zone })}
                  </span>
                )}
                {stateOf(one)}
              </li>
            ))}
          </ul>
        )}
      </CardBody>
      {chosen !== null && (edited !== undefined || chosen === 'new') && (
        <NewsSheet festival={festival} key={chosen} edited={edited} onClose={() => setChosen(null)} />
      )}
    </Card>
  );
}
