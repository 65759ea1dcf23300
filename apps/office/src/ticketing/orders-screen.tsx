import { Button } from '@festivals/ui/button';
import { OrderKind, OrderStatus } from '@festivals/domain/ticketing/schemas';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ReceiptText, Undo2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFestival } from '../festival/queries.ts';
import { ExportMenu } from '../list/export-menu.tsx';
import { FilterSelect } from '../list/filter-select.tsx';
import { PagedList } from '../list/paged-list.tsx';
import { SearchInput } from '../list/search-input.tsx';
import { Page } from '../shell/page.tsx';
import { OrderTable } from './order-table.tsx';
import { type OrderFilter, ordersQuery } from './queries.ts';

const route = getRouteApi('/office/f/$slug/orders');

/** Who bought what, newest first; the search and the filter are in the address. */
export function OrdersScreen() {
  const t = useTranslations('office.orders');
  const { festival } = useFestival();
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const look = (next: OrderFilter) => void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  const orders = useInfiniteQuery(ordersQuery(festival.id, filter));
  const filtered = Boolean(filter.search ?? filter.status ?? filter.kind);
  const { sort = 'placed', descending = true } = filter;
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
      <OrderFilters filter={filter} look={look} />
      <PagedList
        query={orders}
        empty={{
          icon: <ReceiptText aria-hidden="true" />,
          title: filtered ? t('nothing') : t('empty'),
          detail: filtered ? t('nothingDetail') : t('emptyDetail'),
        }}
      >
        {(items) => (
          <OrderTable
            festival={festival}
            orders={items}
            sorting={{ sort, descending, onSort: (by, down) => look({ sort: by, descending: down }) }}
          />
        )}
      </PagedList>
    </Page>
  );
}

function OrderFilters({ filter, look }: { filter: OrderFilter; look: (next: OrderFilter) => void }) {
  const t = useTranslations('office.orders');
  const statuses = useTranslations('office.orderStatus');
  return (
    <div className="mb-3 flex flex-wrap gap-2">
      <SearchInput
        label={t('search')}
        value={filter.search ?? ''}
        onSearch={(text) => look({ search: text || undefined })}
        className="min-w-48 flex-1 max-sm:basis-full sm:max-w-md"
      />
      <FilterSelect
        label={t('filter')}
        any={t('anyStatus')}
        options={OrderStatus.options.map((status) => [status, statuses(status)])}
        value={filter.status}
        onPick={(status) => look({ status })}
        className="min-w-32 flex-1 sm:max-w-44"
      />
      <FilterSelect
        label={t('kind')}
        any={t('anyKind')}
        options={OrderKind.options.map((kind) => [kind, t(`kinds.${kind}`)])}
        value={filter.kind}
        onPick={(kind) => look({ kind })}
        className="min-w-32 flex-1 sm:max-w-36"
      />
    </div>
  );
}
