import type { Festival } from '@festivals/domain/festival/contract';
import type { RefundByHand } from '@festivals/domain/ticketing/refund-by-hand-contract';
import { Button } from '@festivals/ui/button';
import { Card, CardHeader } from '@festivals/ui/card';
import { Money } from '@festivals/ui/money';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { ExportMenu } from '../list/export-menu.tsx';
import { refundsByHandQuery } from './queries.ts';
import { RepaidDialog } from './repaid-dialog.tsx';

/** Refunds that no provider brings back: whom they are owed to, and the way to say that they were paid. Nothing while none is owed. */
export function RefundsByHand({ festival, mayPay }: { festival: Festival; mayPay: boolean }) {
  const t = useTranslations('office.refundsByHand');
  const by = useTranslations('office.payments.by');
  const format = useFormatter();
  const locale = useLocale();
  const query = useInfiniteQuery(refundsByHandQuery(festival.id));
  const [paying, setPaying] = useState<RefundByHand | null>(null);
  const owed = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (owed.length === 0) return null;
  return (
    <Card className="overflow-hidden">
      <CardHeader
        title={t('title')}
        description={t('lead')}
        actions={<ExportMenu festival={festival} list="refunds-by-hand" asked={{}} label={t('title')} />}
      />
      <ul className="divide-y divide-line border-t border-line">
        {owed.map((refund) => (
          <li key={refund.refundId} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3 text-ui">
            <span className="min-w-56 flex-1">
              <span className="block font-medium text-ink">{refund.name}</span>
              <span className="block text-xs text-ink-faint">
                <Link
                  to="/f/$slug/orders/$orderId"
                  params={{ slug: festival.slug, orderId: refund.orderId }}
                  className="text-accent-text underline underline-offset-2 hover:no-underline"
                >
                  {refund.orderReference}
                </Link>
                {' · '}
                {by(refund.provider)}
                {' · '}
                {t('owedSince')} {format.dateTime(new Date(refund.owedAt), 'moment', { timeZone: festival.zone })}
              </span>
            </span>
            <span className="font-medium">
              <Money cents={refund.amount} currency={refund.currency} locale={locale} />
            </span>
            {mayPay && (
              <Button size="sm" onClick={() => setPaying(refund)}>
                {t('pay')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <div className="border-t border-line px-5 py-2.5 text-right">
          <Button size="sm" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
      {paying && <RepaidDialog festival={festival} refund={paying} onClose={() => setPaying(null)} />}
    </Card>
  );
}
