import { Badge } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { Card, CardHeader } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import { formatMoney, Money } from '@festivals/ui/money';
import { localised } from '@festivals/messages';
import { fold } from '@festivals/domain/fold';
import { StandKind, type Stand } from '@festivals/domain/stands/contract';
import { standList } from '@festivals/domain/stands/list-views';
import { stockState } from '@festivals/domain/stands/stock';
import type { StockItem } from '@festivals/domain/stands/stock-contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Boxes, Pencil, Plus, Rows3, Store } from 'lucide-react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useFestival } from '../festival/queries.ts';
import { placesQuery } from '../programme/queries.ts';
import { useLanguage } from '../i18n/language.ts';
import { Loaded } from '../list/loaded.tsx';
import { ExportFile } from '../list/export-file.tsx';
import { ExportMenu } from '../list/export-menu.tsx';
import { ListBar, NothingFits } from '../list/list-bar.tsx';
import type { ListSearch } from '../list/list-search.ts';
import { useList } from '../list/use-list.ts';
import { Page } from '../shell/page.tsx';
import { ImportProducts } from './import-products.tsx';
import { standsQuery, stockQuery } from './queries.ts';
import { StandWhere } from './stand-where.tsx';
import { StockBadge } from './stock-badge.tsx';
import { useOpened } from '../record/use-opened.ts';
import { StandSheet } from './stand-sheet.tsx';
import { useNames } from './use-names.ts';

const route = getRouteApi('/office/f/$slug/stands');

type CardProps = {
  stand: Stand;
  place: string | undefined;
  stock: readonly StockItem[];
  currency: string;
  edit: ((id: string) => void) | null;
};

