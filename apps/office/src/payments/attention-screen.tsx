import { Card } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFestival } from '../festival/queries.ts';
import { Loaded } from '../list/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { PaymentWatch, toLookAt } from './payment-watch.tsx';
import { paymentWatchQuery, refundsByHandQuery, refusedRefundsQuery } from './queries.ts';
import { RefundsByHand } from './refunds-by-hand.tsx';
import { RefusedRefunds } from './refused-refunds.tsx';

/** Money that needs a person, in one place: what is owed, what differs, what is disputed, what nobody knows. */
export function AttentionScreen() {
  const t = useTranslations('office.moneyToLookAt');
  const { festival, may } = useFestival();
  const watch = useQuery(paymentWatchQuery(festival.id));
  const refused = useQuery(refusedRefundsQuery(festival.id));
  const owed = useInfiniteQuery(refundsByHandQuery(festival.id));
  return (
    <Page title={t('title')} festival={festival.name} lead={t('lead')}>
      <Loaded query={watch}>
        {(watched) => (
          <Loaded query={owed}>
            {({ pages }) => (
              <Loaded query={refused}>
                {(refunds) => (
                  <div className="space-y-5">
                    <RefundsByHand festival={festival} mayPay={may.has('payments.mark_repaid')} />
                    <RefusedRefunds festival={festival} refunds={refunds} mayRetry={may.has('orders.refund')} />
                    <PaymentWatch festival={festival} watched={watched} canSettle={may.has('ledger.correct')} />
                    {toLookAt(watched) === 0 &&
                      refunds.length === 0 &&
                      pages.every(({ items }) => items.length === 0) && (
                        <Card>
                          <EmptyState icon={<CircleCheck aria-hidden="true" />} title={t('nothing')}>
                            {t('nothingDetail')}
                          </EmptyState>
                        </Card>
                      )}
                  </div>
                )}
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}
