import { localised } from '@festivals/messages';
import type { Festival } from '@festivals/domain/festival/contract';
import type { MassRefund, MassRefundStatus } from '@festivals/domain/ticketing/mass-refund-contract';
import { Badge, type BadgeTone } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { formatMoney } from '@festivals/ui/format-money';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { ConfirmDialog } from '../form/confirm-dialog.tsx';
import { useLanguage } from '../i18n/language.ts';
import { FormFailure } from '../shell/failure.tsx';
import { massRefundsQuery, ticketTypesQuery } from './queries.ts';
import { RefundFailures } from './refund-failures.tsx';

const tones: Record<MassRefundStatus, BadgeTone> = {
  RUNNING: 'accent',
  PAUSED: 'warning',
  STOPPED: 'neutral',
  DONE: 'success',
};

/** One mass refund: how far it is, what it gave back, whom the provider refused; and the hand on its lever. */
export function MassRefundCard({
  festival,
  refund,
  maySteer,
}: {
  festival: Festival;
  refund: MassRefund;
  maySteer: boolean;
}) {
  const t = useTranslations('office.massRefund');
  const language = useLanguage();
  const locale = useLocale();
  const format = useFormatter();
  const client = useQueryClient();
  const types = useQuery(ticketTypesQuery(festival.id)).data ?? [];
  const type = types.find(({ id }) => id === refund.ticketTypeId);
  const [stopping, setStopping] = useState(false);
  const send = (deed: 'pause' | 'resume' | 'stop' | 'retry') =>
    api.ticketing.steerMassRefund({
      params: { festivalId: festival.id, massRefundId: refund.id },
      body: { deed },
    });
  const refresh = () => client.invalidateQueries({ queryKey: massRefundsQuery(festival.id).queryKey });
  const steer = useMutation({ mutationFn: send, onSettled: refresh });
  const share = refund.orders === 0 ? 1 : refund.done / refund.orders;
  const what = refund.ticketTypeId === null ? t('wholeFestival') : localised(type?.name ?? {}, language);
  const isAlive = refund.status === 'RUNNING' || refund.status === 'PAUSED';
  return (
    <Card>
      <CardHeader
        title={
          <span className="flex flex-wrap items-center gap-2">
            {what}
            <Badge tone={tones[refund.status]} dot={refund.status === 'RUNNING'}>
              {t(`status.${refund.status}`)}
            </Badge>
          </span>
        }
        description={`${refund.reason} · ${format.dateTime(new Date(refund.startedAt), 'moment', { timeZone: festival.zone })}`}
        actions={
          maySteer &&
          isAlive && (
            <>
              {refund.status === 'RUNNING' ? (
                <Button size="sm" busy={steer.isPending} onClick={() => steer.mutate('pause')}>
                  {t('pause')}
                </Button>
              ) : (
                <Button size="sm" tone="accent" busy={steer.isPending} onClick={() => steer.mutate('resume')}>
                  {t('resume')}
                </Button>
              )}
              <Button size="sm" tone="danger" onClick={() => setStopping(true)}>
                {t('stop')}
              </Button>
            </>
          )
        }
      />
      <CardBody className="space-y-3">
        <div
          role="progressbar"
          aria-label={t('progress')}
          aria-valuemin={0}
          aria-valuemax={refund.orders}
          aria-valuenow={refund.done}
          className="flex h-2 overflow-hidden rounded-full bg-hover"
        >
          <span className="bg-accent transition-[width] duration-500" style={{ width: `${share * 100}%` }} />
        </div>
        <p className="tabular text-ui text-ink-soft" role="status">
          {t('soFar', {
            done: format.number(refund.done),
            orders: format.number(refund.orders),
            amount: formatMoney(refund.amount, refund.currency, locale),
          })}
        </p>
        {refund.failing > 0 && (
          <RefundFailures
            festival={festival}
            refund={refund}
            {...(maySteer && { onRetry: () => steer.mutate('retry') })}
          />
        )}
        <FormFailure error={steer.error} />
      </CardBody>
      {stopping && (
        <ConfirmDialog
          title={t('stopTitle')}
          detail={t('stopDetail', { left: format.number(refund.orders - refund.done) })}
          keepLabel={t('stopKeep')}
          confirmLabel={t('stop')}
          onConfirm={() => send('stop')}
          onSettled={refresh}
          onClose={() => setStopping(false)}
        />
      )}
    </Card>
  );
}
