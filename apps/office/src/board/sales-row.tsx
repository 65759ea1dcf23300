import { Card } from '@festivals/ui/card';
import { formatMoney } from '@festivals/ui/format-money';
import { Stat } from '@festivals/ui/stat';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { Change } from './change.tsx';
import type { Sales } from './queries.ts';

/** What was sold today, this week and in all, each beside what it was before. */
export function SalesRow({ sales }: { sales: Sales }) {
  const t = useTranslations('office.board');
  const format = useFormatter();
  const locale = useLocale();
  const money = (cents: number) => formatMoney(cents, sales.currency, locale, { round: true });
  const { today, yesterdayByNow, lastHour, last7Days, previous7Days, total } = sales;
  return (
    <Card>
      <dl className="grid grid-cols-2 divide-line lg:grid-cols-4 lg:divide-x [&>*]:px-5 [&>*]:py-4">
        <Stat
          label={t('revenueToday')}
          value={<Moving value={money(today.revenue)} name="revenue-today" />}
          detail={
            <Change now={today.revenue} before={yesterdayByNow.revenue} than={thanYesterday(yesterdayByNow.revenue)} />
          }
        />
        <Stat
          label={t('ticketsToday')}
          value={<Moving value={format.number(today.tickets)} name="tickets-today" />}
          detail={t('lastHour', { count: lastHour.tickets })}
        />
        <Stat
          label={t('week')}
          value={<Moving value={money(last7Days.revenue)} name="revenue-week" />}
          detail={
            <Change
              now={last7Days.revenue}
              before={previous7Days.revenue}
              than={previous7Days.revenue === 0 ? t('noWeekBefore') : t('thanWeekBefore')}
            />
          }
        />
        <Stat
          label={t('total')}
          value={<Moving value={money(total.revenue)} name="revenue-total" />}
          detail={t('totalDetail', { orders: total.orders, tickets: total.tickets })}
        />
      </dl>
    </Card>
  );

  function thanYesterday(before: number): string {
    return before === 0 ? t('noneYesterday') : t('thanYesterday');
  }
}

/** A figure that is seen to have moved. */
export function Moving({ value, name }: { value: string; name: string }) {
  return (
    <span key={value} data-figure={name} className="inline-block animate-rise">
      {value}
    </span>
  );
}
