'use client';

import type { Festival } from '@festivals/domain/festival/contract';
import type { Basket, Order } from '@festivals/domain/ticketing/schemas';
import { type Chosen, type Company, wishesOf } from '@festivals/domain/ticketing/pricing/chosen';
import type { Language } from '@festivals/messages';
import { useEffect, useEffectEvent, useState } from 'react';
import { site } from '../shell/site-later.ts';
import { alsoIn } from './also-in.tsx';
import { withCodeOf } from './code-in-address.ts';
import { giveBack } from './give-back.ts';
import {
  beginPurchase,
  changeChoice,
  type Choice,
  closeIntent,
  forgetPurchase,
  keepChoice,
  keepOrderSecret,
  keepPurchase,
  keyFor,
  recallPurchase,
  type Purchase,
} from './purchase.ts';
import { usePurchaseElsewhere } from './use-purchase-elsewhere.ts';
import type { Buyer } from './your-details.tsx';
import { holdWithWork } from './hold-with-work.ts';
import { orderAtItsEnd } from './order-at-its-end.ts';
import { isUncertain, problemOf, type Problem } from './say-problem.ts';

/** What was shown as the whole price, minor units, whether it is without VAT because the company that buys owes it, and of what. */
export interface Shown {
  total: number;
  reverseCharge: boolean;
  /** What of the choice can be had: what the price is of. */
  chosen: Chosen;
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
  { language, takesCodes }: { language: Language; takesCodes: boolean },
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
    const known = recallPurchase(festivalId);
    if (known) keepChoice(festivalId, known);
    setStage({ step: 'choose' });
  };

  const choice = { quantities, codes, company: company ?? undefined };
  const choose = (changed: Partial<Choice>) => changeChoice(festivalId, { ...choice, ...changed });

  const timeIsUp = () => {
    startAgain();
    setProblem({ kind: 'expired', name: 'HOLD_EXPIRED', message: '' });
  };

  /** The hold ran out on our clock. */
  const holdEnded = async () => {
    if (stage.step !== 'pay') return timeIsUp();
    arriveAtOrder(await orderAtItsEnd(stage.order, stage.secret), stage.secret);
  };

  const recall = async () => {
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
  };
  const begin = useEffectEvent(() => {
    const known = recallPurchase(festivalId);
    const codes = withCodeOf(location.search, known?.codes ?? []);
    // A link brings its code to whoever still chooses.
    if (takesCodes && codes.at(-1) !== known?.codes.at(-1) && !known?.basketId)
      changeChoice(festivalId, { quantities: {}, ...known, codes });
    return recall();
  });
  useEffect(() => void begin(), [festivalId]);

  // One device has one purchase: what another tab made of it holds here as well, and nobody orders what they do not see.
  const follow = async () => {
    const known = recallPurchase(festivalId);
    if (stage.step === 'pay') {
      if (known?.orderId === stage.order.id) return;
      // Paid there, or out of time: the order says which.
      if (!known?.basketId) return holdEnded();
    } else if (stage.step === 'details') {
      const isSame = known?.basketId === stage.basket.id && !known.orderId;
      // Something else is asked for there: this one is held until that is.
      if (isSame || known?.intents.hold) return;
    } else return;
    setProblem(null);
    await recall();
  };
  usePurchaseElsewhere(festivalId, () => void follow());

  /** Holds what was chosen, for no more than the buyer was shown. */
  const hold = ({ total, reverseCharge, chosen }: Shown) => {
    const before = recallPurchase(festivalId);
    return attempt(
      async () => {
        const wishes = { ...wishesOf(chosen, codes, company), total };
        const tried =
          before?.intents.hold?.of === JSON.stringify(wishes)
            ? before
            : beginPurchase(chosen, codes, { company: company ?? undefined, reverseCharge });
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
        if (before?.basketId !== basket.id) void giveBack(festivalId, before);
      },
      () => (before?.basketId ? keep(before) : keepChoice(festivalId, { ...choice, quantities: chosen })),
    );
  };

  const release = async () => {
    const purchase = recallPurchase(festivalId);
    startAgain();
    setProblem(null);
    await giveBack(festivalId, purchase);
  };

  const placeOrder = (buyer: Buyer) =>
    attempt(
      async () => {
        const known = recallPurchase(festivalId);
        // Another tab may have gone on with it, or held something else: nobody orders what they do not see.
        if (!known || stage.step !== 'details' || known.basketId !== stage.basket.id) return recall();
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
    setQuantities: (quantities: Chosen) => {
      setQuantities(quantities);
      choose({ quantities });
    },
    codes,
    setCodes: (codes: string[]) => {
      setCodes(codes);
      choose({ codes });
    },
    company,
    setCompany: (company: Company | null) => {
      setCompany(company);
      choose({ company: company ?? undefined });
    },
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
