import { Button } from '@festivals/ui/button';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import { formatMoney } from '@festivals/ui/money';
import { Skeleton } from '@festivals/ui/skeleton';
import { Stat } from '@festivals/ui/stat';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Ticket } from 'lucide-react';
import { useLocale, useTranslations, useFormatter } from 'use-intl';
import { Loaded } from '../list/loaded.tsx';
import { SalesByDay } from './sales-by-day.tsx';
import { SalesByType } from './sales-by-type.tsx';
import type { Sales } from './queries.ts';

function Totals({ sales }: { sales: Sales }) {
  const t = useTranslations('office.sales');
  const locale = useLocale();
  const format = useFormatter();
  const sum = (pick: (type: Sales['types'][number]) => number) =>
    sales.types.reduce((total, type) => total + pick(type), 0);
  const [capacity, sold, held] = [sum((type) => type.capacity), sum((type) => type.sold), sum((type) => type.held)];
  const share = capacity === 0 ? 0 : sold / capacity;
  return (
    <Card>
      <dl className="grid grid-cols-2 divide-line max-sm:gap-y-1 sm:grid-cols-4 sm:divide-x [&>*]:px-5 [&>*]:py-4">
        <Stat
          label={t('revenue')}
          value={formatMoney(sales.revenue, sales.currency, locale, { round: true })}
          detail={t('orders', { count: sales.orders })}
        />
        <Stat label={t('sold')} value={format.number(sold)} detail={t('soldShare', { share })} />
        <Stat label={t('held')} value={format.number(held)} detail={t('heldDetail')} />
        <Stat
          label={t('left')}
          value={format.number(Math.max(0, capacity - sold - held))}
          detail={t('leftDetail', { capacity })}
        />
      </dl>
    </Card>
  );
}

/** What was sold so far: in all, by day, by type. */
export function SalesFigures({ sales }: { sales: UseQueryResult<Sales> }) {
  const t = useTranslations('office.sales');
  const { slug = '' } = useParams({ strict: false });
  return (
    <Loaded
      query={sales}
      waiting={
        <div className="space-y-5" aria-busy="true">
          <Skeleton className="h-24 rounded-xl" />
          <Skeleton className="h-64 rounded-xl" />
        </div>
      }
    >
      {(data) =>
        data.types.length === 0 ? (
          <Card>
            <EmptyState
              icon={<Ticket aria-hidden="true" />}
              title={t('empty')}
              action={
                <Button asChild>
                  <Link to="/f/$slug/tickets" params={{ slug }}>
                    {t('toTickets')}
                  </Link>
                </Button>
              }
            >
              {t('emptyDetail')}
            </EmptyState>
          </Card>
        ) : (
          <div className="space-y-5">
            <Totals sales={data} />
            <div className="grid gap-5 lg:grid-cols-[3fr_2fr]">
              <Card className="flex min-w-0 flex-col">
                <CardHeader title={t('byDay')} description={t('byDayLead')} />
                <CardBody className="flex-1">
                  <SalesByDay sales={data} />
                </CardBody>
              </Card>
              <Card className="min-w-0">
                <CardHeader title={t('byType')} />
                <CardBody>
                  <SalesByType sales={data} />
                </CardBody>
              </Card>
            </div>
          </div>
        )
      }
    </Loaded>
  );
}
