import { Badge, type BadgeTone } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { formatMoney } from '@festivals/ui/format-money';
import { Money } from '@festivals/ui/money';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';
import { localised } from '@festivals/messages';
import type { Festival } from '@festivals/domain/festival/contract';
import { writeRate } from '@festivals/domain/payments/presentment';
import { OrderId } from '@festivals/domain/primitives';
import { isRefundable } from '@festivals/domain/ticketing/refund-rules';
import type { Refund } from '@festivals/domain/ticketing/refund-contract';
import type { Line, Order, Ticket } from '@festivals/domain/ticketing/schemas';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, notFound } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useFestival } from '../festival/queries.ts';
import { useLanguage } from '../i18n/language.ts';
import { Loaded } from '../list/loaded.tsx';
import { ReceivedAction } from '../payments/received-action.tsx';
import { Page } from '../shell/page.tsx';
import { OrderAnswers } from './asked/order-answers.tsx';
import { orderAskedQuery } from './asked/queries.ts';
import { ReverseCharge } from './asked/reverse-charge.tsx';
import { OrderActions } from './order-actions.tsx';
import { OrderDispute } from './order-dispute.tsx';
import { OrderNotes } from './order-notes.tsx';
import { OrderPapers } from './order-papers.tsx';
import { OrderStory } from './order-story.tsx';
import { orderStoryQuery, refundsQuery } from './queries.ts';
import { TicketMenu } from './ticket-menu.tsx';
import { OrderStatusBadge } from './order-status-badge.tsx';
import { RefundDialog } from './refund-dialog.tsx';
import { RefundsCard } from './refunds-card.tsx';

const route = getRouteApi('/office/f/$slug/orders/$orderId');
const ticketTones: Record<Ticket['status'], BadgeTone> = {
  RESERVED: 'neutral',
  SOLD: 'success',
  USED: 'info',
  CANCELLED: 'danger',
  REFUNDED: 'info',
};

function Facts({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2 text-ui [&>dd]:text-right [&>dd]:text-ink [&>dt]:text-ink-faint">
      {children}
    </dl>
  );
}

