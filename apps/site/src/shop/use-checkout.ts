'use client';

import type { PayerStep, PaymentWay } from '@festivals/domain/payments/schemas';
import type { Order } from '@festivals/domain/ticketing/schemas';
import { useEffect, useEffectEvent, useState } from 'react';
import { v4 as uuid } from 'uuid';
import { inLanguage, paths } from '../shell/paths.ts';
import { deviceStore } from '../shell/device-store.ts';
import { site } from '../shell/site-later.ts';
import { isUncertain, problemOf, type Problem } from './say-problem.ts';

export type RealWay = Exclude<PaymentWay, 'sandbox'>;

/** The key of a way to pay: the same until it was answered for good. */
function keyOf(orderId: string, way: string): { key: string; forget: () => void } {
  const place = `checkout:${orderId}:${way}`;
  const key = deviceStore.get(place) ?? uuid();
  deviceStore.set(place, key);
  return { key, forget: () => deviceStore.remove(place) };
}

interface Where {
  slug: string;
  language: Parameters<typeof inLanguage>[0];
}

/** Pays one order with real money: begins, leads to the provider, and asks it when the payer comes back. */
export function useCheckout(order: Order, secret: string, where: Where, onOrder: (order: Order) => void) {
  const [step, setStep] = useState<PayerStep | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const params = { festivalId: order.festivalId, orderId: order.id };
  const orderPage = inLanguage(where.language, paths.order(where.slug, order.id));

  const begin = async (way: RealWay, embedded: boolean) => {
    setBusy(true);
    setProblem(null);
    const { key, forget } = keyOf(order.id, `${way}:${embedded}`);
    try {
      const returnTo = new URL(orderPage, location.origin).href;
      const body = { secret, way, embedded, returnTo };
      const answer = await site.ticketing.checkoutOrder({ params, body }, { idempotencyKey: key });
      forget();
      // The page stays as it is while the browser leaves it.
      if (answer.step.kind === 'redirect') return location.assign(answer.step.url);
      setStep(answer.step);
      onOrder(answer.order);
    } catch (error) {
      const found = problemOf(error);
      if (!isUncertain(found)) forget();
      setProblem(found);
    }
    setBusy(false);
  };

  const { payment } = order;
  const isAway = payment?.status === 'PENDING' && (payment.action === 'redirect' || payment.action === 'confirm');
  const [asking, setAsking] = useState(isAway);
  const ask = useEffectEvent(async () => {
    if (!payment || !isAway) return;
    const asked = { params: { ...params, paymentId: payment.id }, body: { secret } };
    await site.ticketing.askAfterPayment(asked).then(onOrder, () => undefined);
    setAsking(false);
  });
  // Whoever comes back from the provider is told at once; and so is whoever comes back to a tab that waited.
  useEffect(() => {
    void ask();
    const look = () => document.visibilityState === 'visible' && void ask();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);

  return { step, problem, busy, asking, begin };
}
