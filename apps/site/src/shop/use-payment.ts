'use client';

import type { SandboxMethod } from '@festivals/domain/payments/schemas';
import type { Order } from '@festivals/domain/ticketing/schemas';
import { useEffect, useEffectEvent, useState } from 'react';
import { v4 as uuid } from 'uuid';
import { deviceStore } from '../shell/device-store.ts';
import { site } from '../shell/site-later.ts';
import { isUncertain, problemOf, type Problem } from './say-problem.ts';

/** How often an order is asked after while its payment is on its way, in milliseconds. */
const interval = 1500;

const keyPlace = (orderId: string, deed: string) => `payment:${orderId}:${deed}`;

/** The key of a deed on an order: the same until the deed was answered for good. */
function keyOf(orderId: string, deed: string): string {
  const known = deviceStore.get(keyPlace(orderId, deed));
  if (known) return known;
  const key = uuid();
  deviceStore.set(keyPlace(orderId, deed), key);
  return key;
}

/** Pays one order: tries, asks the bank, waits, and lets a declined buyer try again on the same order. */
export function usePayment(order: Order, secret: string, onOrder: (order: Order) => void) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const params = { festivalId: order.festivalId, orderId: order.id };

  const look = async () => onOrder(await site.ticketing.viewOrder({ params, query: { secret } }));

  const attempt = async (deed: string, call: (idempotencyKey: string) => Promise<Order>) => {
    setBusy(true);
    setProblem(null);
    try {
      onOrder(await call(keyOf(order.id, deed)));
      deviceStore.remove(keyPlace(order.id, deed));
    } catch (error) {
      const found = problemOf(error);
      if (!isUncertain(found)) deviceStore.remove(keyPlace(order.id, deed));
      setProblem(found.name === 'IN_PROGRESS' || found.name === 'ALREADY_PAID' ? null : found);
      // Whatever was answered, the order itself knows best where it stands.
      await look().catch(() => undefined);
    } finally {
      setBusy(false);
    }
  };

  const pay = (method?: SandboxMethod) =>
    attempt(`pay:${method ?? 'free'}`, (idempotencyKey) =>
      site.ticketing.payOrder({ params, body: { secret, ...(method && { method }) } }, { idempotencyKey }),
    );

  const answerBank = (approve: boolean) => {
    const paymentId = order.payment?.id;
    if (!paymentId) return Promise.resolve();
    return attempt(`bank:${paymentId}:${approve}`, (idempotencyKey) =>
      site.ticketing.authenticatePayment(
        { params: { ...params, paymentId }, body: { secret, approve } },
        { idempotencyKey },
      ),
    );
  };

  const waiting = order.status === 'AWAITING_PAYMENT' && order.payment?.status === 'PROCESSING';
  const ask = useEffectEvent(() => look().catch(() => undefined));
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(ask, interval);
    return () => clearInterval(timer);
  }, [waiting]);

  const bankAsks = order.status === 'AWAITING_PAYMENT' && order.payment?.action === 'authenticate';
  return { problem, busy, waiting, bankAsks, pay, answerBank };
}
