import { localised } from '@festivals/messages';
import type { Product, Stand } from '@festivals/domain/stands/contract';
import { stockState } from '@festivals/domain/stands/stock';
import type { StockItem } from '@festivals/domain/stands/stock-contract';
import { Badge } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { Card, CardHeader } from '@festivals/ui/card';
import { formatMoney } from '@festivals/ui/format-money';
import { Money } from '@festivals/ui/money';
import { Link } from '@tanstack/react-router';
import { Pencil, Rows3 } from 'lucide-react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { useFestival } from '../festival/queries.ts';
import { useLanguage } from '../i18n/language.ts';
import { StandWhere } from './stand-where.tsx';
import { StockBadge } from './stock-badge.tsx';
import { useNames } from './use-names.ts';

type Props = {
  stand: Stand;
  /** Where it stands, by the name of the place. */
  place: string | undefined;
  stock: readonly StockItem[];
  /** Opens the stand's sheet; null for whoever may not edit. */
  edit: ((id: string) => void) | null;
};

/** One stand: where and when it is open, and what it sells for how much. */
export function StandCard({ stand, place, stock, edit }: Props) {
  const t = useTranslations('office.stands');
  return (
    <Card className="mb-4 break-inside-avoid overflow-hidden">
      <CardHeader title={stand.name} actions={<Badge>{t(`kind.${stand.kind}`)}</Badge>} />
      <StandWhere place={place} hours={stand.hours} />
      {edit !== null && <StandDeeds stand={stand} edit={() => edit(stand.id)} />}
      {stand.products.length > 0 && (
        <ul className="divide-y divide-line border-t border-line">
          {stand.products.map((product) => (
            <ProductLine
              key={product.id}
              product={product}
              item={stock.find(({ productIds }) => productIds.includes(product.id))}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}

function StandDeeds({ stand, edit }: { stand: Stand; edit: () => void }) {
  const menu = useTranslations('office.menu');
  const { slug } = useFestival().festival;
  const name = <span className="sr-only">{stand.name}</span>;
  return (
    <div className="flex gap-1 px-3 pb-3">
      <Button asChild tone="quiet" size="sm">
        <Link to="/f/$slug/stands/$standId" params={{ slug, standId: stand.id }}>
          <Rows3 aria-hidden="true" />
          {menu('open')}
          {name}
        </Link>
      </Button>
      <Button tone="quiet" size="sm" onClick={edit}>
        <Pencil aria-hidden="true" />
        {menu('edit')}
        {name}
      </Button>
    </div>
  );
}

function ProductLine({ product, item }: { product: Product; item: StockItem | undefined }) {
  const t = useTranslations('office.stands');
  const menu = useTranslations('office.menu');
  const locale = useLocale();
  const language = useLanguage();
  const format = useFormatter();
  const { category } = useNames();
  const { currency } = useFestival().festival;
  const { name, diets, vat, deposit, price } = product;
  const terms = [
    category[product.category],
    ...diets.map((diet) => t(`diet.${diet}`)),
    t('vat', { rate: format.number(vat / 10_000, 'rate') }),
    ...(deposit === null ? [] : [menu('withDeposit', { deposit: formatMoney(deposit, currency, locale) })]),
  ];
  return (
    <li className="flex items-baseline gap-3 px-5 py-2 text-ui">
      <span className="min-w-0 flex-1">
        <span className="block text-ink">{localised(name, language)}</span>
        <span className="block text-xs text-ink-faint">{terms.join(' · ')}</span>
      </span>
      {/* What there is enough of says nothing. */}
      {item !== undefined && stockState(item) !== 'ENOUGH' && <StockBadge item={item} />}
      <Money cents={price} currency={currency} locale={locale} className="font-medium text-ink" />
    </li>
  );
}
