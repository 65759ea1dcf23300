'use client';

import type { PayerStep } from '@festivals/domain/payments/schemas';
import type { Language } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { Spinner } from '@festivals/ui/spinner';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { loadStripe, type StripeElements, type StripeScript } from './load-stripe.ts';
import { SeenNotice } from './seen-notice.tsx';

type Step = Extract<PayerStep, { kind: 'element' }>;

/** The provider's own form in our page. What is typed into it stays between the browser and the provider. */
export function PaymentForm({ step, amount, language }: { step: Step; amount: string; language: Language }) {
  const t = useTranslations('site.checkout');
  const place = useRef<HTMLDivElement>(null);
  const parts = useRef<{ stripe: StripeScript; elements: StripeElements } | null>(null);
  const [state, setState] = useState<'loading' | 'ready' | 'busy' | 'failed'>('loading');
  const [refused, setRefused] = useState<string | null>(null);
  const { script, publishableKey, clientSecret } = step;
  useEffect(() => {
    let gone = false;
    loadStripe(script, publishableKey)
      .then((stripe) => {
        if (gone || !place.current) return;
        const elements = stripe.elements({ clientSecret, locale: language });
        const form = elements.create('payment');
        form.on('ready', () => setState('ready'));
        form.mount(place.current);
        parts.current = { stripe, elements };
      })
      .catch(() => setState('failed'));
    return () => {
      gone = true;
    };
  }, [script, publishableKey, clientSecret, language]);
  const pay = async () => {
    if (!parts.current) return;
    setState('busy');
    setRefused(null);
    const { stripe, elements } = parts.current;
    // Leads away where it succeeds or the bank asks; only a refusal comes back.
    const { error } = await stripe.confirmPayment({ elements, confirmParams: { return_url: location.href } });
    setRefused(error?.message ?? t('refused'));
    setState('ready');
  };
  if (state === 'failed') return <SeenNotice>{t('form_failed')}</SeenNotice>;
  return (
    <form
      className="space-y-5"
      onSubmit={(event) => {
        event.preventDefault();
        void pay();
      }}
    >
      {state === 'loading' && <Spinner label={t('form_loading')} className="size-8 text-accent" />}
      <div ref={place} />
      {refused !== null && <SeenNotice>{refused}</SeenNotice>}
      {state !== 'loading' && (
        <Button type="submit" tone="accent" size="xl" busy={state === 'busy'} className="rounded-button max-sm:w-full">
          {t('pay', { amount })}
        </Button>
      )}
    </form>
  );
}
