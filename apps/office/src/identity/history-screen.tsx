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
import { PagedList } from '../list/paged-list.tsx';
import { BringBack } from '../record/bring-back.tsx';
import { WhatChanged } from '../record/what-changed.tsx';
import { changesBetween } from '../record/value-text.ts';
import { Page } from '../shell/page.tsx';
import { useDeedName } from './deed-name.ts';

const route = getRouteApi('/office/f/$slug/history');

const auditQuery = (festivalId: Festival['id'], name: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['festival', festivalId, 'audit', name],
    queryFn: ({ pageParam, signal }) =>
      api.identity.listAudit(
        { params: { festivalId }, query: { ...(name ? { name } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
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
  const { name } = route.useSearch();
  const navigate = route.useNavigate();
  const audit = useInfiniteQuery(auditQuery(festival.id, name));
  return (
    <Page
      title={t('title')}
      festival={festival.name}
      lead={t('lead')}
      actions={
        <Select
          className="w-60"
          aria-label={t('filter')}
          value={name ?? ''}
          onChange={({ target }) => void navigate({ search: { name: target.value || undefined }, replace: true })}
        >
          <option value="">{t('everything')}</option>
          {deeds.map((deed) => (
            <option key={deed} value={deed}>
              {deedName(deed)}
            </option>
          ))}
        </Select>
      }
    >
      <PagedList
        query={audit}
        empty={{ icon: <History aria-hidden="true" />, title: t('empty'), detail: t('emptyDetail') }}
      >
        {(entries) => (
          <ol className="divide-y divide-line">
            {entries.map((entry) => (
              <li
                key={entry.id}
                className="grid gap-x-4 gap-y-1 px-5 py-3 text-ui sm:grid-cols-[10rem_minmax(0,1fr)_auto]"
              >
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
              </li>
            ))}
          </ol>
        )}
      </PagedList>
    </Page>
  );
}
