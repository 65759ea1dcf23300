'use client';

import type { Order } from '@festivals/domain/ticketing/schemas';
import type { Language } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { Spinner } from '@festivals/ui/spinner';
import { CreditCard, Landmark, ShieldCheck, Tent } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { MoneyByHand } from './money-by-hand.tsx';
import { PaymentForm } from './payment-form.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { SeenNotice } from './seen-notice.tsx';
import { useCheckout, type RealWay } from './use-checkout.ts';
import type { PaymentWays } from './use-payment-ways.ts';

interface Props {
  order: Order;
  secret: string;
  slug: string;
  language: Language;
  amount: string;
  offered: PaymentWays;
  onOrder: (order: Order) => void;
}

const icons: Record<RealWay, ReactNode> = {
  online: <CreditCard aria-hidden="true" className="size-6" />,
  bank_transfer: <Landmark aria-hidden="true" className="size-6" />,
  on_site: <Tent aria-hidden="true" className="size-6" />,
};

/** Paying with real money: choose how, then the provider's page or form, a transfer, or the gate. */
export function RealPayment({ order, secret, slug, language, amount, offered, onOrder }: Props) {
  const t = useTranslations('site.checkout');
  const ways = offered.ways.filter((way): way is RealWay => way !== 'sandbox');
  const { payment } = order;
  const isByHand = payment?.status === 'PENDING' && (payment.action === 'transfer' || payment.action === 'on_site');
  const [chosen, setChosen] = useState<RealWay | undefined>(isByHand ? undefined : ways[0]);
  const { step, problem, busy, asking, begin } = useCheckout(order, secret, { slug, language }, onOrder);
  if (asking) {
    return (
      <p role="status" className="flex items-center gap-4 py-4 text-lg font-semibold">
        <Spinner className="size-8 text-accent" />
        {t('asking')}
      </p>
    );
  }
  if (step?.kind === 'element' && payment?.status === 'PENDING') {
    return <PaymentForm step={step} amount={amount} language={language} />;
  }
  if (ways.length === 0) return <p className="text-lg text-ink-soft">{t('none')}</p>;
  const refused = payment?.status === 'PENDING' && payment.reason !== null;
  const goesOn = payment?.status === 'PENDING' && !isByHand && chosen === 'online';
  return (
    <div className="space-y-5">
      {isByHand && payment && (
        <MoneyByHand order={order} secret={secret} slug={slug} language={language} amount={amount} />
      )}
      <form
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen) void begin(chosen, chosen === 'online' && offered.embedded);
        }}
      >
        {(ways.length > 1 || isByHand) && (
          <fieldset>
            <legend className="mb-3 text-lg font-semibold">{isByHand ? t('otherwise') : t('how')}</legend>
            <div className="grid gap-3 sm:grid-cols-3">
              {ways
                .filter((way) => !isByHand || way === 'online')
                .map((way) => (
                  <label
                    key={way}
                    className="flex min-h-16 cursor-pointer items-center gap-3 rounded-2xl border-2 border-line bg-surface p-4 font-semibold hover:bg-hover has-checked:border-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2"
                  >
                    <input
                      type="radio"
                      name="way"
                      value={way}
                      checked={chosen === way}
                      onChange={() => setChosen(way)}
                      className="sr-only"
                    />
                    {icons[way]}
                    <span className="min-w-0">{t(`way.${way}`)}</span>
                  </label>
                ))}
            </div>
          </fieldset>
        )}
        {chosen && <p className="text-ink-soft">{t(`about.${chosen}`)}</p>}
        {problem ? <ProblemNotice problem={problem} /> : refused && <SeenNotice>{t('refused')}</SeenNotice>}
        {chosen && (
          <Button type="submit" tone="accent" size="xl" busy={busy} className="rounded-button max-sm:w-full">
            {chosen === 'online' ? t(goesOn ? 'go_on' : 'pay', { amount }) : t(`choose.${chosen}`)}
          </Button>
        )}
      </form>
      <p className="flex items-start gap-2 text-sm text-ink-soft">
        <ShieldCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        {t('safe')}
      </p>
    </div>
  );
}
