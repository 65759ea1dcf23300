'use client';

import type { Order } from '@festivals/domain/ticketing/schemas';
import { localeOf, type Language } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { formatMoney } from '@festivals/ui/format-money';
import { Spinner } from '@festivals/ui/spinner';
import { useTranslations } from 'next-intl';
import { BankQuestion } from './bank-question.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { RealPayment } from './real-payment.tsx';
import { SandboxCard } from './sandbox-card.tsx';
import { SeenNotice } from './seen-notice.tsx';
import { usePayment } from './use-payment.ts';
import { usePaymentWays } from './use-payment-ways.ts';

interface Props {
  order: Order;
  secret: string;
  slug: string;
  language: Language;
  onOrder: (order: Order) => void;
}

/** The third step: paying an order, as often as it takes, and never twice. */
export function Payment({ order, secret, slug, language, onOrder }: Props) {
  const t = useTranslations('site.pay');
  const { problem, busy, waiting, bankAsks, pay, answerBank } = usePayment(order, secret, onOrder);
  const offered = usePaymentWays(order.festivalId);
  const amount = formatMoney(order.total, order.currency, localeOf(language));
  if (waiting) {
    return (
      <div role="status" className="flex items-center gap-4 py-4">
        <Spinner className="size-8 text-accent" />
        <div>
          <p className="text-lg font-semibold">{t('waiting')}</p>
          <p className="text-ink-soft">{t('waiting_text')}</p>
        </div>
      </div>
    );
  }
  if (bankAsks) return <BankQuestion amount={amount} busy={busy} problem={problem} onAnswer={answerBank} />;
  const ended = endOf(order.payment);
  const outcome = problem ? (
    <ProblemNotice problem={problem} />
  ) : (
    ended && <SeenNotice key={order.payment?.id}>{t(ended)}</SeenNotice>
  );
  if (order.total > 0 && offered === null) return <Spinner className="size-8 text-accent" />;
  if (order.total > 0 && offered !== null && !offered.ways.includes('sandbox')) {
    const parts = { order, secret, slug, language, amount, offered, onOrder };
    return (
      <>
        {outcome}
        <RealPayment {...parts} />
      </>
    );
  }
  if (order.total > 0) {
    return (
      <SandboxCard amount={amount} busy={busy} onPay={pay}>
        {outcome}
      </SandboxCard>
    );
  }
  return (
    <>
      {outcome}
      <Button tone="accent" size="xl" busy={busy} onClick={() => pay()} className="rounded-button max-sm:w-full">
        {t('confirm_free')}
      </Button>
    </>
  );
}

/** How the last attempt ended, where it did; the order may still be paid. */
function endOf(payment: Order['payment']): 'declined' | 'insufficient_funds' | 'refunded' | null {
  if (payment?.status === 'REFUNDED') return 'refunded';
  if (payment?.status !== 'FAILED' || payment.provider !== 'sandbox') return null;
  return payment.reason === 'insufficient_funds' ? 'insufficient_funds' : 'declined';
}
