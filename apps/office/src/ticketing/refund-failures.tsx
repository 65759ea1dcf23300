import type { Festival } from '@festivals/domain/festival/contract';
import type { MassRefund } from '@festivals/domain/ticketing/mass-refund-contract';
import { Button } from '@festivals/ui/button';
import { Money } from '@festivals/ui/money';
import { Notice } from '@festivals/ui/notice';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { useRefundFailure } from '../payments/refund-failure.ts';
import { refundFailuresQuery } from './queries.ts';

type Props = { festival: Festival; refund: MassRefund; onRetry?: () => void };

/** Whose money did not go back, why, and when it is tried again. */
export function RefundFailures({ festival, refund, onRetry }: Props) {
  const t = useTranslations('office.massRefund');
  const locale = useLocale();
  const format = useFormatter();
  const sayFailure = useRefundFailure();
  const { data } = useQuery(refundFailuresQuery(festival.id, refund.id, refund.failing));
  return (
    <Notice tone="warning">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="font-medium">{t('failing', { count: refund.failing })}</p>
        {onRetry && (
          <Button size="sm" onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
      </div>
      <ul className="mt-2 divide-y divide-line/60">
        {data?.items.map((failure) => (
          <li key={failure.orderId} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-1.5">
            <Link
              to="/f/$slug/orders/$orderId"
              params={{ slug: festival.slug, orderId: failure.orderId }}
              className="font-medium underline underline-offset-4"
            >
              {failure.name} · <code>{failure.reference}</code>
            </Link>
            <span className="min-w-0 flex-1 break-words">{sayFailure(failure.reason)}</span>
            <span className="text-xs">
              {failure.nextTryAt !== null &&
                t('nextTry', {
                  when: format.dateTime(new Date(failure.nextTryAt), 'moment', { timeZone: festival.zone }),
                })}
              {failure.nextTryAt === null && failure.attempts > 0 && t('gaveUp', { count: failure.attempts })}
            </span>
            <Money cents={failure.amount} currency={failure.currency} locale={locale} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
