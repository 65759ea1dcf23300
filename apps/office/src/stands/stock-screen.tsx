import { Button } from '@festivals/ui/button';
import { Card } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';
import { stockState } from '@festivals/domain/stands/stock';
import type { StockItem } from '@festivals/domain/stands/stock-contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft, Boxes, ClipboardCheck, PackagePlus, Plus } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { useFestival } from '../festival/queries.ts';
import { Loaded } from '../list/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { standsQuery, stockQuery } from './queries.ts';
import { StockBadge } from './stock-badge.tsx';
import { useOpened } from '../record/use-opened.ts';
import { StockSheet } from './stock-sheet.tsx';

const route = getRouteApi('/office/f/$slug/stands/stock');

/** What is counted, how much there is of it, and what is running out. */
export function StockScreen() {
  const t = useTranslations('office.stock');
  const { festival, may } = useFestival();
  const { slug } = route.useParams();
  const { item, move, only } = route.useSearch();
  const navigate = route.useNavigate();
  const stock = useQuery({ ...stockQuery(festival.id), refetchInterval: 15_000 });
  const stands = useQuery(standsQuery(festival.id)).data ?? [];
  const mayEdit = may.has('stands.edit');
  const go = (search: { item?: string; move?: 'delivery' | 'count' }) =>
    void navigate({ search: ({ only: kept }) => ({ ...search, ...(kept ? { only: kept } : {}) }) });
  const chosen = useOpened(stock.data, item);
  const create = mayEdit && (
    <Button tone="accent" onClick={() => go({ item: 'new' })}>
      <Plus aria-hidden="true" />
      {t('create')}
    </Button>
  );
  return (
    <Page
      title={t('title')}
      festival={festival.name}
      lead={t('lead')}
      actions={
        <>
          <Button asChild tone="quiet">
            <Link to="/f/$slug/stands" params={{ slug }}>
              <ArrowLeft aria-hidden="true" />
              {t('stands')}
            </Link>
          </Button>
          {create}
        </>
      }
    >
      <Loaded query={stock}>
        {(items) => {
          if (items.length === 0)
            return (
              <Card>
                <EmptyState icon={<Boxes aria-hidden="true" />} title={t('empty')} action={create}>
                  {t('emptyDetail')}
                </EmptyState>
              </Card>
            );
          const short = items.filter((one) => stockState(one) !== 'ENOUGH');
          return (
            <div className="space-y-4">
              <div role="group" aria-label={t('show')} className="flex gap-1">
                {([undefined, 'short'] as const).map((filter) => (
                  <Button
                    key={filter ?? 'all'}
                    size="sm"
                    tone={only === filter ? 'plain' : 'quiet'}
                    aria-pressed={only === filter}
                    onClick={() => void navigate({ search: filter ? { only: filter } : {}, replace: true })}
                  >
                    {filter ? t('short', { count: short.length }) : t('all', { count: items.length })}
                  </Button>
                ))}
              </div>
              <StockTable
                items={only === 'short' ? short : items}
                standName={(id) => stands.find((stand) => stand.id === id)?.name ?? ''}
                go={mayEdit ? go : null}
              />
            </div>
          );
        }}
      </Loaded>
      {mayEdit && (item === 'new' || chosen !== undefined) && move === undefined && (
        <StockSheet key={item} festival={festival} edited={chosen} stands={stands} onClose={() => go({})} />
      )}
      {mayEdit && chosen !== undefined && move !== undefined && (
        <MoveDialog key={`${chosen.id} ${move}`} festival={festival} item={chosen} kind={move} onClose={() => go({})} />
      )}
    </Page>
  );
}

type Go = (search: { item: string; move?: 'delivery' | 'count' }) => void;

function StockTable({
  items,
  standName,
  go,
}: {
  items: readonly StockItem[];
  standName: (id: string) => string;
  go: Go | null;
}) {
  const t = useTranslations('office.stock');
  const format = useFormatter();
  if (items.length === 0) return <p className="py-12 text-center text-ui text-ink-soft">{t('nothingShort')}</p>;
  return (
    <Card className="overflow-hidden">
      <Table caption={t('title')}>
        <TableHead>
          <tr>
            <TableHeader>{t('name')}</TableHeader>
            <TableHeader className="max-sm:hidden">{t('where')}</TableHeader>
            <TableHeader numeric>{t('onHand')}</TableHeader>
            <TableHeader className="max-sm:hidden">{t('stateLabel')}</TableHeader>
            <TableHeader className="max-lg:hidden">{t('lastMoved')}</TableHeader>
            {go !== null && (
              <TableHeader>
                <span className="sr-only">{t('move')}</span>
              </TableHeader>
            )}
          </tr>
        </TableHead>
        <TableBody>
          {items.map((item) => {
            const where = item.standId === null ? t('central') : standName(item.standId);
            return (
              <TableRow key={item.id}>
                <TableCell>
                  {go === null ? (
                    <span className="font-medium">{item.name}</span>
                  ) : (
                    <button
                      type="button"
                      onClick={() => go({ item: item.id })}
                      className="cursor-pointer rounded-sm text-left font-medium text-ink underline-offset-4 hover:underline pointer-coarse:py-2"
                    >
                      {item.name}
                    </button>
                  )}
                  <span className="block text-xs text-ink-faint">
                    <span className="sm:hidden">{where} · </span>
                    {t('products', { count: item.productIds.length })}
                  </span>
                </TableCell>
                <TableCell className="text-ink-soft max-sm:hidden">{where}</TableCell>
                <TableCell numeric className="text-sm font-semibold">
                  {format.number(item.onHand)}
                </TableCell>
                <TableCell className="max-sm:hidden">
                  <StockBadge item={item} />
                  {item.lowAt !== null && (
                    <span className="tabular ml-2 text-xs text-ink-faint">
                      {t('lowAtShort', { count: item.lowAt })}
                    </span>
                  )}
                </TableCell>
                <TableCell className="whitespace-nowrap text-ink-soft max-lg:hidden">
                  {item.lastMovedAt === null ? '–' : format.dateTime(new Date(item.lastMovedAt), 'moment')}
                </TableCell>
                {go !== null && (
                  <TableCell className="text-right whitespace-nowrap">
                    <Button size="sm" tone="quiet" onClick={() => go({ item: item.id, move: 'delivery' })}>
                      <PackagePlus aria-hidden="true" />
                      <span className="max-sm:sr-only">{t('delivery')}</span>
                      <span className="sr-only">{item.name}</span>
                    </Button>
                    <Button size="sm" tone="quiet" onClick={() => go({ item: item.id, move: 'count' })}>
                      <ClipboardCheck aria-hidden="true" />
                      <span className="max-sm:sr-only">{t('count')}</span>
                      <span className="sr-only">{item.name}</span>
                    </Button>
                  </TableCell>
                )}
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </Card>
  );
}
