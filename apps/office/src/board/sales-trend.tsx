import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { IconButton } from '@festivals/ui/icon-button';
import { formatMoney } from '@festivals/ui/format-money';
import { Skeleton } from '@festivals/ui/skeleton';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';
import { ChartColumn, Table2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { Choice } from './choice.tsx';
import { Bars } from './lazy-bars.ts';
import type { Sales } from './queries.ts';

const height = 232;

/** How the sale went hour by hour or day by day, as bars or as a table. */
export function SalesTrend({ sales, zone }: { sales: Sales; zone: string }) {
  const t = useTranslations('office.board');
  const format = useFormatter();
  const locale = useLocale();
  const [span, setSpan] = useState<'hours' | 'days'>('days');
  const [measure, setMeasure] = useState<'tickets' | 'revenue'>('tickets');
  const [asTable, setAsTable] = useState(false);
  const rows =
    span === 'days'
      ? sales.days.map((sold) => ({
          ...sold,
          label: format.dateTime(new Date(`${sold.day}T12:00:00Z`), 'shortDay', { timeZone: 'UTC' }),
        }))
      : sales.hours.map((sold) => ({
          ...sold,
          label: format.dateTime(new Date(sold.at), 'clock', { timeZone: zone }),
        }));
  const money = (cents: number) => formatMoney(cents, sales.currency, locale, { round: true });
  const nothing = rows.every(({ orders }) => orders === 0);
  return (
    <Card className="flex min-w-0 flex-col">
      <CardHeader
        title={t('trend')}
        description={span === 'days' ? t('trendDays') : t('trendHours')}
        actions={
          <div className="flex flex-wrap items-center gap-2">
            <Choice
              label={t('span')}
              value={span}
              onChange={setSpan}
              options={[
                { value: 'hours', text: t('hours') },
                { value: 'days', text: t('days') },
              ]}
            />
            <Choice
              label={t('measure')}
              value={measure}
              onChange={setMeasure}
              options={[
                { value: 'tickets', text: t('tickets') },
                { value: 'revenue', text: t('revenue') },
              ]}
            />
            <IconButton label={asTable ? t('asChart') : t('asTable')} onClick={() => setAsTable(!asTable)}>
              {asTable ? <ChartColumn aria-hidden="true" /> : <Table2 aria-hidden="true" />}
            </IconButton>
          </div>
        }
      />
      <CardBody className="flex-1">
        {asTable ? (
          <div className="-mx-5 max-h-64 overflow-y-auto">
            <Table caption={t('trend')}>
              <TableHead className="sticky top-0 bg-sunken">
                <tr>
                  <TableHeader>{span === 'days' ? t('day') : t('hour')}</TableHeader>
                  <TableHeader numeric>{t('orders')}</TableHeader>
                  <TableHeader numeric>{t('tickets')}</TableHeader>
                  <TableHeader numeric>{t('revenue')}</TableHeader>
                </tr>
              </TableHead>
              <TableBody>
                {rows.toReversed().map((row) => (
                  <TableRow key={'day' in row ? row.day : row.at}>
                    <TableCell className="h-8 py-1">{row.label}</TableCell>
                    <TableCell numeric className="h-8 py-1">
                      {format.number(row.orders)}
                    </TableCell>
                    <TableCell numeric className="h-8 py-1">
                      {format.number(row.tickets)}
                    </TableCell>
                    <TableCell numeric className="h-8 py-1">
                      {formatMoney(row.revenue, sales.currency, locale)}
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </div>
        ) : nothing ? (
          <p className="grid place-items-center text-ui text-ink-faint" style={{ height }}>
            {span === 'days' ? t('noDays') : t('noHours')}
          </p>
        ) : (
          <Suspense fallback={<Skeleton className="h-58 w-full" />}>
            <Bars
              height={height}
              write={(value) => (measure === 'revenue' ? money(value) : format.number(value))}
              bars={rows.map((row) => ({
                label: row.label,
                value: row[measure],
                detail: t('bar', { when: row.label, tickets: row.tickets, revenue: money(row.revenue) }),
              }))}
            />
          </Suspense>
        )}
      </CardBody>
    </Card>
  );
}
