'use client';

import type { OrderAsked } from '@festivals/domain/ticketing/asked/contract';
import type { Order } from '@festivals/domain/ticketing/schemas';
import type { Language } from '@festivals/messages';
import { Spinner } from '@festivals/ui/spinner';
import { useTranslations } from 'next-intl';
import { inLanguage, paths } from '../../shell/paths.ts';
import { HoldTimer } from '../hold-timer.tsx';
import { orderAtItsEnd } from '../order-at-its-end.ts';
import { OrderLines } from '../order-lines.tsx';
import { Payment } from '../payment.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import { waitsForHands } from '../waits-for-hands.ts';
import { Receipt } from './order-files.tsx';
import { OrderTickets } from './order-tickets.tsx';
import { PillLink } from '../../shell/pill-link.tsx';
import type { OrderFestival } from './order-festival.ts';
import { useOrder } from './use-order.ts';

/** An order for whoever holds its secret: to be paid, or the tickets themselves. */
export function OrderView({ festival, language }: { festival: OrderFestival; language: Language }) {
  const t = useTranslations('site.order');
  const { state, asked, learn, learnAsked } = useOrder(festival.id);
  if (state.kind === 'loading') return <Spinner label={t('loading')} className="size-10 text-accent" />;
  if (state.kind === 'failed') return <ProblemNotice problem={state.problem} />;
  if (state.kind === 'closed') return <Closed language={language} />;
  const opened = { ...state, festival, language, asked, onOrder: learn };
  if (state.order.status === 'AWAITING_PAYMENT') return <Awaiting {...opened} />;
  if (state.order.status !== 'PAID') return <Ended {...opened} />;
  return <OrderTickets {...opened} onAsked={learnAsked} />;
}

interface Opened {
  order: Order;
  secret: string;
  festival: OrderFestival;
  language: Language;
  asked: OrderAsked | null;
  onOrder: (order: Order) => void;
}

/** No secret, or none that opens this order: there is nothing to see. */
function Closed({ language }: { language: Language }) {
  const t = useTranslations('site.order');
  return (
    <div className="max-w-prose space-y-4">
      <h1 className="headline text-4xl">{t('closed_title')}</h1>
      <p className="text-lg text-ink-soft">{t('closed_text')}</p>
      <PillLink tone="accent" href={inLanguage(language, paths.account())}>
        {t('to_account')}
      </PillLink>
    </div>
  );
}

function Awaiting({ order, secret, festival, language, asked, onOrder }: Opened) {
  const t = useTranslations('site.order');
  return (
    <div className="mx-auto max-w-3xl space-y-6">
      <h1 className="headline text-4xl sm:text-5xl">{t('awaiting')}</h1>
      {!waitsForHands(order) && (
        <HoldTimer until={order.payUntil} onEnd={() => void orderAtItsEnd(order, secret).then(onOrder)} />
      )}
      <OrderLines
        lines={order.lines}
        total={order.total}
        currency={order.currency}
        language={language}
        fallbacks={festival.languages}
        also={order.presentment}
        company={asked?.company}
      />
      <Payment order={order} secret={secret} slug={festival.slug} language={language} onOrder={onOrder} />
    </div>
  );
}

/** Run out, given up, or given back. */
function Ended({ order, secret, festival, language }: Opened) {
  const t = useTranslations('site.order');
  const { status, payment } = order;
  return (
    <div className="max-w-prose space-y-4">
      <h1 className="headline text-4xl">{t('ended', { status })}</h1>
      <p className="text-lg text-ink-soft">
        {t('ended_text', { status: payment?.status === 'REFUNDED' ? 'REFUNDED' : status })}
      </p>
      <div className="flex flex-wrap gap-3">
        <PillLink tone="accent" href={inLanguage(language, paths.tickets(festival.slug))}>
          {t('again')}
        </PillLink>
        <Receipt festivalId={festival.id} order={order} secret={secret} />
      </div>
    </div>
  );
}
