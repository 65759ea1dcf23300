'use client';

import { present } from '@festivals/domain/payments/presentment';
import type { ShopWindow } from '@festivals/domain/ticketing/pricing/contract';
import { localised, type Language } from '@festivals/messages';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, type ReactNode } from 'react';
import { inLanguage, paths } from '../shell/paths.ts';
import { useAlsoIn } from './also-in.tsx';
import { ChooseTickets } from './choose-tickets.tsx';
import { HoldTimer } from './hold-timer.tsx';
import { OrderLines } from './order-lines.tsx';
import { Payment } from './payment.tsx';
import { waitsForHands } from './waits-for-hands.ts';
import { ProblemNotice } from './problem-notice.tsx';
import type { ShopFestival } from './shop-festival.ts';
import { useShop } from './use-shop.ts';
import { usePurchase } from './use-purchase.ts';
import { YourDetails } from './your-details.tsx';

interface Props {
  festival: ShopFestival;
  language: Language;
  shop: ShopWindow;
}

const none: readonly never[] = [];
const order = ['choose', 'details', 'pay'] as const;

/** Buying in three calm steps on one page: choose, say who you are, pay. What was done stays in sight. */
export function Shop({ festival, language, shop: made }: Props) {
  const t = useTranslations('site.shop');
  const { takesCodes } = made;
  const purchase = usePurchase(festival, { language, takesCodes }, ({ id }, secret) => {
    location.assign(`${inLanguage(language, paths.order(festival.slug, id))}#${secret}`);
  });
  const shop = useShop(festival.id, made, purchase.codes.join(','), purchase.problem);
  const { stage } = purchase;
  const also = useAlsoIn(shop.alsoIn);
  const at = order.findIndex((step) => step === stage.step);
  const held = stage.step === 'details' ? stage.basket : stage.step === 'pay' ? stage.order : null;
  const until =
    stage.step === 'details'
      ? stage.basket.expiresAt
      : stage.step === 'pay' && !waitsForHands(stage.order)
        ? stage.order.payUntil
        : null;

  const nameOf = (id: string) => {
    const line = held?.lines.find(({ ticketTypeId, itemId }) => ticketTypeId === id || itemId === id);
    return line ? localised(line.name, language, festival.languages) : '';
  };

  return (
    <div className="space-y-4" aria-busy={stage.step === 'recalling'}>
      {until && <HoldTimer until={until} onEnd={() => void purchase.holdEnded()} />}
      {stage.step === 'choose' && purchase.problem && <ProblemNotice problem={purchase.problem} />}
      <Step number={1} title={t('choose')} state={at <= 0 ? 'now' : 'done'} moved={at > 0}>
        {held ? (
          <OrderLines
            lines={held.lines}
            total={held.total}
            currency={held.currency}
            language={language}
            fallbacks={festival.languages}
            company={purchase.reverseCharge ? purchase.company : null}
            also={also.shown && { currency: also.shown.currency, amount: present(held.total, also.shown.rate) }}
          >
            {stage.step === 'details' && (
              <button
                type="button"
                onClick={purchase.release}
                className="rounded-button px-3 py-2 font-semibold text-accent-text underline underline-offset-4 hover:bg-hover"
              >
                {t('change')}
              </button>
            )}
          </OrderLines>
        ) : (
          <ChooseTickets
            festival={festival}
            language={language}
            shop={shop}
            also={also}
            quantities={purchase.quantities}
            codes={purchase.codes}
            onChange={purchase.setQuantities}
            onCodes={purchase.setCodes}
            company={purchase.company}
            onCompany={purchase.setCompany}
            onContinue={purchase.hold}
            busy={purchase.busy || stage.step === 'recalling'}
            working={purchase.working}
          />
        )}
      </Step>
      <Step number={2} title={t('details')} state={at === 1 ? 'now' : at > 1 ? 'done' : 'later'}>
        {stage.step === 'details' && (
          <>
            {purchase.problem && !purchase.problem.answers && (
              <ProblemNotice problem={purchase.problem} nameOf={nameOf} />
            )}
            <YourDetails
              festivalId={festival.id}
              language={language}
              fallbacks={festival.languages}
              refused={purchase.problem?.answers ?? none}
              basket={stage.basket}
              names={(line) => localised(line.name, language, festival.languages)}
              free={stage.basket.total === 0}
              busy={purchase.busy}
              onContinue={purchase.placeOrder}
              onCancel={purchase.release}
            />
          </>
        )}
        {stage.step === 'pay' && (
          <p className="wrap-break-word">
            {stage.order.name}, {stage.order.email}
          </p>
        )}
      </Step>
      <Step number={3} title={t('pay')} state={at === 2 ? 'now' : 'later'}>
        {stage.step === 'pay' && (
          <Payment
            order={stage.order}
            secret={stage.secret}
            slug={festival.slug}
            language={language}
            onOrder={(changed) => purchase.arriveAtOrder(changed, stage.secret)}
          />
        )}
      </Step>
    </div>
  );
}

type State = 'now' | 'done' | 'later';

function Step({
  number,
  title,
  state,
  moved = true,
  children,
}: {
  number: number;
  title: string;
  state: State;
  moved?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations('site.shop');
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef<State>(state);
  useEffect(() => {
    // Whoever pressed a button is brought to what follows; whoever just arrived is left alone.
    if (state === 'now' && before.current !== 'now' && moved) heading.current?.focus();
    before.current = state;
  }, [state, moved]);
  return (
    <section
      aria-labelledby={`step-${number}`}
      className={`rounded-3xl border p-5 sm:p-8 ${state === 'now' ? 'border-accent bg-surface shadow-raised' : 'border-line bg-surface'} ${state === 'later' ? 'border-dashed' : ''}`}
    >
      <h2
        ref={heading}
        tabIndex={-1}
        id={`step-${number}`}
        className="headline flex items-center gap-3 rounded-lg text-2xl"
      >
        <span
          aria-hidden="true"
          className={`grid size-9 shrink-0 place-items-center rounded-full text-lg ${state === 'later' ? 'bg-sunken text-ink-faint' : 'bg-accent text-on-accent'}`}
        >
          {state === 'done' ? '✓' : number}
        </span>
        <span className={state === 'later' ? 'text-ink-faint' : ''}>{title}</span>
        {state === 'done' && <span className="sr-only">{t('done')}</span>}
      </h2>
      {state !== 'later' && <div className="mt-5">{children}</div>}
    </section>
  );
}
