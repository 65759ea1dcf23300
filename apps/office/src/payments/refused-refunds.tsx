import type { Festival } from '@festivals/domain/festival/contract';
import type { RefusedRefund } from '@festivals/domain/ticketing/refund-by-hand-contract';
import { Button } from '@festivals/ui/button';
import { Card, CardHeader } from '@festivals/ui/card';
import { Money } from '@festivals/ui/money';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useFailureText } from '../shell/failure.tsx';
import { refusedRefundsQuery } from './queries.ts';
import { useRefundFailure } from './refund-failure.ts';

/** Refunds that a provider did not give back, with its words, and the way to have it asked again. */
export function RefusedRefunds({
  festival,
  refunds,
  mayRetry,
}: {
  festival: Festival;
  refunds: readonly RefusedRefund[];
  mayRetry: boolean;
}) {
  const t = useTranslations('office.refusedRefunds');
  const format = useFormatter();
  const locale = useLocale();
  const say = useToast();
  const describe = useFailureText();
  const sayFailure = useRefundFailure();
  const queryClient = useQueryClient();
  const retry = useMutation({
    mutationFn: (refundId: RefusedRefund['refundId']) =>
      api.ticketing.retryRefund({ params: { festivalId: festival.id, refundId } }),
    onSuccess: (left) => {
      queryClient.setQueryData(refusedRefundsQuery(festival.id).queryKey, left);
      say({ title: t('asked') });
    },
    onError: (error) => say({ tone: 'danger', title: describe(error).title }),
  });
  if (refunds.length === 0) return null;
  return (
    <Card className="overflow-hidden">
      <CardHeader title={t('title')} description={t('lead')} />
      <ul className="divide-y divide-line border-t border-line">
        {refunds.map((refund) => (
          <li key={refund.refundId} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3 text-ui">
            <span className="min-w-56 flex-1">
              <span className="block font-medium text-ink">{refund.name}</span>
              <span className="block text-xs break-words text-ink-faint">
                <Link
                  to="/f/$slug/orders/$orderId"
                  params={{ slug: festival.slug, orderId: refund.orderId }}
                  className="text-accent-text underline underline-offset-2 hover:no-underline"
                >
                  {refund.orderReference}
                </Link>
                {' · '}
                {sayFailure(refund.failure)}
                {' · '}
                {refund.nextTryAt === null
                  ? t('noMore')
                  : t('next', {
                      when: format.dateTime(new Date(refund.nextTryAt), 'moment', { timeZone: festival.zone }),
                    })}
              </span>
            </span>
            <span className="font-medium">
              <Money cents={refund.amount} currency={refund.currency} locale={locale} />
            </span>
            {mayRetry && (
              <Button
                size="sm"
                busy={retry.isPending && retry.variables === refund.refundId}
                onClick={() => retry.mutate(refund.refundId)}
              >
                {t('retry')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
