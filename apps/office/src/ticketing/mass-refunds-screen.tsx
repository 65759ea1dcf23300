import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useFestival } from '../festival/queries.ts';
import { Loaded } from '../list/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { MassRefundCard } from './mass-refund-card.tsx';
import { MassRefundForm } from './mass-refund-form.tsx';
import { massRefundsQuery } from './queries.ts';

const isAlive = ({ status }: { status: string }) => status === 'RUNNING' || status === 'PAUSED';

/** Refunds of a ticket type or of a whole festival: what runs, what ran, and the next one. */
export function MassRefundsScreen() {
  const t = useTranslations('office.massRefund');
  const { festival, may } = useFestival();
  const mayRefund = may.has('orders.refund');
  const query = useQuery({
    ...massRefundsQuery(festival.id),
    // It moves by itself while it runs; whatever waits for the provider is looked at now and then.
    refetchInterval: ({ state }) =>
      state.data?.some(({ status }) => status === 'RUNNING')
        ? 1000
        : state.data?.some(({ failing }) => failing > 0) && 5000,
  });
  return (
    <Page title={t('title')} festival={festival.name} lead={t('lead')}>
      <Loaded query={query}>
        {(refunds) => (
          <div className="space-y-5">
            {refunds.filter(isAlive).map((refund) => (
              <MassRefundCard key={refund.id} festival={festival} refund={refund} maySteer={mayRefund} />
            ))}
            {mayRefund && !refunds.some(isAlive) && <MassRefundForm festival={festival} />}
            {refunds
              .filter((refund) => !isAlive(refund))
              .map((refund) => (
                <MassRefundCard key={refund.id} festival={festival} refund={refund} maySteer={mayRefund} />
              ))}
            {!mayRefund && refunds.length === 0 && <p className="text-ui text-ink-soft">{t('none')}</p>}
          </div>
        )}
      </Loaded>
    </Page>
  );
}
