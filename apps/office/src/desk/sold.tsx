import type { Festival } from '@festivals/domain/festival/contract';
import { Button } from '@festivals/ui/button';
import { Card } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import { formatMoney } from '@festivals/ui/format-money';
import { Link } from '@tanstack/react-router';
import { Printer, ReceiptText, TicketCheck } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import type { api } from '../api.ts';
import { useFestival } from '../festival/queries.ts';

/** What was sold, what was asked for it (in cash to the smallest coin), and what of the customer's cash goes back. */
export interface Sale extends Awaited<ReturnType<typeof api.ticketing.sellAtDesk>> {
  due: number;
  change: number | null;
}

/** Where the tickets and the receipt of a sale are printed from. */
const paperOf = ({ order, secret }: Sale, paper: 'tickets' | 'receipt'): string =>
  `/api/festivals/${order.festivalId}/orders/${order.id}/${paper}.pdf?secret=${encodeURIComponent(secret)}`;

/** The tickets of what was just sold: printed here, or on their way by mail. */
export function Sold({ festival, sale, onNext }: { festival: Festival; sale: Sale; onNext: () => void }) {
  const t = useTranslations('office.desk');
  const words = useTranslations('office.order');
  const locale = useLocale();
  const { order, due, change } = sale;
  const money = (amount: number) => formatMoney(amount, order.currency, locale);
  return (
    <Card>
      <EmptyState
        icon={<TicketCheck aria-hidden="true" />}
        title={<span role="status">{t('sold', { count: order.tickets.length })}</span>}
        action={
          <span className="flex flex-wrap justify-center gap-2">
            {order.tickets.length > 0 && (
              <Button asChild size="lg">
                <a href={paperOf(sale, 'tickets')} target="_blank" rel="noreferrer">
                  <Printer aria-hidden="true" />
                  {t('print')}
                </a>
              </Button>
            )}
            {order.total > 0 && (
              <Button asChild size="lg">
                <a href={paperOf(sale, 'receipt')} target="_blank" rel="noreferrer">
                  <ReceiptText aria-hidden="true" />
                  {words('receipt')}
                </a>
              </Button>
            )}
            <Button tone="accent" size="lg" autoFocus onClick={onNext}>
              {t('next')}
            </Button>
          </span>
        }
      >
        {change !== null && change > 0 && (
          <p className="mb-2 text-lg text-ink">
            {t('change')} <strong className="tabular ms-1 text-3xl">{money(change)}</strong>
          </p>
        )}
        {due !== order.total && order.total > 0 && (
          <p className="mb-2">
            {money(due)} ({t('inCash', { total: money(order.total) })})
          </p>
        )}
        <OrderName festival={festival} sale={sale} />
      </EmptyState>
    </Card>
  );
}

/** The sale before this one: a printer jams after the next customer has begun. */
export function LastSale({ festival, sale }: { festival: Festival; sale: Sale }) {
  const t = useTranslations('office.desk');
  return (
    <p className="mt-6 flex flex-wrap items-center gap-x-2 text-ui text-ink-soft">
      <span>{t('last')}</span>
      <span>
        <OrderName festival={festival} sale={sale} />
      </span>
      {sale.order.tickets.length > 0 && (
        <a
          href={paperOf(sale, 'tickets')}
          target="_blank"
          rel="noreferrer"
          className="inline-flex items-center rounded-sm underline underline-offset-4 hover:no-underline pointer-coarse:min-h-11"
        >
          {t('print')}
        </a>
      )}
    </p>
  );
}

function OrderName({ festival, sale: { order } }: { festival: Festival; sale: Sale }) {
  const locale = useLocale();
  const { may } = useFestival();
  return (
    <>
      {may.has('orders.read') ? (
        <Link
          to="/f/$slug/orders/$orderId"
          params={{ slug: festival.slug, orderId: order.id }}
          className="rounded-sm underline underline-offset-4 hover:no-underline"
        >
          <code>{order.reference}</code>
        </Link>
      ) : (
        <code>{order.reference}</code>
      )}{' '}
      · {formatMoney(order.total, order.currency, locale)}
      {order.email !== '' && ` · ${order.email}`}
    </>
  );
}
