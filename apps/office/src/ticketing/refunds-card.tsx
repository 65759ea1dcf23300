import type { Festival } from '@festivals/domain/festival/contract';
import { Badge } from '@festivals/ui/badge';
import { Card, CardHeader } from '@festivals/ui/card';
import { formatMoney } from '@festivals/ui/format-money';
import { Money } from '@festivals/ui/money';
import { useQuery } from '@tanstack/react-query';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import type { Order } from '@festivals/domain/ticketing/schemas';
import { localised } from '@festivals/messages';
import { useLanguage } from '../i18n/language.ts';
import { refundsQuery } from './queries.ts';

/** What was given back of an order, when and why; nothing at all while nothing was. */
export function RefundsCard({ festival, order }: { festival: Festival; order: Order }) {
  const t = useTranslations('office.order');
  const byHand = useTranslations('office.refundsByHand');
  const format = useFormatter();
  const locale = useLocale();
  const language = useLanguage();
  const { data: refunds = [] } = useQuery(refundsQuery(festival.id, order.id));
  const lineNamed = (wanted: number): string[] =>
    order.lines
      .filter(({ lineNo }) => lineNo === wanted)
      .map(({ kind, name }) => (kind === 'DONATION' ? t('gift') : localised(name, language)));
  if (refunds.length === 0) return null;
  return (
    <Card className="overflow-hidden">
      <CardHeader title={t('refunds')} />
      <ul className="divide-y divide-line border-t border-line">
        {refunds.map((refund) => (
          <li key={refund.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-5 py-2.5 text-ui">
            <span className="min-w-40 flex-1 text-ink max-sm:basis-full">
              {refund.reason}
              <span className="block text-xs text-ink-faint">
                {[
                  ...(refund.ticketIds.length > 0 ? [t('tickets', { count: refund.ticketIds.length })] : []),
                  ...refund.lineNos.flatMap(lineNamed),
                ].join(' · ')}{' '}
                · {format.dateTime(new Date(refund.startedAt), 'moment', { timeZone: festival.zone })}
                {refund.kept > 0 &&
                  ` · ${t('refundKept', { amount: formatMoney(refund.kept, refund.currency, locale) })}`}
              </span>
            </span>
            <Badge tone={refund.status === 'COMPLETED' && refund.byHand !== 'OWED' ? 'info' : 'warning'}>
              {refund.byHand === 'OWED'
                ? byHand('title')
                : refund.status === 'COMPLETED'
                  ? t('refundCompleted')
                  : t('refundPending')}
            </Badge>
            <Money cents={refund.amount} currency={refund.currency} locale={locale} className="ml-auto" />
          </li>
        ))}
      </ul>
    </Card>
  );
}
