import { Badge } from '@festivals/ui/badge';
import { Select } from '@festivals/ui/select';
import { Tooltip } from '@festivals/ui/tooltip';
import type { Festival } from '@festivals/domain/festival/contract';
import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { History, Link2 } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useFestival } from '../festival/queries.ts';
import { ExportMenu } from '../list/export-menu.tsx';
import { PagedList } from '../list/paged-list.tsx';
import { SearchInput } from '../list/search-input.tsx';
import { VirtualList } from '../list/virtual-list.tsx';
import { BringBack } from '../record/bring-back.tsx';
import { WhatChanged } from '../record/what-changed.tsx';
import { changesBetween } from '../record/value-text.ts';
import { Page } from '../shell/page.tsx';
import { useDeedName } from './deed-name.ts';

const route = getRouteApi('/office/f/$slug/history');

interface Asked {
  name?: string | undefined;
  search?: string | undefined;
  descending?: boolean | undefined;
}

const auditQuery = (festivalId: Festival['id'], { name, search, descending = true }: Asked) =>
  infiniteQueryOptions({
    queryKey: ['festival', festivalId, 'audit', name, search, descending],
    queryFn: ({ pageParam, signal }) =>
      api.identity.listAudit(
        {
          params: { festivalId },
          query: {
            descending,
            ...(name ? { name } : {}),
            ...(search ? { search } : {}),
            ...(pageParam ? { cursor: pageParam } : {}),
          },
        },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });

/** What a deed changed, folded away until somebody asks. */
function Changes(props: { festival: Festival; before: unknown; after: unknown }) {
  const t = useTranslations('office.history');
  const count = changesBetween(props.before, props.after).length;
  if (count === 0) return null;
  return (
    <details className="mt-0.5">
      <summary className="w-fit cursor-pointer rounded-sm text-xs text-ink-faint hover:text-ink">
        {t('changes', { count })}
      </summary>
      <div className="rounded-md bg-sunken px-3 pt-0.5 pb-2">
        <WhatChanged {...props} />
      </div>
    </details>
  );
}

/** Who did what, newest first. */
export function HistoryScreen() {
  const t = useTranslations('office.history');
  const format = useFormatter();
  const { deedName, deeds } = useDeedName();
  const { festival, may } = useFestival();
  const asked = route.useSearch();
  const { name, search, descending = true } = asked;
  const words = useTranslations('office.historyList');
  const lists = useTranslations('office.list');
  const navigate = route.useNavigate();
  const look = (next: Asked) => void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  const audit = useInfiniteQuery(auditQuery(festival.id, asked));
  return (
    <Page
      title={t('title')}
      festival={festival.name}
      lead={t('lead')}
      actions={<ExportMenu festival={festival} list="history" asked={{ search, only: name, descending }} />}
    >
      <div className="mb-3 flex flex-wrap gap-2">
        <SearchInput
          label={words('searchWho')}
          value={search ?? ''}
          onSearch={(text) => look({ search: text || undefined })}
          className="min-w-44 flex-1 sm:max-w-xs"
        />
        <Select
          className="w-60"
          aria-label={t('filter')}
          value={name ?? ''}
          onChange={({ target }) => look({ name: target.value || undefined })}
        >
          <option value="">{t('everything')}</option>
          {deeds.map((deed) => (
            <option key={deed} value={deed}>
              {deedName(deed)}
            </option>
          ))}
        </Select>
        <Select
          className="w-44"
          aria-label={lists('sortBy')}
          value={descending ? 'newest' : 'oldest'}
          onChange={({ target }) => look({ descending: target.value === 'oldest' ? false : undefined })}
        >
          <option value="newest">{lists('newestFirst')}</option>
          <option value="oldest">{lists('oldestFirst')}</option>
        </Select>
      </div>
      <PagedList
        query={audit}
        empty={{
          icon: <History aria-hidden="true" />,
          title: name || search ? lists('nothing') : t('empty'),
          detail: name || search ? lists('nothingDetail') : t('emptyDetail'),
        }}
      >
        {(entries) => (
          <VirtualList
            items={entries}
            keyOf={({ id }) => id}
            about={62}
            className="divide-y divide-line"
            itemClass="grid gap-x-4 gap-y-1 px-5 py-3 text-ui sm:grid-cols-[10rem_minmax(0,1fr)_auto]"
          >
            {(entry) => (
              <>
                <time dateTime={entry.at} className="tabular text-ink-faint">
                  {format.dateTime(new Date(entry.at), 'moment')}
                </time>
                <div className="min-w-0">
                  <p className="text-ink">
                    <span className="font-medium">{entry.actor.name ?? t(`actor.${entry.actor.kind}`)}</span>
                    <span className="text-ink-faint"> · </span>
                    {deedName(entry.name)}
                  </p>
                  <Changes festival={festival} before={entry.before} after={entry.after} />
                </div>
                <div className="flex items-start gap-2">
                  <BringBack festivalId={festival.id} deed={entry.name} subjectId={entry.subjectId} may={may} />
                  {entry.actor.kind !== 'person' && entry.actor.name !== null && (
                    <Badge>{t(`actor.${entry.actor.kind}`)}</Badge>
                  )}
                  {entry.position === null ? (
                    <Badge tone="warning">{t('unsealed')}</Badge>
                  ) : (
                    <Tooltip text={t('sealedDetail')}>
                      <span tabIndex={0} className="tabular flex items-center gap-1 rounded-sm text-xs text-ink-faint">
                        <Link2 aria-hidden="true" className="size-3.5" />
                        {t('sealed', { position: entry.position })}
                      </span>
                    </Tooltip>
                  )}
                </div>
              </>
            )}
          </VirtualList>
        )}
      </PagedList>
    </Page>
  );
}
