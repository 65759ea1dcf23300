'use client';

import type { Order } from '@festivals/domain/ticketing/schemas';
import { localeOf, type Language } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { formatMoney } from '@festivals/ui/money';
import { Notice } from '@festivals/ui/notice';
import { Spinner } from '@festivals/ui/spinner';
import { useTranslations } from 'next-intl';
import { BankQuestion } from './bank-question.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { SandboxCard } from './sandbox-card.tsx';
import { usePayment } from './use-payment.ts';

interface Props {
  order: Order;
  secret: string;
  language: Language;
  onOrder: (order: Order) => void;
}

/** The third step: paying an order, as often as it takes, and never twice. */
export function Payment({ order, secret, language, onOrder }: Props) {
  const t = useTranslations('site.pay');
  const { problem, busy, waiting, bankAsks, pay, answerBank } = usePayment(order, secret, onOrder);
  const amount = formatMoney(order.total, order.currency, localeOf(language));
  const declined = order.payment?.status === 'FAILED' && !problem;
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
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      {declined && (
        <Notice tone="danger" live className="mb-4 text-base">
          {order.payment?.reason === 'insufficient_funds' ? t('insufficient_funds') : t('declined')}
        </Notice>
      )}
      {order.total === 0 ? (
        <Button tone="accent" size="xl" busy={busy} onClick={() => pay()} className="rounded-full max-sm:w-full">
          {t('confirm_free')}
        </Button>
      ) : (
        <SandboxCard amount={amount} busy={busy} onPay={pay} />
      )}
    </>
  );
}
