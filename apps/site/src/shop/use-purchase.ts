'use client';

import type { Festival } from '@festivals/domain/festival/contract';
import type { Basket, Order } from '@festivals/domain/ticketing/schemas';
import { type Chosen, type Company, wishesOf } from '@festivals/domain/ticketing/pricing/chosen';
import type { Language } from '@festivals/messages';
import { useEffect, useEffectEvent, useState } from 'react';
import { site } from '../shell/site-later.ts';
import { alsoIn } from './also-in.tsx';
import {
  beginPurchase,
  closeIntent,
  forgetPurchase,
  keepOrderSecret,
  keepPurchase,
  keyFor,
  recallPurchase,
  type Purchase,
} from './purchase.ts';
import type { Buyer } from './your-details.tsx';
import { holdWithWork } from './hold-with-work.ts';
import { isUncertain, problemOf, type Problem } from './say-problem.ts';

/** What was shown as the whole price, minor units, and whether it is without VAT because the company that buys owes it. */
export interface Shown {
  total: number;
  reverseCharge: boolean;
}

/** Where a buyer is on the way. */
export type Stage =
  | { step: 'recalling' }
  | { step: 'choose' }
  | { step: 'details'; basket: Basket }
  | { step: 'pay'; order: Order; secret: string };

/** A purchase from the first choice to the order that awaits its payment. It survives a reload, and is one order however often a button is pressed. */
export function usePurchase(
  festival: Pick<Festival, 'id'>,
  language: Language,
  onPaid: (order: Order, secret: string) => void,
) {
  const [stage, setStage] = useState<Stage>({ step: 'recalling' });
  const [quantities, setQuantities] = useState<Chosen>({});
  const [codes, setCodes] = useState<string[]>([]);
  const [company, setCompany] = useState<Company | null>(null);
  const [reverseCharge, setReverseCharge] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  /** Whether the device does the work that a hold costs. */
  const [working, setWorking] = useState(false);
  const festivalId = festival.id;

  const keep = (purchase: Purchase) => {
    keepPurchase(festivalId, purchase);
    return purchase;
  };

  const attempt = async (work: () => Promise<void>, onRefusal: (problem: Problem) => void) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      const found = problemOf(error);
      setProblem(found);
      if (!isUncertain(found)) onRefusal(found);
    } finally {
      setBusy(false);
    }
  };

  const arriveAtOrder = (order: Order, secret: string) => {
    if (order.status === 'PAID') {
      keepOrderSecret(order.id, secret);
      forgetPurchase(festivalId);
      onPaid(order, secret);
    } else if (order.status === 'AWAITING_PAYMENT') setStage({ step: 'pay', order, secret });
    else timeIsUp();
  };

  const startAgain = () => {
    forgetPurchase(festivalId);
    setStage({ step: 'choose' });
  };

  const timeIsUp = () => {
    startAgain();
    setProblem({ kind: 'expired', name: 'HOLD_EXPIRED', message: '' });
  };

  /** The hold ran out on our clock. Whether a payment beat it is for the order to say: nobody may be led to pay twice. */
  const holdEnded = async () => {
    if (stage.step !== 'pay') return timeIsUp();
    const { secret, order } = stage;
    const now = await site.ticketing
      .viewOrder({ params: { festivalId, orderId: order.id }, query: { secret } })
      .catch(() => null);
    if (now === null || now.payment?.status === 'PROCESSING' || now.status === 'PAID')
      arriveAtOrder(now ?? order, secret);
    else timeIsUp();
  };

  const recall = useEffectEvent(async () => {
    const purchase = recallPurchase(festivalId);
    if (!purchase) return setStage({ step: 'choose' });
    setQuantities(purchase.quantities);
    setCodes(purchase.codes);
    setCompany(purchase.company ?? null);
    setReverseCharge(purchase.reverseCharge ?? false);
    const { secret, basketId, orderId } = purchase;
    try {
      if (orderId)
        return arriveAtOrder(
          await site.ticketing.viewOrder({ params: { festivalId, orderId }, query: { secret } }),
          secret,
        );
      if (!basketId) return setStage({ step: 'choose' });
      const basket = await site.ticketing.viewBasket({ params: { festivalId, basketId }, query: { secret } });
      // A basket that became an order without our hearing of it: asking again with the same key tells which.
      if (basket.status === 'RELEASED') return timeIsUp();
      setStage({ step: 'details', basket });
    } catch (error) {
      const found = problemOf(error);
      if (!isUncertain(found)) return startAgain();
      setProblem(found);
      setStage({ step: 'choose' });
    }
  });
  useEffect(() => void recall(), [festivalId]);

  /** Holds what was chosen, for no more than the buyer was shown. */
  const hold = ({ total, reverseCharge }: Shown) =>
    attempt(
      async () => {
        const wishes = { ...wishesOf(quantities, codes, company), total };
        const before = recallPurchase(festivalId);
        const tried =
          before?.intents.hold?.of === JSON.stringify(wishes)
            ? before
            : beginPurchase(quantities, codes, { company: company ?? undefined, reverseCharge });
        const { key, purchase } = keyFor(tried, 'hold', wishes);
        keep(purchase);
        const basket = await holdWithWork({
          festivalId,
          body: { ...wishes, secret: purchase.secret },
          key,
          work: purchase.work,
          onWork: (work) => {
            setWorking(work === null);
            // Whoever repeats the hold repeats its work.
            if (work) keep({ ...purchase, work });
          },
        }).finally(() => setWorking(false));
        keep({ ...closeIntent(purchase, 'hold'), work: undefined, basketId: basket.id });
        setReverseCharge(reverseCharge);
        setStage({ step: 'details', basket });
      },
      () => forgetPurchase(festivalId),
    );

  const release = async () => {
    const purchase = recallPurchase(festivalId);
    startAgain();
    setProblem(null);
    if (!purchase?.basketId) return;
    // A hold that cannot be given back ends by itself within its fifteen minutes.
    await site.ticketing
      .releaseBasket({ params: { festivalId, basketId: purchase.basketId }, query: { secret: purchase.secret } })
      .catch(() => undefined);
  };

  const placeOrder = (buyer: Buyer) =>
    attempt(
      async () => {
        const known = recallPurchase(festivalId);
        if (!known?.basketId) return startAgain();
        const shownIn = alsoIn();
        const body = {
          basketId: known.basketId,
          secret: known.secret,
          language,
          ...buyer,
          ...(shownIn && { shownIn }),
        };
        const { key, purchase } = keyFor(known, 'order', body);
        keep(purchase);
        const order = await site.ticketing.placeOrder({ params: { festivalId }, body }, { idempotencyKey: key });
        keep({ ...closeIntent(purchase, 'order'), orderId: order.id });
        keepOrderSecret(order.id, purchase.secret);
        arriveAtOrder(order, purchase.secret);
      },
      ({ name }) => name === 'HOLD_EXPIRED' && timeIsUp(),
    );

  return {
    stage,
    quantities,
    setQuantities,
    codes,
    setCodes,
    company,
    setCompany,
    reverseCharge,
    problem,
    busy,
    working,
    hold,
    release,
    placeOrder,
    arriveAtOrder,
    holdEnded,
  };
}
