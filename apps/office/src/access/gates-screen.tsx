import { Badge } from '@festivals/ui/badge';
import { Card } from '@festivals/ui/card';
import { Notice } from '@festivals/ui/notice';
import { Skeleton } from '@festivals/ui/skeleton';
import { Stat } from '@festivals/ui/stat';
import { Switch } from '@festivals/ui/switch';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';
import type { Festival } from '@festivals/domain/festival/contract';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ScanLine } from 'lucide-react';
import { useFormatter, useNow, useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useFestival } from '../festival/queries.ts';
import { currentLiveness } from '../live/connection.ts';
import { Loaded } from '../list/loaded.tsx';
import { ExportMenu } from '../list/export-menu.tsx';
import { PagedList } from '../list/paged-list.tsx';
import { SortHeader } from '../list/sort-header.tsx';
import { VirtualRows } from '../list/virtual-rows.tsx';
import { GatesCard } from './gates-card.tsx';
import { Page } from '../shell/page.tsx';

const route = getRouteApi('/office/f/$slug/gates');
/** Gates are watched while people stand in front of them: live they say so themselves, else they are asked. */
const every = () => (currentLiveness().state === 'live' ? 30_000 : 3_000);

const figuresQuery = (festivalId: Festival['id']) =>
  queryOptions({
    queryKey: ['festival', festivalId, 'access'],
    queryFn: ({ signal }) => api.access.getAccessFigures({ params: { festivalId } }, { signal }),
    refetchInterval: every,
  });

const admissionsQuery = (festivalId: Festival['id'], conflicts: boolean, descending: boolean) =>
  infiniteQueryOptions({
    queryKey: ['festival', festivalId, 'admissions', conflicts, descending],
    queryFn: ({ pageParam, signal }) =>
      api.access.listAdmissions(
        {
          params: { festivalId },
          query: { descending, ...(conflicts ? { conflicts } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
        },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    refetchInterval: every,
  });

function Figures({ festivalId }: { festivalId: Festival['id'] }) {
  const t = useTranslations('office.gates');
  const format = useFormatter();
  const now = useNow({ updateInterval: 10_000 });
  const figures = useQuery(figuresQuery(festivalId));
  return (
    <Loaded query={figures} waiting={<Skeleton className="h-24 rounded-xl" />}>
      {({ admitted, valid, conflicts, lastAt }) => (
        <div className="space-y-3">
          <Card>
            <dl className="grid grid-cols-2 divide-line sm:grid-cols-4 sm:divide-x [&>*]:px-5 [&>*]:py-4">
              <Stat
                label={t('admitted')}
                value={format.number(admitted)}
                detail={t('ofSold', { share: admitted + valid === 0 ? 0 : admitted / (admitted + valid) })}
              />
              <Stat label={t('awaited')} value={format.number(valid)} detail={t('awaitedDetail')} />
              <Stat label={t('conflicts')} value={format.number(conflicts)} detail={t('conflictsDetail')} />
              <Stat
                label={t('last')}
                value={lastAt === null ? '—' : format.relativeTime(new Date(lastAt), { now, style: 'short' })}
                detail={t('lastDetail')}
              />
            </dl>
          </Card>
          {conflicts > 0 && <Notice tone="warning">{t('conflictNotice', { count: conflicts })}</Notice>}
        </div>
      )}
    </Loaded>
  );
}

/** Who came in, as the gates report it. */
export function GatesScreen() {
  const t = useTranslations('office.gates');
  const format = useFormatter();
  const { festival, may } = useFestival();
  const { only, descending = true, gate } = route.useSearch();
  const conflicts = only === 'conflicts';
  const navigate = route.useNavigate();
  const admissions = useInfiniteQuery(admissionsQuery(festival.id, conflicts, descending));
  const when = (instant: string) => format.dateTime(new Date(instant), 'exactMoment', { timeZone: festival.zone });
  return (
    <Page
      title={t('title')}
      festival={festival.name}
      lead={t('lead')}
      actions={
        may.has('access.read') && <ExportMenu festival={festival} list="admissions" asked={{ only, descending }} />
      }
    >
      <div className="space-y-4">
        <Figures festivalId={festival.id} />
        <GatesCard
          festival={festival}
          open={gate}
          onOpen={(next) => void navigate({ search: (now) => ({ ...now, gate: next }) })}
        />
        <label className="flex w-fit cursor-pointer items-center gap-2.5 text-ui text-ink">
          <Switch
            checked={conflicts}
            onCheckedChange={(on) =>
              void navigate({ search: (now) => ({ ...now, only: on ? 'conflicts' : undefined }), replace: true })
            }
          />
          {t('onlyConflicts')}
        </label>
        <PagedList
          query={admissions}
          empty={{
            icon: <ScanLine aria-hidden="true" />,
            title: conflicts ? t('noConflicts') : t('empty'),
            detail: conflicts ? null : t('emptyDetail'),
          }}
        >
          {(items) => (
            <Table caption={t('title')}>
              <TableHead>
                <tr>
                  <SortHeader
                    by="at"
                    sort="at"
                    descending={descending}
                    onSort={(_, down) =>
                      void navigate({ search: (now) => ({ ...now, descending: down }), replace: true })
                    }
                  >
                    {t('at')}
                  </SortHeader>
                  <TableHeader className="max-sm:hidden">{t('ticket')}</TableHeader>
                  <TableHeader>{t('device')}</TableHeader>
                  <TableHeader className="max-md:hidden">{t('received')}</TableHeader>
                  <TableHeader>{t('verdict')}</TableHeader>
                </tr>
              </TableHead>
              <TableBody>
                <VirtualRows items={items} rowHeight={44}>
                  {(admission) => (
                    <TableRow key={admission.id}>
                      <TableCell className="tabular sm:whitespace-nowrap">{when(admission.at)}</TableCell>
                      <TableCell className="max-sm:hidden">
                        <code className="text-xs">{admission.ticketId.slice(-8).toUpperCase()}</code>
                      </TableCell>
                      <TableCell className="font-medium">{admission.deviceName}</TableCell>
                      <TableCell className="tabular whitespace-nowrap text-ink-soft max-md:hidden">
                        {when(admission.receivedAt)}
                      </TableCell>
                      <TableCell>
                        <Badge tone={admission.primary ? 'success' : 'warning'}>
                          {admission.primary ? t('first') : t('again')}
                        </Badge>
                      </TableCell>
                    </TableRow>
                  )}
                </VirtualRows>
              </TableBody>
            </Table>
          )}
        </PagedList>
      </div>
    </Page>
  );
}
