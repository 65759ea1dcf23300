'use client';

import type { OrderAsked } from '@festivals/domain/ticketing/asked/contract';
import type { Order } from '@festivals/domain/ticketing/schemas';
import { localised, type Language } from '@festivals/messages';
import { FileDown, MailCheck, UserRoundPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { artworkAddress } from '../../festival/artwork-address.ts';
import { sayDates } from '../../festival/say-dates.ts';
import { inLanguage, paths } from '../../shell/paths.ts';
import { site } from '../../shell/site-later.ts';
import { MinorNote } from '../asked/minor-note.tsx';
import { OrderHolders } from '../asked/order-holders.tsx';
import { OrderLines } from '../order-lines.tsx';
import { problemOf } from '../say-problem.ts';
import { TicketCard } from '../ticket-card.tsx';
import { TicketFiles } from '../ticket-files.tsx';
import { orderFile, Receipt } from './order-files.tsx';
import type { OrderFestival } from './order-festival.ts';
import { PillLink } from '../../shell/pill-link.tsx';

interface Props {
  order: Order;
  secret: string;
  festival: OrderFestival;
  language: Language;
  asked: OrderAsked | null;
  onAsked: (asked: OrderAsked) => void;
}

/** A paid order: its tickets if it has any, their papers, who comes with them, and what was bought. */
export function OrderTickets(props: Props) {
  const t = useTranslations('site.order');
  const words = useTranslations('site.shop');
  const { order, secret, festival, language, asked, onAsked } = props;
  const onOrder = { params: { festivalId: festival.id, orderId: order.id } };
  return (
    <div className="space-y-12">
      <Thanks order={order} />
      <Papers {...props} />
      {order.tickets.length > 0 && (
        <>
          <h2 className="sr-only">{words('choose')}</h2>
          <Cards {...props} />
        </>
      )}
      <OrderHolders
        load={() => site.ticketing.viewOrderAsked({ ...onOrder, query: { secret } })}
        save={(changes) =>
          site.ticketing.changeOrderAsked(
            { ...onOrder, body: { secret, ...changes } },
            { idempotencyKey: crypto.randomUUID() },
          )
        }
        problemOf={problemOf}
        onKnown={onAsked}
        language={language}
        fallbacks={festival.languages}
      />
      <div className="max-w-xl rounded-3xl border border-line bg-surface p-6">
        <OrderLines
          lines={order.lines}
          total={order.total}
          currency={order.currency}
          language={language}
          fallbacks={festival.languages}
          also={order.presentment}
          company={asked?.company}
        />
      </div>
      {order.tickets.length > 0 && (
        <p className="unprinted max-w-prose text-ink-soft">{t('account_hint', { email: order.email })}</p>
      )}
    </div>
  );
}

function Thanks({ order }: Pick<Props, 'order'>) {
  const t = useTranslations('site.order');
  return (
    <div role="status">
      <p className="text-lg font-semibold text-accent-text">{t('reference', { reference: order.reference })}</p>
      <h1 className="poster mt-3 text-6xl sm:text-8xl">{t('title')}</h1>
      <p className="mt-5 flex max-w-prose gap-3 text-lg text-ink-soft">
        <MailCheck aria-hidden="true" className="mt-1 size-6 shrink-0" />
        <span className="min-w-0 wrap-break-word">
          {t(order.tickets.length > 0 ? 'mailed' : 'confirmed', { email: order.email })}
        </span>
      </p>
    </div>
  );
}

/** What to take along: tickets as a file while one of them opens a gate, the receipt, and the way to an account. */
function Papers({ order, secret, festival, language }: Props) {
  const t = useTranslations('site.order');
  const hasLiving = order.tickets.some(({ status }) => status === 'SOLD' || status === 'USED');
  const pdf = orderFile(festival.id, order.id, secret, 'tickets.pdf');
  return (
    <div className="unprinted flex flex-wrap gap-3">
      {hasLiving && (
        <PillLink tone="accent" href={pdf} download>
          <FileDown aria-hidden="true" className="size-5" />
          {t('pdf')}
        </PillLink>
      )}
      <Receipt festivalId={festival.id} order={order} secret={secret} />
      {order.tickets.length > 0 && (
        <PillLink href={inLanguage(language, paths.account())}>
          <UserRoundPlus aria-hidden="true" className="size-5" />
          {t('to_account')}
        </PillLink>
      )}
      {hasLiving && <TicketFiles pdf={pdf} />}
    </div>
  );
}

function Cards({ order, secret, festival, language, asked }: Props) {
  const t = useTranslations('site.order');
  const held = useTranslations('site.ticket');
  return (
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
  );
}
