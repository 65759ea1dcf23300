import { Badge } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { Money } from '@festivals/ui/money';
import { Select } from '@festivals/ui/select';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';
import type { OrderSort } from '@festivals/domain/ticketing/contract';
import { OrderKind, OrderStatus } from '@festivals/domain/ticketing/schemas';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ReceiptText, Undo2 } from 'lucide-react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { useFestival } from '../festival/queries.ts';
import { ExportMenu } from '../list/export-menu.tsx';
import { PagedList } from '../list/paged-list.tsx';
import { SearchInput } from '../list/search-input.tsx';
import { SortHeader } from '../list/sort-header.tsx';
import { VirtualRows } from '../list/virtual-rows.tsx';
import { Page } from '../shell/page.tsx';
import { OrderStatusBadge } from './order-status-badge.tsx';
import { ordersQuery } from './queries.ts';

const route = getRouteApi('/office/f/$slug/orders');

/** Who bought what, newest first; the search and the filter are in the address. */
export function OrdersScreen() {
  const t = useTranslations('office.orders');
  const statuses = useTranslations('office.orderStatus');
  const locale = useLocale();
  const format = useFormatter();
  const { festival } = useFestival();
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const orders = useInfiniteQuery(ordersQuery(festival.id, filter));
  const filtered = Boolean(filter.search ?? filter.status ?? filter.kind);
  const { sort = 'placed', descending = true } = filter;
  const sorting = {
    sort,
    descending,
    onSort: (by: OrderSort, down: boolean) =>
      void navigate({ search: (now) => ({ ...now, sort: by, descending: down }), replace: true }),
  };
  const actions = (
    <>
      <Button asChild>
        <Link to="/f/$slug/orders/refunds" params={{ slug: festival.slug }}>
          <Undo2 aria-hidden="true" />
          {t('massRefund')}
        </Link>
      </Button>
      <ExportMenu festival={festival} list="orders" asked={{ ...filter, only: filter.status }} />
    </>
  );
  return (
    <Page title={t('title')} festival={festival.name} lead={t('lead')} actions={actions}>
      <div className="mb-3 flex flex-wrap gap-2">
        <SearchInput
          label={t('search')}
          value={filter.search ?? ''}
          onSearch={(text) =>
            void navigate({ search: (now) => ({ ...now, search: text || undefined }), replace: true })
          }
          className="min-w-48 flex-1 max-sm:basis-full sm:max-w-md"
        />
        <Select
          className="min-w-32 flex-1 sm:max-w-44"
          aria-label={t('filter')}
          value={filter.status ?? ''}
          onChange={({ target }) =>
            void navigate({
              search: (now) => ({ ...now, status: OrderStatus.safeParse(target.value).data }),
              replace: true,
            })
          }
        >
          <option value="">{t('anyStatus')}</option>
          {OrderStatus.options.map((status) => (
            <option key={status} value={status}>
              {statuses(status)}
            </option>
          ))}
        </Select>
        <Select
          className="min-w-32 flex-1 sm:max-w-36"
          aria-label={t('kind')}
          value={filter.kind ?? ''}
          onChange={({ target }) =>
            void navigate({
              search: (now) => ({ ...now, kind: OrderKind.safeParse(target.value).data }),
              replace: true,
            })
          }
        >
          <option value="">{t('anyKind')}</option>
          {OrderKind.options.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </Select>
      </div>
      <PagedList
        query={orders}
        empty={{
          icon: <ReceiptText aria-hidden="true" />,
          title: filtered ? t('nothing') : t('empty'),
          detail: filtered ? t('nothingDetail') : t('emptyDetail'),
        }}
      >
        {(items) => (
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
              <VirtualRows items={items} rowHeight={57}>
                {(order) => (
                  <TableRow key={order.id} className="relative">
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
                )}
              </VirtualRows>
            </TableBody>
          </Table>
        )}
      </PagedList>
    </Page>
  );
}
