import type { Festival } from '@festivals/domain/festival/contract';
import type { TicketKey } from '@festivals/domain/ticketing/key-contract';
import { Badge } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { KeyRound, ShieldOff } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';

type Replacement = NonNullable<TicketKey['replacement']>;

/** One key: since when, how much it signs, and, once it was withdrawn, how far its new tickets have come. */
export function TicketKeyCard({
  festival,
  ticketKey: key,
  onWithdraw,
}: {
  festival: Festival;
  ticketKey: TicketKey;
  onWithdraw: () => void;
}) {
  const t = useTranslations('office.ticketKeys');
  const format = useFormatter();
  const when = (instant: string) => format.dateTime(new Date(instant), 'moment', { timeZone: festival.zone });
  const state = key.withdrawnAt !== null ? 'withdrawn' : key.signs ? 'signs' : 'older';
  const tones = { withdrawn: 'danger', signs: 'success', older: 'neutral' } as const;
  return (
    <Card>
      <CardHeader
        title={
          <span className="flex flex-wrap items-center gap-2">
            <KeyRound aria-hidden="true" className="size-4 text-ink-soft" />
            {t('key', { number: key.number })}
            <Badge tone={tones[state]}>{t(state)}</Badge>
          </span>
        }
        actions={
          key.withdrawnAt === null && (
            <Button
              size="sm"
              onClick={onWithdraw}
              aria-label={`${t('withdraw')} (${t('key', { number: key.number })})`}
            >
              <ShieldOff aria-hidden="true" />
              {t('withdraw')}
            </Button>
          )
        }
      />
      <CardBody>
        <p className="text-ui text-ink">
          {t('since', { when: when(key.since) })}
          {key.withdrawnAt !== null && <> · {t('withdrawnAt', { when: when(key.withdrawnAt) })}</>}
        </p>
        {key.withdrawnAt === null && (
          <p className="mt-1 text-ui text-ink-soft">{t('tickets', { count: key.tickets })}</p>
        )}
        {key.replacement && <Sending replacement={key.replacement} />}
      </CardBody>
    </Card>
  );
}

function Sending({ replacement: { reason, orders, sent, done } }: { replacement: Replacement }) {
  const t = useTranslations('office.ticketKeys');
  const text = done ? t('done', { orders }) : orders === 0 ? t('waiting') : t('sending', { sent, orders });
  return (
    <>
      <p className="mt-1 text-ui break-words text-ink-soft">{reason}</p>
      <div role="status" className="mt-3 text-ui text-ink">
        {text}
      </div>
      {!done && (
        <progress
          aria-label={text}
          value={orders === 0 ? undefined : sent}
          max={Math.max(orders, 1)}
          className="mt-2 h-1.5 w-full accent-accent"
        />
      )}
    </>
  );
}
