import type { Festival } from '@festivals/domain/festival/contract';
import type { z } from 'zod';
import type { PaymentWatch as Watch } from '@festivals/domain/payments/watch-contract';
import { Badge } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { Card, CardHeader } from '@festivals/ui/card';
import { formatMoney } from '@festivals/ui/format-money';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { useDisputeReason } from './dispute-reason.ts';
import { providerNames } from './provider-list.tsx';
import { SettleDialog } from './settle-dialog.tsx';

type Watched = z.infer<typeof Watch>;
type Difference = Watched['differences'][number];
type News = Watched['quarantined'][number];
type Side = NonNullable<Difference['ours']>;

/** How many things of it still wait for somebody. */
export const toLookAt = ({ differences, disputes, quarantined }: Watched): number =>
  differences.length + quarantined.length + disputes.filter(({ status }) => status === 'OPEN').length;

/** Where the providers' books differ from ours, what is disputed, and news of unknown payments. Nothing while all is well. */
export function PaymentWatch({
  festival,
  watched: data,
  canSettle,
}: {
  festival: Festival;
  watched: Watched;
  canSettle: boolean;
}) {
  const t = useTranslations('office.payments');
  const [settling, setSettling] = useState<Difference | null>(null);
  const [aside, setAside] = useState<News | null>(null);
  return (
    <>
      {data.differences.length > 0 && (
        <Card className="overflow-hidden">
          <CardHeader title={t('differences')} description={t('differencesLead')} />
          <ul className="divide-y divide-line border-t border-line">
            {data.differences.map((difference) => (
              <li key={difference.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3 text-ui">
                <span className="min-w-56 flex-1">
                  <span className="block font-medium text-ink">{t(`kind.${difference.kind}`)}</span>
                  <Reference festival={festival} {...difference} />
                </span>
                <Sides difference={difference} />
                {canSettle && (
                  <Button size="sm" onClick={() => setSettling(difference)}>
                    {t('settle')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {data.disputes.length > 0 && <Disputes festival={festival} disputes={data.disputes} />}
      {data.quarantined.length > 0 && (
        <Quarantined festival={festival} news={data.quarantined} onSettle={canSettle ? setAside : null} />
      )}
      {settling && <SettleDialog festival={festival} difference={settling} onClose={() => setSettling(null)} />}
      {aside && <SettleDialog festival={festival} news={aside} onClose={() => setAside(null)} />}
    </>
  );
}

function Reference({
  festival,
  provider,
  reference,
  orderId,
}: {
  festival: Festival;
  provider: Difference['provider'];
  reference: string;
  orderId: string | null;
}) {
  const t = useTranslations('office.payments');
  return (
    <span className="block text-xs text-ink-faint">
      {providerNames[provider]} <span className="break-all">{reference}</span>
      {orderId !== null && (
        <>
          {' · '}
          <Link
            to="/f/$slug/orders/$orderId"
            params={{ slug: festival.slug, orderId }}
            className="whitespace-nowrap text-accent-text underline underline-offset-2 hover:no-underline"
          >
            {t('toOrder')}
          </Link>
        </>
      )}
    </span>
  );
}

function Sides({ difference: { ours, theirs, provider } }: { difference: Difference }) {
  const t = useTranslations('office.payments');
  const locale = useLocale();
  const say = (side: Side | null) =>
    side === null
      ? t('nothingKnown')
      : `${t(`state.${stateOf(side.status)}`)}, ${formatMoney(side.amount - side.refunded, side.currency, locale)}`;
  return (
    <dl className="grid grid-cols-[3rem_auto] gap-x-3 text-xs text-ink-soft max-sm:flex-1 sm:w-48">
      <dt className="text-ink-faint">{t('here')}</dt>
      <dd>{say(ours)}</dd>
      <dt className="text-ink-faint">{providerNames[provider]}</dt>
      <dd>{say(theirs)}</dd>
    </dl>
  );
}

const stateOf = (status: string): 'paid' | 'open' | 'over' => {
  if (status === 'COMPLETED' || status === 'REFUNDED' || status === 'succeeded') return 'paid';
  return status === 'PENDING' || status === 'PROCESSING' || status === 'open' ? 'open' : 'over';
};

const disputeTones = { OPEN: 'warning', WON: 'success', LOST: 'danger' } as const;

function Disputes({ festival, disputes }: { festival: Festival; disputes: Watched['disputes'] }) {
  const t = useTranslations('office.payments');
  const reasonOf = useDisputeReason();
  const format = useFormatter();
  const locale = useLocale();
  return (
    <Card className="overflow-hidden">
      <CardHeader title={t('disputes')} description={t('disputesLead')} />
      <ul className="divide-y divide-line border-t border-line">
        {disputes.map((dispute) => (
          <li key={dispute.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3 text-ui">
            <span className="min-w-56 flex-1 max-sm:basis-full">
              <span className="block font-medium text-ink">{reasonOf(dispute.reason)}</span>
              <Reference festival={festival} {...dispute} />
            </span>
            {dispute.status === 'OPEN' && dispute.answerBy !== null && (
              <span className="text-xs text-ink-soft">
                {t('answerBy', {
                  until: format.dateTime(new Date(dispute.answerBy), { dateStyle: 'medium', timeZone: festival.zone }),
                })}
              </span>
            )}
            <Badge tone={disputeTones[dispute.status]}>{t(`dispute.${dispute.status}`)}</Badge>
            <span className="tabular ms-auto">{formatMoney(dispute.amount, dispute.currency, locale)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Quarantined({
  festival: { zone },
  news,
  onSettle,
}: {
  festival: Festival;
  news: readonly News[];
  onSettle: ((one: News) => void) | null;
}) {
  const t = useTranslations('office.payments');
  const format = useFormatter();
  return (
    <Card className="overflow-hidden">
      <CardHeader title={t('quarantined')} description={t('quarantinedLead')} />
      <ul className="divide-y divide-line border-t border-line">
        {news.map((one) => {
          const { provider, id, kind, reference, receivedAt } = one;
          return (
            <li key={`${provider} ${id}`} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-2.5 text-ui">
              <span className="min-w-0 flex-1 text-ink max-sm:basis-full">
                {providerNames[provider]} <span className="break-all">{reference}</span>
              </span>
              <code className="text-xs text-ink-faint">{kind}</code>
              <span className="text-xs text-ink-faint">
                {format.dateTime(new Date(receivedAt), 'moment', { timeZone: zone })}
              </span>
              {onSettle && (
                <Button size="sm" className="ms-auto" onClick={() => onSettle(one)}>
                  {t('settle')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
