import { Button } from '@festivals/ui/button';
import { Card } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import { useToast } from '@festivals/ui/toast';
import type { Festival } from '@festivals/domain/festival/contract';
import { deviceList } from '@festivals/domain/devices/list-view';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Plus, Smartphone } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useNow, useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useFestival } from '../festival/queries.ts';
import { ConfirmDialog } from '../form/confirm-dialog.tsx';
import { ExportMenu } from '../list/export-menu.tsx';
import { ListBar, NothingFits } from '../list/list-bar.tsx';
import type { ListSearch } from '../list/list-search.ts';
import { Loaded } from '../list/loaded.tsx';
import { useAllPages } from '../list/use-all-pages.ts';
import { useList } from '../list/use-list.ts';
import { Page } from '../shell/page.tsx';
import { DeviceTable } from './device-table.tsx';
import { EnrolDialog } from './enrol-dialog.tsx';
import { type Device, devicesQuery } from './queries.ts';

const route = getRouteApi('/office/f/$slug/devices');
const states = ['active', 'expired', 'revoked'] as const;
const none: readonly Device[] = [];

/** The phones that may scan: who they are, when they were last heard of, and how to lock one out. */
export function DevicesScreen() {
  const t = useTranslations('office.devices');
  const now = useNow({ updateInterval: 10_000 });
  const { festival, may } = useFestival();
  const devices = useAllPages(useInfiniteQuery(devicesQuery(festival.id)));
  const list = useDeviceList(devices.data ?? none, now);
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
  const actions = (
    <>
      {known.size > 0 && <ExportMenu festival={festival} list="devices" asked={list.asked} />}
      {enrol}
    </>
  );
  return (
    <Page title={t('title')} festival={festival.name} lead={t('lead')} actions={actions}>
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
                look={list.look}
                searchLabel={t('search')}
                filters={states.map((state) => [state, t(`states.${state}`)])}
              />
              <Card className="overflow-hidden">
                {list.rows.length === 0 ? (
                  <NothingFits look={list.look} />
                ) : (
                  <DeviceTable festival={festival} list={list} now={now} onRevoke={manages ? setRevoking : null} />
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

/** The devices as the address asks for them. */
function useDeviceList(devices: readonly Device[], now: Date) {
  const navigate = route.useNavigate();
  const look = (next: ListSearch) => void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  // Whether a device's time is over may change while one looks, but not with every second.
  const minute = Math.floor(now.getTime() / 60_000);
  const view = useMemo(() => deviceList(new Date(minute * 60_000)), [minute]);
  return useList(view, devices, route.useSearch(), look);
}

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
