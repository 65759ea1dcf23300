import type { News } from '@festivals/domain/festival/news-contract';
import { newsList, newsState } from '@festivals/domain/festival/news-list';
import { localised } from '@festivals/messages';
import { Badge } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import { Skeleton } from '@festivals/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { Megaphone, Pin, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { useFormatter, useNow, useTranslations } from 'use-intl';
import { useLanguage } from '../../i18n/language.ts';
import { ExportMenu } from '../../list/export-menu.tsx';
import { ListBar, NothingFits } from '../../list/list-bar.tsx';
import type { ListSearch } from '../../list/list-search.ts';
import { useList } from '../../list/use-list.ts';
import { VirtualList } from '../../list/virtual-list.tsx';
import { Failure } from '../../shell/failure.tsx';
import { useOpened } from '../../record/use-opened.ts';
import { newsQuery, useFestival } from '../queries.ts';
import { NewsSheet } from './news-sheet.tsx';

const route = getRouteApi('/office/f/$slug/settings/news');
const states = ['draft', 'waits', 'published'] as const;
const tones = { draft: 'neutral', waits: 'info', published: 'success' } as const;
const none: readonly News[] = [];

/** What the festival tells everyone: drafts, what waits for its day, what is out. */
export function NewsSection() {
  const t = useTranslations('office.news');
  const { festival } = useFestival();
  const language = useLanguage();
  const format = useFormatter();
  const news = useQuery(newsQuery(festival.id));
  const lists = useTranslations('office.list');
  const words = useTranslations('office.settings');
  const { edit: chosen, ...asked } = route.useSearch();
  const navigate = route.useNavigate();
  const look = (next: ListSearch & { edit?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  const choose = (id: string | undefined) => look({ edit: id });
  const now = useNow({ updateInterval: 60_000 });
  const view = useMemo(() => newsList(now), [now]);
  const list = useList(view, news.data ?? none, asked, look);
  // What somebody else saved meanwhile is seen in the sheet as well.
  const edited = useOpened(news.data, chosen);
  const write = (
    <Button tone="accent" onClick={() => choose('new')}>
      <Plus aria-hidden="true" />
      {t('write')}
    </Button>
  );
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
          <div className="space-y-3">
            <ListBar
              asked={list.asked}
              look={look}
              searchLabel={t('search')}
              filters={[...states.map((state) => [state, t(state)] as const), ['pinned', lists('only.pinned')]]}
              sorts={[
                ['published', t('publishedAt')],
                ['title', t('headline')],
              ]}
            >
              <ExportMenu festival={festival} list="news" asked={list.asked} label={words('section.news')} />
            </ListBar>
            {list.rows.length === 0 ? (
              <NothingFits look={look} />
            ) : (
              <VirtualList
                items={list.rows}
                keyOf={({ id }) => id}
                about={46}
                className="divide-y divide-line rounded-lg border border-line"
                itemClass="relative flex flex-wrap items-center gap-x-3 gap-y-1 px-3.5 py-3 hover:bg-hover"
              >
                {(one) => (
                  <>
                    <button
                      type="button"
                      onClick={() => choose(one.id)}
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
                    <Badge tone={tones[newsState(one, now)]}>{t(newsState(one, now))}</Badge>
                  </>
                )}
              </VirtualList>
            )}
          </div>
        )}
      </CardBody>
      {chosen !== undefined && (edited !== undefined || chosen === 'new') && (
        <NewsSheet festival={festival} key={chosen} edited={edited} onClose={() => choose(undefined)} />
      )}
    </Card>
  );
}
