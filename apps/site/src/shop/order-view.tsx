'use client';

import type { Festival } from '@festivals/domain/festival/contract';
import type { OrderAsked } from '@festivals/domain/ticketing/asked/contract';
import type { Order } from '@festivals/domain/ticketing/schemas';
import { localised, type Language } from '@festivals/messages';
import { Spinner } from '@festivals/ui/spinner';
import { FileDown, MailCheck, ReceiptText, UserRoundPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import { artworkAddress } from '../festival/artwork-address.ts';
import { sayDates } from '../festival/say-dates.ts';
import { inLanguage, paths } from '../shell/paths.ts';
import { site } from '../shell/site-later.ts';
import { MinorNote } from './asked/minor-note.tsx';
import { OrderHolders } from './asked/order-holders.tsx';
import { HoldTimer } from './hold-timer.tsx';
import { OrderLines } from './order-lines.tsx';
import { Payment } from './payment.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { forgetPurchase, keepOrderSecret, recallOrderSecret, recallPurchase } from './purchase.ts';
import { problemOf, type Problem } from './say-problem.ts';
import { waitsForHands } from './waits-for-hands.ts';
import { TicketCard } from './ticket-card.tsx';
import { TicketFiles } from './ticket-files.tsx';

type Shown = Pick<Festival, 'id' | 'slug' | 'name' | 'startsOn' | 'endsOn' | 'place' | 'theme' | 'languages'>;
type State =
  | { kind: 'loading' }
  | { kind: 'closed' }
  | { kind: 'failed'; problem: Problem }
  | { kind: 'open'; order: Order; secret: string };

/** An order for whoever holds its secret: to be paid, or the tickets themselves. */
export function OrderView({ festival, language }: { festival: Shown; language: Language }) {
  const t = useTranslations('site.order');
  const words = useTranslations('site.shop');
  const held = useTranslations('site.ticket');
  const [state, setState] = useState<State>({ kind: 'loading' });
  const [asked, setAsked] = useState<OrderAsked | null>(null);
  const open = useEffectEvent(async () => {
    const orderId = location.pathname.split('/').at(-1) ?? '';
    const secret = recallOrderSecret(orderId, location);
    if (secret === null) return setState({ kind: 'closed' });
    try {
      const order = await site.ticketing.viewOrder({ params: { festivalId: festival.id, orderId }, query: { secret } });
      keepOrderSecret(orderId, secret);
      // Whoever paid elsewhere and came back here is done: the shop begins anew.
      if (order.status === 'PAID' && recallPurchase(festival.id)?.orderId === orderId) forgetPurchase(festival.id);
      // What opens the order leaves the address bar, so that a shared screen or link gives nothing away.
      history.replaceState(history.state, '', location.pathname);
      setState({ kind: 'open', order, secret });
      // A paid order's page asks this with its holders; whoever is about to pay is told who owes the VAT.
      if (order.status === 'AWAITING_PAYMENT')
        await site.ticketing
          .viewOrderAsked({ params: { festivalId: festival.id, orderId }, query: { secret } })
          .then(setAsked, () => undefined);
    } catch (error) {
      const problem = problemOf(error);
      setState(problem.kind === 'answer' ? { kind: 'closed' } : { kind: 'failed', problem });
    }
  });
  useEffect(() => void open(), []);

  if (state.kind === 'loading') return <Spinner label={t('loading')} className="size-10 text-accent" />;
  if (state.kind === 'failed') return <ProblemNotice problem={state.problem} />;
  if (state.kind === 'closed') {
    return (
      <div className="max-w-prose space-y-4">
        <h1 className="headline text-4xl">{t('closed_title')}</h1>
        <p className="text-lg text-ink-soft">{t('closed_text')}</p>
        <a
          href={inLanguage(language, paths.account())}
          className="inline-flex h-14 items-center rounded-full bg-accent px-8 text-lg font-semibold text-on-accent hover:bg-accent-hover"
        >
          {t('to_account')}
        </a>
      </div>
    );
  }

  const { order, secret } = state;
  const lines = (
    <OrderLines
      lines={order.lines}
      total={order.total}
      currency={order.currency}
      language={language}
      fallbacks={festival.languages}
      also={order.presentment}
      company={asked?.company}
    />
  );
  if (order.status === 'AWAITING_PAYMENT') {
    return (
      <div className="mx-auto max-w-3xl space-y-6">
        <h1 className="headline text-4xl sm:text-5xl">{t('awaiting')}</h1>
        {!waitsForHands(order) && (
          <HoldTimer
            until={order.payUntil}
            onEnd={() => setState({ kind: 'open', secret, order: { ...order, status: 'EXPIRED' } })}
          />
        )}
        {lines}
        <Payment
          order={order}
          secret={secret}
          slug={festival.slug}
          language={language}
          onOrder={(changed) => setState({ kind: 'open', secret, order: changed })}
        />
      </div>
    );
  }
  const onOrder = { params: { festivalId: festival.id, orderId: order.id } };
  const file = (name: string) =>
    `/api/festivals/${festival.id}/orders/${order.id}/${name}?secret=${encodeURIComponent(secret)}`;
  const receipt = order.paidAt !== null && order.total > 0 && (
    <a
      href={file('receipt.pdf')}
      download
      className="inline-flex h-14 items-center gap-2 rounded-full border-2 border-edge px-7 text-lg font-semibold hover:bg-hover"
    >
      <ReceiptText aria-hidden="true" className="size-5" />
      {t('receipt')}
    </a>
  );
  if (order.status !== 'PAID') {
    return (
      <div className="max-w-prose space-y-4">
        <h1 className="headline text-4xl">{t('ended', { status: order.status })}</h1>
        <p className="text-lg text-ink-soft">
          {t('ended_text', { status: order.payment?.status === 'REFUNDED' ? 'REFUNDED' : order.status })}
        </p>
        <div className="flex flex-wrap gap-3">
          <a
            href={inLanguage(language, paths.tickets(festival.slug))}
            className="inline-flex h-14 items-center rounded-full bg-accent px-8 text-lg font-semibold text-on-accent hover:bg-accent-hover"
          >
            {t('again')}
          </a>
          {receipt}
        </div>
      </div>
    );
  }
  const pdf = file('tickets.pdf');
  const hasLiving = order.tickets.some(({ status }) => status === 'SOLD' || status === 'USED');
  return (
    <div className="space-y-12">
      <div role="status">
        <p className="text-lg font-semibold text-accent-text">{t('reference', { reference: order.reference })}</p>
        <h1 className="poster mt-3 text-6xl sm:text-8xl">{t('title')}</h1>
        <p className="mt-5 flex max-w-prose gap-3 text-lg text-ink-soft">
          <MailCheck aria-hidden="true" className="mt-1 size-6 shrink-0" />
          <span className="min-w-0 wrap-break-word">{t('mailed', { email: order.email })}</span>
        </p>
      </div>
      <div className="unprinted flex flex-wrap gap-3">
        {hasLiving && (
          <a
            href={pdf}
            download
            className="inline-flex h-14 items-center gap-2 rounded-full bg-accent px-7 text-lg font-semibold text-on-accent hover:bg-accent-hover"
          >
            <FileDown aria-hidden="true" className="size-5" />
            {t('pdf')}
          </a>
        )}
        {receipt}
        <a
          href={inLanguage(language, paths.account())}
          className="inline-flex h-14 items-center gap-2 rounded-full border-2 border-edge px-7 text-lg font-semibold hover:bg-hover"
        >
          <UserRoundPlus aria-hidden="true" className="size-5" />
          {t('to_account')}
        </a>
        {hasLiving && <TicketFiles pdf={pdf} />}
      </div>
      <h2 className="sr-only">{words('choose')}</h2>
      <ul className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
        {order.tickets.map((ticket) => (
          <li key={ticket.id}>
            <TicketCard
              ticket={ticket}
              name={localised(ticket.typeName, language, festival.languages)}
              festival={festival.name}
              dates={sayDates(festival.startsOn, festival.endsOn, language)}
              place={`${festival.place.name}, ${festival.place.city}`}
              artwork={artworkAddress(festival.theme)}
              words={{
                qr: t('qr'),
                status: t('ticket_status', { status: ticket.status }),
                over: t('ticket_over'),
              }}
            >
              <MinorNote holder={asked?.holders.find(({ ticketId }) => ticketId === ticket.id)} />
              <a
                href={`${inLanguage(language, paths.ticket(festival.slug, ticket.id))}#${secret}`}
                className="unprinted inline-flex min-h-11 items-center font-semibold text-accent-text underline underline-offset-4"
              >
                {held('open')}
              </a>
            </TicketCard>
          </li>
        ))}
      </ul>
      <OrderHolders
        load={() => site.ticketing.viewOrderAsked({ ...onOrder, query: { secret } })}
        save={(changes) =>
          site.ticketing.changeOrderAsked(
            { ...onOrder, body: { secret, ...changes } },
            { idempotencyKey: crypto.randomUUID() },
          )
        }
        problemOf={problemOf}
        onKnown={(known) => {
          setAsked(known);
          setState({ kind: 'open', secret, order: { ...order, tickets: withHolders(order.tickets, known) } });
        }}
        language={language}
        fallbacks={festival.languages}
      />
      <div className="max-w-xl rounded-3xl border border-line bg-surface p-6">{lines}</div>
      <p className="unprinted max-w-prose text-ink-soft">{t('account_hint', { email: order.email })}</p>
    </div>
  );
}

/** The tickets with the names that are on them now. */
const withHolders = (tickets: Order['tickets'], { holders }: OrderAsked): Order['tickets'] =>
  tickets.map((ticket) => ({
    ...ticket,
    holder: holders.find(({ ticketId }) => ticketId === ticket.id)?.holder ?? ticket.holder,
  }));
