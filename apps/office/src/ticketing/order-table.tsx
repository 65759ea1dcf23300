import type { Festival } from '@festivals/domain/festival/contract';
import type { OrderSort } from '@festivals/domain/ticketing/contract';
import { Badge } from '@festivals/ui/badge';
import { Money } from '@festivals/ui/money';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';
import { Link } from '@tanstack/react-router';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import type { api } from '../api.ts';
import { SortHeader } from '../list/sort-header.tsx';
import { VirtualRows } from '../list/virtual-rows.tsx';
import { OrderStatusBadge } from './order-status-badge.tsx';

type Listed = Awaited<ReturnType<typeof api.ticketing.listOrders>>['items'][number];
type Sorting = { sort: OrderSort; descending: boolean; onSort: (by: OrderSort, descending: boolean) => void };

/** Orders as a table that can be sorted. */
export function OrderTable({
  festival,
  orders,
  sorting,
}: {
  festival: Festival;
  orders: readonly Listed[];
  sorting: Sorting;
}) {
  const t = useTranslations('office.orders');
  return (
    <Table caption={t('title')}>
      <TableHead>
        <tr>
          <SortHeader by="name" {...sorting}>
            {t('buyer')}
          </SortHeader>
          <TableHeader className="max-sm:hidden">{t('reference')}</TableHeader>
          <TableHeader>{t('status')}</TableHeader>
          <TableHeader numeric className="max-md:hidden">
            {t('tickets')}
          </TableHeader>
          <SortHeader by="total" first="descending" numeric {...sorting}>
            {t('total')}
          </SortHeader>
          <SortHeader by="placed" first="descending" numeric className="max-md:hidden" {...sorting}>
            {t('placed')}
          </SortHeader>
        </tr>
      </TableHead>
      <TableBody>
        <VirtualRows items={orders} rowHeight={57}>
          {(order) => <OrderRow key={order.id} festival={festival} order={order} />}
        </VirtualRows>
      </TableBody>
    </Table>
  );
}

function OrderRow({ festival, order }: { festival: Festival; order: Listed }) {
  const t = useTranslations('office.orders');
  const locale = useLocale();
  const format = useFormatter();
  return (
    <TableRow className="relative">
      <TableCell className="max-w-40 sm:max-w-64">
        <Link
          to="/f/$slug/orders/$orderId"
          params={{ slug: festival.slug, orderId: order.id }}
          className="block truncate rounded-sm font-medium text-ink underline-offset-4 after:absolute after:inset-0 hover:underline"
        >
          {order.name}
        </Link>
        <span className="block truncate text-xs text-ink-faint max-sm:hidden">{order.email}</span>
        <code className="text-xs text-ink-faint sm:hidden">{order.reference}</code>
      </TableCell>
      <TableCell className="max-sm:hidden">
        <code className="text-xs">{order.reference}</code>
      </TableCell>
      <TableCell>
        <span className="flex flex-wrap gap-1">
          <OrderStatusBadge status={order.status} />
          {order.kind !== 'SALE' && <Badge>{t(`kinds.${order.kind}`)}</Badge>}
        </span>
      </TableCell>
      <TableCell numeric className="max-md:hidden">
        {order.ticketCount}
      </TableCell>
      <TableCell numeric>
        <Money cents={order.total} currency={order.currency} locale={locale} />
      </TableCell>
      <TableCell numeric className="whitespace-nowrap text-ink-soft max-md:hidden">
        {format.dateTime(new Date(order.placedAt), 'moment', { timeZone: festival.zone })}
      </TableCell>
    </TableRow>
  );
}
