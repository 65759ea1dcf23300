import { Badge } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { Card } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import { Table, TableBody, TableCell, TableHead, TableHeader } from '@festivals/ui/table';
import { useToast } from '@festivals/ui/toast';
import { Device } from '@festivals/domain/devices/contract';
import type { Festival } from '@festivals/domain/festival/contract';
import { deviceList, deviceState } from '@festivals/domain/devices/list-view';
import { infiniteQueryOptions, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Plus, Smartphone } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useFormatter, useNow, useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { useFestival } from '../festival/queries.ts';
import { ConfirmDialog } from '../form/confirm-dialog.tsx';
import { ExportMenu } from '../list/export-menu.tsx';
import { FoundRow } from '../list/found-row.tsx';
import { ListBar, NothingFits } from '../list/list-bar.tsx';
import type { ListSearch } from '../list/list-search.ts';
import { Loaded } from '../list/loaded.tsx';
import { SortHeader } from '../list/sort-header.tsx';
import { useAllPages } from '../list/use-all-pages.ts';
import { useList } from '../list/use-list.ts';
import { VirtualRows } from '../list/virtual-rows.tsx';
import { Page } from '../shell/page.tsx';
import { EnrolDialog } from './enrol-dialog.tsx';

type Device = z.output<typeof Device>;

const route = getRouteApi('/office/f/$slug/devices');
const states = ['active', 'expired', 'revoked'] as const;

const devicesQuery = (festivalId: Festival['id']) =>
  infiniteQueryOptions({
    queryKey: ['festival', festivalId, 'devices'],
    queryFn: ({ pageParam, signal }) =>
      api.devices.listDevices(
        { params: { festivalId }, query: { limit: 200, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    // A device that is being enrolled appears by itself.
    refetchInterval: 5_000,
  });

function RevokeDialog({
  device,
  festivalId,
  onClose,
}: {
  device: Device;
  festivalId: Festival['id'];
  onClose: () => void;
}) {
  const t = useTranslations('office.devices');
  const queryClient = useQueryClient();
  const say = useToast();
  return (
    <ConfirmDialog
      title={t('revokeTitle', { name: device.name })}
      detail={t('revokeDetail')}
      keepLabel={t('keep')}
      confirmLabel={t('revoke')}
      onConfirm={async () => {
        await api.devices.revokeDevice({ params: { festivalId, deviceId: device.id } });
        say({ title: t('revokedToast', { name: device.name }) });
      }}
      onSettled={() => queryClient.invalidateQueries(devicesQuery(festivalId))}
      onClose={onClose}
    />
  );
}

const none: readonly Device[] = [];

/** The phones that may scan: who they are, when they were last heard of, and how to lock one out. */
export function DevicesScreen() {
  const t = useTranslations('office.devices');
  const format = useFormatter();
  const now = useNow({ updateInterval: 10_000 });
  const { festival, may } = useFestival();
  const devices = useAllPages(useInfiniteQuery(devicesQuery(festival.id)));
  const asked = route.useSearch();
  const navigate = route.useNavigate();
  const look = (next: ListSearch) => void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  // Whether a device's time is over may change while one looks, but not with every second.
  const minute = Math.floor(now.getTime() / 60_000);
  const view = useMemo(() => deviceList(new Date(minute * 60_000)), [minute]);
  const list = useList(view, devices.data ?? none, asked, look);
  const [enrolling, setEnrolling] = useState(false);
  const [revoking, setRevoking] = useState<Device | null>(null);
  const manages = may.has('devices.manage');
  const known = new Set(devices.data?.map((device) => device.id));
  const enrol = manages && (
    <Button tone="accent" onClick={() => setEnrolling(true)}>
      <Plus aria-hidden="true" />
      {t('enrol')}
    </Button>
  );
  return (
    <Page
      title={t('title')}
      festival={festival.name}
      lead={t('lead')}
      actions={
        <>
          {(devices.data?.length ?? 0) > 0 && <ExportMenu festival={festival} list="devices" asked={list.asked} />}
          {enrol}
        </>
      }
    >
      <Loaded query={devices}>
        {(all) =>
          all.length === 0 ? (
            <Card>
              <EmptyState icon={<Smartphone aria-hidden="true" />} title={t('empty')} action={enrol}>
                {t('emptyDetail')}
              </EmptyState>
            </Card>
          ) : (
            <div className="space-y-3">
              <ListBar
                asked={list.asked}
                look={look}
                searchLabel={t('search')}
                filters={states.map((state) => [state, t(`states.${state}`)])}
              />
              <Card className="overflow-hidden">
                {list.rows.length === 0 ? (
                  <NothingFits look={look} />
                ) : (
                  <Table caption={t('title')}>
                    <TableHead>
                      <tr>
                        <SortHeader by="name" {...list.sorting}>
                          {t('name')}
                        </SortHeader>
                        <SortHeader by="state" {...list.sorting}>
                          {t('state')}
                        </SortHeader>
                        <TableHeader className="max-md:hidden">{t('rights')}</TableHeader>
                        <SortHeader by="seen" className="max-sm:hidden" {...list.sorting}>
                          {t('lastSeen')}
                        </SortHeader>
                        <SortHeader by="until" className="max-md:hidden" {...list.sorting}>
                          {t('notAfter')}
                        </SortHeader>
                        {manages && (
                          <TableHeader>
                            <span className="sr-only">{t('actions')}</span>
                          </TableHeader>
                        )}
                      </tr>
                    </TableHead>
                    <TableBody>
                      <VirtualRows items={list.rows} rowHeight={44}>
                        {(device) => {
                          const state = deviceState(device, now);
                          const seen =
                            device.lastSeenAt === null
                              ? t('never')
                              : format.relativeTime(new Date(device.lastSeenAt), now);
                          return (
                            <FoundRow key={device.id} id={device.id}>
                              <TableCell className="font-medium">
                                {device.name}
                                <span className="block text-xs font-normal text-ink-soft sm:hidden">{seen}</span>
                              </TableCell>
                              <TableCell>
                                <Badge
                                  tone={state === 'active' ? 'success' : state === 'revoked' ? 'danger' : 'neutral'}
                                  dot
                                >
                                  {t(`states.${state}`)}
                                </Badge>
                              </TableCell>
                              <TableCell className="text-ink-soft max-md:hidden">
                                {device.rights.map((right) => t(`right.${right}`)).join(', ')}
                              </TableCell>
                              <TableCell className="whitespace-nowrap text-ink-soft max-sm:hidden">{seen}</TableCell>
                              <TableCell className="tabular whitespace-nowrap text-ink-soft max-md:hidden">
                                {format.dateTime(new Date(device.notAfter), 'day', { timeZone: festival.zone })}
                              </TableCell>
                              {manages && (
                                <TableCell className="text-right">
                                  {device.revokedAt === null && (
                                    <Button
                                      size="sm"
                                      tone="quiet"
                                      onClick={() => setRevoking(device)}
                                      aria-label={t('revokeTitle', { name: device.name })}
                                    >
                                      {t('revoke')}
                                    </Button>
                                  )}
                                </TableCell>
                              )}
                            </FoundRow>
                          );
                        }}
                      </VirtualRows>
                    </TableBody>
                  </Table>
                )}
              </Card>
            </div>
          )
        }
      </Loaded>
      {enrolling && <EnrolDialog festivalId={festival.id} known={known} onClose={() => setEnrolling(false)} />}
      {revoking && <RevokeDialog device={revoking} festivalId={festival.id} onClose={() => setRevoking(null)} />}
    </Page>
  );
}
