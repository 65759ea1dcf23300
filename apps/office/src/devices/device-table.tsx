import { Badge } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { Table, TableBody, TableCell, TableHead, TableHeader } from '@festivals/ui/table';
import type { Festival } from '@festivals/domain/festival/contract';
import { deviceState } from '@festivals/domain/devices/list-view';
import { useFormatter, useTranslations } from 'use-intl';
import { FoundRow } from '../list/found-row.tsx';
import { SortHeader } from '../list/sort-header.tsx';
import type { LookedAt } from '../list/use-list.ts';
import { VirtualRows } from '../list/virtual-rows.tsx';
import type { Device } from './queries.ts';

type Props = {
  festival: Festival;
  list: LookedAt<Device>;
  now: Date;
  /** Locks one out; null for whoever may not. */
  onRevoke: ((device: Device) => void) | null;
};

/** The phones that may scan as a table that can be sorted. */
export function DeviceTable({ list, ...shared }: Props) {
  const t = useTranslations('office.devices');
  return (
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
          {shared.onRevoke && (
            <TableHeader>
              <span className="sr-only">{t('actions')}</span>
            </TableHeader>
          )}
        </tr>
      </TableHead>
      <TableBody>
        <VirtualRows items={list.rows} rowHeight={44}>
          {(device) => <DeviceRow key={device.id} device={device} {...shared} />}
        </VirtualRows>
      </TableBody>
    </Table>
  );
}

function DeviceRow({ device, festival, now, onRevoke }: Omit<Props, 'list'> & { device: Device }) {
  const t = useTranslations('office.devices');
  const format = useFormatter();
  const state = deviceState(device, now);
  const seen = device.lastSeenAt === null ? t('never') : format.relativeTime(new Date(device.lastSeenAt), now);
  return (
    <FoundRow id={device.id}>
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
      {onRevoke && (
        <TableCell className="text-right">
          {device.revokedAt === null && (
            <Button
              size="sm"
              tone="quiet"
              onClick={() => onRevoke(device)}
              aria-label={t('revokeTitle', { name: device.name })}
            >
              {t('revoke')}
            </Button>
          )}
        </TableCell>
      )}
    </FoundRow>
  );
}