function Lines({ festival, order }: { festival: Festival; order: Order }) {
  const t = useTranslations('office.order');
  const also = useTranslations('office.presentment');
  const asked = useTranslations('office.orderAsked');
  const company = useQuery(orderAskedQuery(festival.id, order.id)).data?.company;
  const locale = useLocale();
  const language = useLanguage();
  const format = useFormatter();
  return (
    <Card className="overflow-hidden">
      <CardHeader title={t('lines')} />
      <Table caption={t('lines')}>
        <TableHead>
          <tr>
            <TableHeader>{t('what')}</TableHeader>
            <TableHeader numeric className="max-sm:hidden">
              {t('quantity')}
            </TableHeader>
            <TableHeader numeric>{t('price')}</TableHeader>
            <TableHeader numeric className="max-sm:hidden">
              {t('vat')}
            </TableHeader>
            <TableHeader numeric>{t('sum')}</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {order.lines.map((line) => (
            <TableRow key={line.lineNo}>
              <TableCell className="font-medium">
                <span className="sm:hidden">{line.quantity} × </span>
                {line.kind === 'DONATION' ? t('gift') : localised(line.name, language)}
                {line.why.map(({ id, name, code, amount }) => (
                  <span key={id} className="block text-xs font-normal text-ink-faint">
                    {code ?? (name === null ? '' : localised(name, language))}{' '}
                    <Money cents={-amount} currency={order.currency} locale={locale} />
                  </span>
                ))}
              </TableCell>
              <TableCell numeric className="max-sm:hidden">
                {line.quantity}
              </TableCell>
              <TableCell numeric>
                <Money cents={line.unitPrice} currency={order.currency} locale={locale} />
              </TableCell>
              <TableCell numeric className="text-ink-soft max-sm:hidden">
                {format.number(line.vat / 10_000, 'rate')}
              </TableCell>
              <TableCell numeric>
                <Money cents={line.unitPrice * line.quantity} currency={order.currency} locale={locale} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
        <tfoot className="border-t border-line font-semibold">
          <tr>
            <th scope="row" colSpan={2} className="h-11 px-5 text-left">
              {company ? asked('total') : t('total')}
            </th>
            <td colSpan={2} className="max-sm:hidden" />
            <TableCell numeric>
              <Money cents={order.total} currency={order.currency} locale={locale} />
              {order.presentment && (
                <span className="block text-xs font-normal text-ink-faint">
                  {also('shownAs', {
                    amount: formatMoney(order.presentment.amount, order.presentment.currency, locale),
                    rate: writeRate(order.presentment.rate, locale),
                  })}
                </span>
              )}
            </TableCell>
          </tr>
        </tfoot>
      </Table>
      {company && <ReverseCharge company={company} />}
    </Card>
  );
}

function Tickets({ festival, order, mayEdit }: { festival: Festival; order: Order; mayEdit: boolean }) {
  const t = useTranslations('office.order');
  const status = useTranslations('office.ticketStatus');
  const language = useLanguage();
  if (order.tickets.length === 0) return null;
  return (
    <Card className="overflow-hidden">
      <CardHeader title={t('tickets', { count: order.tickets.length })} />
      <ul className="divide-y divide-line border-t border-line">
        {order.tickets.map((ticket) => (
          <li key={ticket.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-2.5 text-ui">
            <span className="min-w-32 flex-1 font-medium text-ink max-sm:basis-full">
              {localised(ticket.typeName, language)}
            </span>
            <span className="min-w-0 truncate text-ink-soft max-sm:flex-1">{ticket.holder}</span>
            <code className="text-xs text-ink-faint">{ticket.id.slice(-8).toUpperCase()}</code>
            <Badge tone={ticketTones[ticket.status]}>{status(ticket.status)}</Badge>
            {mayEdit && ticket.status === 'SOLD' && <TicketMenu festival={festival} order={order} ticket={ticket} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What of a paid order is no ticket and did not go back yet. */
function besideTickets(order: Order | undefined, refunds: readonly Refund[]): Line[] {
  if (order?.status !== 'PAID') return [];
  const given = new Set(refunds.flatMap(({ lineNos }) => lineNos));
  return order.lines.filter(({ kind, lineNo }) => kind !== 'TICKET' && !given.has(lineNo));
}

/** One order: who, what, how much, and what became of it. */
export function OrderScreen() {
  const t = useTranslations('office.order');
  const payments = useTranslations('office.paymentStatus');
  const by = useTranslations('office.payments');
  const format = useFormatter();
  const { festival, may } = useFestival();
  const { refund = false } = route.useSearch();
  const navigate = route.useNavigate();
  const orderId = OrderId.safeParse(route.useParams().orderId).data;
  if (orderId === undefined) throw notFound();
  const query = useQuery({
    queryKey: ['festival', festival.id, 'order', orderId],
    queryFn: ({ signal }) => api.ticketing.getOrder({ params: { festivalId: festival.id, orderId } }, { signal }),
  });
  const mayEdit = may.has('orders.edit');
  const story = useQuery(orderStoryQuery(festival.id, orderId));
  const refunds = useQuery(refundsQuery(festival.id, orderId)).data;
  const beside = besideTickets(query.data, refunds ?? []);
  const mayRefund =
    may.has('orders.refund') &&
    refunds !== undefined &&
    (beside.length > 0 || query.data?.tickets.some(({ status }) => isRefundable(status, true)));
  const showRefund = (open: boolean) => void navigate({ search: { refund: open || undefined }, replace: true });
  const when = (instant: string) => format.dateTime(new Date(instant), 'moment', { timeZone: festival.zone });
  return (
    <Page
      title={query.data ? t('title', { reference: query.data.reference }) : t('loading')}
      festival={festival.name}
      badge={query.data && <OrderStatusBadge status={query.data.status} />}
      actions={
        <>
          {query.data && may.has('payments.mark_received') && <ReceivedAction festival={festival} order={query.data} />}
          {query.data && <OrderPapers festival={festival} order={query.data} />}
          {mayEdit && query.data && <OrderActions festival={festival} order={query.data} />}
          {mayRefund && <Button onClick={() => showRefund(true)}>{t('refund')}</Button>}
        </>
      }
    >
      <Loaded query={query}>
        {(order) => (
          <>
            {refund && mayRefund && (
              <RefundDialog
                festival={festival}
                order={order}
                beside={beside}
                notice={<OrderDispute order={order} moments={story.data?.moments ?? []} />}
                onClose={() => showRefund(false)}
              />
            )}
            <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
              <div className="space-y-5">
                <OrderDispute order={order} moments={story.data?.moments ?? []} />
                <Lines festival={festival} order={order} />
                <Tickets festival={festival} order={order} mayEdit={mayEdit} />
                <OrderAnswers festival={festival} order={order} />
                <RefundsCard festival={festival} order={order} />
                <OrderNotes festival={festival} orderId={order.id} notes={story.data?.notes ?? []} mayEdit={mayEdit} />
              </div>
              <div className="space-y-5">
                <Card>
                  <CardHeader title={t('buyer')} />
                  <CardBody>
                    <p className="text-ui font-medium text-ink">{order.name}</p>
                    {order.email === '' ? (
                      <p className="text-ui text-ink-soft">{t('noEmail')}</p>
                    ) : (
                      <a href={`mailto:${order.email}`} className="text-ui break-all text-accent-text hover:underline">
                        {order.email}
                      </a>
                    )}
                  </CardBody>
                </Card>
                <Card>
                  <CardHeader title={t('course')} />
                  <CardBody>
                    <Facts>
                      <dt>{t('placedAt')}</dt>
                      <dd>{when(order.placedAt)}</dd>
                      {order.paidAt === null ? null : (
                        <>
                          <dt>{t('paidAt')}</dt>
                          <dd>{when(order.paidAt)}</dd>
                        </>
                      )}
                      {order.status === 'AWAITING_PAYMENT' && (
                        <>
                          <dt>{t('payUntil')}</dt>
                          <dd>{when(order.payUntil)}</dd>
                        </>
                      )}
                      {order.payment === null ? null : (
                        <>
                          <dt>{t('payment')}</dt>
                          <dd>{payments(order.payment.status)}</dd>
                          <dt>{t('provider')}</dt>
                          <dd>{by(`by.${order.payment.provider}`)}</dd>
                        </>
                      )}
                    </Facts>
                  </CardBody>
                </Card>
                <OrderStory festival={festival} moments={story.data?.moments ?? []} />
              </div>
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}
