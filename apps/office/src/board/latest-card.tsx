import { Badge } from '@festivals/ui/badge';
import { Card, CardHeader } from '@festivals/ui/card';
import { Money } from '@festivals/ui/money';
import { Link } from '@tanstack/react-router';
import { useFormatter, useLocale, useNow, useTranslations } from 'use-intl';
import { OrderStatusBadge } from '../ticketing/order-status-badge.tsx';
import type { Board } from './queries.ts';

function useAgo() {
  const format = useFormatter();
  const now = useNow({ updateInterval: 15_000 });
  return (instant: string) => {
    const at = new Date(instant);
    return format.relativeTime(at, { now: Math.max(at.getTime(), now.getTime()), style: 'short' });
  };
}

const row = 'flex min-h-12 animate-rise items-center gap-3 px-5 py-2 text-ui';

/** The latest orders, newest first. */
export function LatestOrders({ orders, slug }: { orders: NonNullable<Board['latestOrders']>; slug: string }) {
  const t = useTranslations('office.board');
  const locale = useLocale();
  const ago = useAgo();
  return (
    <Card className="min-w-0">
      <CardHeader
        title={t('latestOrders')}
        actions={
          <Link to="/f/$slug/orders" params={{ slug }} className="text-ui font-medium text-accent-text hover:underline">
            {t('allOrders')}
          </Link>
        }
      />
      {orders.length === 0 ? (
        <p className="px-5 pb-5 text-ui text-ink-soft">{t('noOrders')}</p>
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {orders.map((order) => (
            <li key={order.id}>
              <Link
                to="/f/$slug/orders/$orderId"
                params={{ slug, orderId: order.id }}
                className={`${row} transition-colors hover:bg-hover/50`}
              >
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium text-ink">{order.name}</span>
                  <span className="tabular block truncate text-xs text-ink-faint">
                    {t('orderDetail', { reference: order.reference, tickets: order.tickets })} · {ago(order.placedAt)}
                  </span>
                </span>
                {order.status !== 'PAID' && <OrderStatusBadge status={order.status} />}
                <Money cents={order.total} currency={order.currency} locale={locale} className="text-ink" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** The latest who came in, newest first. */
export function LatestEntries({ entries }: { entries: NonNullable<Board['latestEntries']> }) {
  const t = useTranslations('office.board');
  const ago = useAgo();
  if (entries.length === 0) return null;
  return (
    <Card className="min-w-0">
      <CardHeader title={t('latestEntries')} />
      <ul className="divide-y divide-line border-t border-line">
        {entries.map(({ id, ticketId, deviceName, at, primary }) => (
          <li key={id} className={row}>
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium text-ink">{deviceName}</span>
              <span className="tabular block truncate text-xs text-ink-faint">
                <code>{ticketId.slice(-8).toUpperCase()}</code> · {ago(at)}
              </span>
            </span>
            {!primary && <Badge tone="warning">{t('again')}</Badge>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
