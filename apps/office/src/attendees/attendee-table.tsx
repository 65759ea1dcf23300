import type { Festival } from '@festivals/domain/festival/contract';
import type { AttendeeSort, AttendeeState } from '@festivals/domain/ticketing/attendee-contract';
import { localised } from '@festivals/messages';
import { Badge, type BadgeTone } from '@festivals/ui/badge';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';
import { Link } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import type { api } from '../api.ts';
import { useLanguage } from '../i18n/language.ts';
import { SortHeader } from '../list/sort-header.tsx';
import { VirtualRows } from '../list/virtual-rows.tsx';

type Listed = Awaited<ReturnType<typeof api.ticketing.listAttendees>>['items'][number];
type Sorting = { sort: AttendeeSort; descending: boolean; onSort: (by: AttendeeSort, descending: boolean) => void };

const tones: Record<AttendeeState, BadgeTone> = { VALID: 'success', USED: 'info', REVOKED: 'neutral' };

/** Tickets with their holders as a table that can be sorted. */
export function AttendeeTable({
  festival,
  attendees,
  sorting,
}: {
  festival: Festival;
  attendees: readonly Listed[];
  sorting: Sorting;
}) {
  const t = useTranslations('office.attendees');
  return (
    <Table caption={t('title')}>
      <TableHead>
        <tr>
          <SortHeader by="holder" {...sorting}>
            {t('holder')}
          </SortHeader>
          <TableHeader className="max-sm:hidden">{t('type')}</TableHeader>
          <TableHeader>{t('stateLabel')}</TableHeader>
          <TableHeader className="max-md:hidden">{t('order')}</TableHeader>
          <TableHeader className="max-lg:hidden">{t('number')}</TableHeader>
          <SortHeader by="issued" first="descending" numeric className="max-lg:hidden" {...sorting}>
            {t('issued')}
          </SortHeader>
        </tr>
      </TableHead>
      <TableBody>
        <VirtualRows items={attendees} rowHeight={57}>
          {(one) => <AttendeeRow key={one.ticketId} festival={festival} one={one} />}
        </VirtualRows>
      </TableBody>
    </Table>
  );
}

function AttendeeRow({ festival, one }: { festival: Festival; one: Listed }) {
  const t = useTranslations('office.attendees');
  const orders = useTranslations('office.orders');
  const language = useLanguage();
  const format = useFormatter();
  const typeName = localised(one.typeName, language);
  return (
    <TableRow className="relative">
      <TableCell className="max-w-40 sm:max-w-64">
        <Link
          to="/f/$slug/orders/$orderId"
          params={{ slug: festival.slug, orderId: one.orderId }}
          className="block truncate rounded-sm font-medium text-ink underline-offset-4 after:absolute after:inset-0 hover:underline"
        >
          {one.holder || t('nameless')}
        </Link>
        <span className="block truncate text-xs text-ink-faint">
          <span className="sm:hidden">{typeName}</span>
          <span className="max-sm:hidden">{one.email}</span>
        </span>
      </TableCell>
      <TableCell className="max-w-48 truncate max-sm:hidden">{typeName}</TableCell>
      <TableCell>
        <span className="flex flex-wrap gap-1">
          <Badge tone={tones[one.state]} dot>
            {t(`state.${one.state}`)}
          </Badge>
          {one.kind !== 'SALE' && <Badge>{orders(`kinds.${one.kind}`)}</Badge>}
        </span>
      </TableCell>
      <TableCell className="max-w-48 max-md:hidden">
        <code className="text-xs">{one.reference}</code>
        <span className="block truncate text-xs text-ink-faint">{one.buyer}</span>
      </TableCell>
      <TableCell className="max-lg:hidden">
        <code className="text-xs">{one.ticketId.slice(-8).toUpperCase()}</code>
      </TableCell>
      <TableCell numeric className="whitespace-nowrap text-ink-soft max-lg:hidden">
        {format.dateTime(new Date(one.issuedAt), 'moment', { timeZone: festival.zone })}
      </TableCell>
    </TableRow>
  );
}
