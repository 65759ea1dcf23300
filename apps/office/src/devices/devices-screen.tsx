import { Badge } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';
import { useToast } from '@festivals/ui/toast';
import { Device } from '@festivals/domain/devices/contract';
import type { Festival } from '@festivals/domain/festival/contract';
import { infiniteQueryOptions, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Plus, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useNow, useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { useFestival } from '../festival/queries.ts';
import { ConfirmDialog } from '../form/confirm-dialog.tsx';
import { PagedList } from '../list/paged-list.tsx';
import { Page } from '../shell/page.tsx';
import { EnrolDialog } from './enrol-dialog.tsx';

type Device = z.output<typeof Device>;

const devicesQuery = (festivalId: Festival['id']) =>
  infiniteQueryOptions({
    queryKey: ['festival', festivalId, 'devices'],
    queryFn: ({ pageParam, signal }) =>
      api.devices.listDevices({ params: { festivalId }, query: pageParam ? { cursor: pageParam } : {} }, { signal }),
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

/** The phones that may scan: who they are, when they were last heard of, and how to lock one out. */
export function DevicesScreen() {
  const t = useTranslations('office.devices');
  const format = useFormatter();
  const now = useNow({ updateInterval: 10_000 });
  const { festival, may } = useFestival();
  const devices = useInfiniteQuery(devicesQuery(festival.id));
  const [enrolling, setEnrolling] = useState(false);
  const [revoking, setRevoking] = useState<Device | null>(null);
  const manages = may.has('devices.manage');
  const known = new Set(devices.data?.pages.flatMap((page) => page.items.map((device) => device.id)));
  const enrol = manages && (
    <Button tone="accent" onClick={() => setEnrolling(true)}>
      <Plus aria-hidden="true" />
      {t('enrol')}
    </Button>
  );
  const stateOf = (device: Device) =>
    device.revokedAt !== null ? 'revoked' : new Date(device.notAfter) <= now ? 'expired' : 'active';
  return (
    <Page title={t('title')} festival={festival.name} lead={t('lead')} actions={enrol}>
      <PagedList
        query={devices}
        empty={{ icon: <Smartphone aria-hidden="true" />, title: t('empty'), detail: t('emptyDetail'), action: enrol }}
      >
        {(items) => (
          <Table caption={t('title')}>
            <TableHead>
              <tr>
                <TableHeader>{t('name')}</TableHeader>
                <TableHeader>{t('state')}</TableHeader>
                <TableHeader className="max-md:hidden">{t('rights')}</TableHeader>
                <TableHeader className="max-sm:hidden">{t('lastSeen')}</TableHeader>
                <TableHeader className="max-md:hidden">{t('notAfter')}</TableHeader>
                {manages && (
                  <TableHeader>
                    <span className="sr-only">{t('actions')}</span>
                  </TableHeader>
                )}
              </tr>
            </TableHead>
            <TableBody>
              {items.map((device) => {
                const state = stateOf(device);
                const seen =
                  device.lastSeenAt === null ? t('never') : format.relativeTime(new Date(device.lastSeenAt), now);
                return (
                  <TableRow key={device.id}>
                    <TableCell className="font-medium">
                      {device.name}
                      <span className="block text-xs font-normal text-ink-soft sm:hidden">{seen}</span>
                    </TableCell>
                    <TableCell>
                      <Badge tone={state === 'active' ? 'success' : state === 'revoked' ? 'danger' : 'neutral'} dot>
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
                  </TableRow>
                );
              })}
            </TableBody>
          </Table>
        )}
      </PagedList>
      {enrolling && <EnrolDialog festivalId={festival.id} known={known} onClose={() => setEnrolling(false)} />}
      {revoking && <RevokeDialog device={revoking} festivalId={festival.id} onClose={() => setRevoking(null)} />}
    </Page>
  );
}