function StandCard({ stand, place, stock, currency, edit }: CardProps) {
  const t = useTranslations('office.stands');
  const locale = useLocale();
  const language = useLanguage();
  const format = useFormatter();
  const menu = useTranslations('office.menu');
  const { category } = useNames();
  const { slug } = route.useParams();
  return (
    <Card className="mb-4 break-inside-avoid overflow-hidden">
      <CardHeader title={stand.name} actions={<Badge>{t(`kind.${stand.kind}`)}</Badge>} />
      <StandWhere place={place} hours={stand.hours} />
      {edit !== null && (
        <div className="flex gap-1 px-3 pb-3">
          <Button asChild tone="quiet" size="sm">
            <Link to="/f/$slug/stands/$standId" params={{ slug, standId: stand.id }}>
              <Rows3 aria-hidden="true" />
              {menu('open')}
              <span className="sr-only">{stand.name}</span>
            </Link>
          </Button>
          <Button tone="quiet" size="sm" onClick={() => edit(stand.id)}>
            <Pencil aria-hidden="true" />
            {menu('edit')}
            <span className="sr-only">{stand.name}</span>
          </Button>
        </div>
      )}
      {stand.products.length > 0 && (
        <ul className="divide-y divide-line border-t border-line">
          {stand.products.map((product) => (
            <li key={product.id} className="flex items-baseline gap-3 px-5 py-2 text-ui">
              <span className="min-w-0 flex-1">
                <span className="block text-ink">{localised(product.name, language)}</span>
                <span className="block text-xs text-ink-faint">
                  {[
                    category[product.category],
                    ...product.diets.map((diet) => t(`diet.${diet}`)),
                    t('vat', { rate: format.number(product.vat / 10_000, 'rate') }),
                    ...(product.deposit === null
                      ? []
                      : [menu('withDeposit', { deposit: formatMoney(product.deposit, currency, locale) })]),
                  ].join(' · ')}
                </span>
              </span>
              <Shortage item={stock.find(({ productIds }) => productIds.includes(product.id))} />
              <Money cents={product.price} currency={currency} locale={locale} className="font-medium text-ink" />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Says that something is running out; what there is enough of says nothing. */
function Shortage({ item }: { item: StockItem | undefined }) {
  if (item === undefined || stockState(item) === 'ENOUGH') return null;
  return <StockBadge item={item} />;
}

const none: readonly Stand[] = [];

/** A stand that was found by some of its products, with those alone. */
function withProducts(stand: Stand, search = ''): Stand {
  const words = fold(search).split(/\s+/);
  const has = (text: string) => words.every((word) => fold(text).includes(word));
  if (has(stand.name)) return stand;
  const products = stand.products.filter(({ name }) => has(`${stand.name} ${Object.values(name).join(' ')}`));
  return products.length > 0 ? { ...stand, products } : stand;
}

/** Who sells what, and for how much. */
export function StandsScreen() {
  const t = useTranslations('office.stands');
  const language = useLanguage();
  const menu = useTranslations('office.menu');
  const { festival, may } = useFestival();
  const stockWords = useTranslations('office.stock');
  const { slug } = route.useParams();
  const { edit, ...asked } = route.useSearch();
  const navigate = route.useNavigate();
  const stands = useQuery(standsQuery(festival.id));
  const look = (next: ListSearch) => void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  const list = useList(standList, stands.data ?? none, asked, look);
  const stock = useQuery({ ...stockQuery(festival.id), enabled: may.has('stands.read') }).data ?? [];
  const places = useQuery(placesQuery(festival.id)).data ?? [];
  const placeOf = (stand: Stand) => {
    const place = places.find(({ id }) => id === stand.placeId);
    return place && localised(place.name, language);
  };
  const mayEdit = may.has('stands.edit');
  const open = (id: string | undefined) =>
    void navigate({ search: (now) => ({ ...now, edit: id }), replace: id === undefined });
  const edited = useOpened(stands.data, edit);
  const create = mayEdit && (
    <Button tone="accent" onClick={() => open('new')}>
      <Plus aria-hidden="true" />
      {menu('create')}
    </Button>
  );
  const actions = (
    <>
      {may.has('stands.read') && (
        <Button asChild>
          <Link to="/f/$slug/stands/stock" params={{ slug }}>
            <Boxes aria-hidden="true" />
            {stockWords('title')}
          </Link>
        </Button>
      )}
      {mayEdit && <ImportProducts festival={festival} />}
      {may.has('stands.read') && (stands.data?.length ?? 0) > 0 && (
        <ExportFile
          label={menu('csv.export')}
          name={`${slug}-products.csv`}
          read={() => api.stands.exportProducts({ params: { festivalId: festival.id } })}
        />
      )}
      {create}
    </>
  );
  return (
    <Page title={t('title')} festival={festival.name} lead={t('lead')} actions={actions}>
      <Loaded query={stands}>
        {(all) => {
          if (all.length === 0) {
            return (
              <Card>
                <EmptyState icon={<Store aria-hidden="true" />} title={t('empty')} action={create}>
                  {t('emptyDetail')}
                </EmptyState>
              </Card>
            );
          }
          return (
            <div className="space-y-4">
              <ListBar
                asked={list.asked}
                look={look}
                searchLabel={t('search')}
                filters={StandKind.options.map((kind) => [kind, t(`kind.${kind}`)])}
                sorts={[
                  ['kind', menu('kind')],
                  ['name', menu('name')],
                  ['products', menu('open')],
                ]}
              >
                {may.has('stands.read') && (
                  <ExportMenu
                    festival={festival}
                    list="stands"
                    asked={list.asked}
                    label={t('title')}
                    also={{ list: 'products', label: menu('open') }}
                  />
                )}
              </ListBar>
              {list.rows.length === 0 ? (
                <Card>
                  <NothingFits look={look} />
                </Card>
              ) : null}
              <div className="gap-4 sm:columns-2 xl:columns-3">
                {list.rows
                  .map((found) => withProducts(found, list.asked.search))
                  .map((stand) => (
                    <StandCard
                      key={stand.id}
                      stand={stand}
                      place={placeOf(stand)}
                      stock={stock}
                      currency={festival.currency}
                      edit={mayEdit ? open : null}
                    />
                  ))}
              </div>
            </div>
          );
        }}
      </Loaded>
      {mayEdit && (edit === 'new' || edited !== undefined) && (
        <StandSheet key={edit} festival={festival} edited={edited} onClose={() => open(undefined)} />
      )}
    </Page>
  );
}
