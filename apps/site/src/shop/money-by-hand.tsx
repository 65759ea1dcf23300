'use client';

import type { PayerStep } from '@festivals/domain/payments/schemas';
import type { Order } from '@festivals/domain/ticketing/schemas';
import { localeOf, type Language } from '@festivals/messages';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { inLanguage, paths } from '../shell/paths.ts';
import { site } from '../shell/site-later.ts';

interface Props {
  order: Order;
  secret: string;
  slug: string;
  language: Language;
  amount: string;
}

/** What somebody needs who pays by transfer or at the gate: how much, to whom, until when. */
export function MoneyByHand({ order, secret, slug, language, amount }: Props) {
  const t = useTranslations('site.checkout');
  const [step, setStep] = useState<PayerStep | null>(null);
  const way = order.payment?.action === 'on_site' ? 'on_site' : 'bank_transfer';
  useEffect(() => {
    const params = { festivalId: order.festivalId, orderId: order.id };
    const returnTo = new URL(inLanguage(language, paths.order(slug, order.id)), location.origin).href;
    // Begun already: it goes on, and says once more where the money goes.
    site.ticketing
      .checkoutOrder({ params, body: { secret, way, embedded: false, returnTo } })
      .then((answer) => setStep(answer.step))
      .catch(() => undefined);
  }, [order.festivalId, order.id, secret, slug, language, way]);
  const until = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'full' }).format(new Date(order.payUntil));
  const facts: [string, string][] =
    step?.kind === 'transfer'
      ? [
          [t('holder'), step.holder],
          ['IBAN', step.iban.replace(/(.{4})(?=.)/g, '$1 ')],
          ...(step.bic === '' ? [] : [['BIC', step.bic] as [string, string]]),
          [t('amount'), amount],
          [t('reference'), step.reference],
        ]
      : [
          [t('amount'), amount],
          [t('order'), order.reference],
        ];
  return (
    <section role="status" className="rounded-2xl border-2 border-accent p-5 sm:p-6">
      <h3 className="headline text-2xl">{t(`${way}_title`)}</h3>
      <p className="mt-2 text-ink-soft">{t(`${way}_text`, { until })}</p>
      <dl className="mt-4 grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="tabular font-semibold wrap-break-word select-all">{value}</dd>
          </div>
        ))}
      </dl>
      {step?.kind === 'on_site' && step.note !== '' && <p className="mt-4 whitespace-pre-line">{step.note}</p>}
    </section>
  );
}
