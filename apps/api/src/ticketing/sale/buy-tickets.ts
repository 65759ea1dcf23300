import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/buy-contract';
import type { PurchaseStep } from '@festivals/domain/ticketing/buy-contract';
import type { PayerStep } from '@festivals/domain/payments/schemas';
import { BasketId, type FestivalId, type Language, OrderId } from '@festivals/domain/primitives';
import { find as findFestival } from '../../festival/store.ts';
import { listPaymentWays } from '../../payments/payment-settings.ts';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { look } from '../../platform/transaction.ts';
import { attendeesOf, requireAnswers } from '../asked/bought-answers.ts';
import { checkoutOrder } from './checkout-order.ts';
import { holdBasket } from './hold-basket.ts';
import { openOrder } from '../orders/open-order.ts';
import { orderLink } from '../orders/order-to-mail.ts';
import { type OrderView, withCodes } from '../orders/order-view.ts';
import { ourAddress } from '../paying/our-address.ts';
import { payOrder } from '../paying/pay-order.ts';
import { placeOrder } from './place-order.ts';

type Bought = Output<typeof contract.buyTickets>;

/**
 * The whole purchase in one call. Each step has a key of its own, made of the caller's: a call that is repeated repeats none of them.
 * The hold's is the caller's itself: work was done for it, which buys this one hold and no other.
 */
export async function buyTickets(ctx: Ctx, { body }: Input<typeof contract.buyTickets>): Promise<Bought> {
  const { festivalId, secret, wishes, total, work, email, name, language, way, method, embedded, answers } = body;
  const params = { festivalId };
  // Looked at first: what cannot be paid here takes nobody's place.
  const { ways } = await listPaymentWays(ctx, { params, query: undefined, body: undefined });
  if ((way !== 'sandbox' || method) && !ways.includes(way)) fail('payments.way_not_offered', { ways });
  if (body.returnTo !== undefined) await ourAddress(ctx, festivalId, body.returnTo);
  const step = (suffix: string): Ctx => ({ ...ctx, key: ctx.key && { ...ctx.key, key: `${ctx.key.key}:${suffix}` } });
  await requireAnswers(ctx, step('order'), body);
  const basket = await holdBasket(ctx, { params, query: undefined, body: { ...wishes, secret, total, work } });
  const basketId = BasketId.parse(basket.id);
  const placed = await placeOrder(step('order'), {
    params,
    query: undefined,
    body: {
      basketId,
      secret,
      email,
      name,
      language,
      holders: [],
      answers,
      attendees: attendeesOf(basket.lines, body),
      shownIn: body.shownIn,
    },
  });
  const orderId = OrderId.parse(placed.id);
  const onOrder = { params: { festivalId, orderId }, query: undefined };
  if (way === 'sandbox') {
    const paid = await payOrder(step('pay'), { ...onOrder, body: { secret, ...(method && { method }) } });
    return bought(paid, { kind: 'none' });
  }
  const returnTo = body.returnTo ?? (await orderPage(ctx, { festivalId, orderId, language }));
  const checkout = await checkoutOrder(step('pay'), { ...onOrder, body: { secret, way, embedded, returnTo } });
  // A key that is sent again knows the order as it was when it was answered; the payer may have gone on since.
  return bought(await withCodes(ctx, await openOrder(ctx, festivalId, orderId, secret)), checkout.step);
}

function bought(order: OrderView, step: PayerStep): Bought {
  return { ...order, next: nextOf(order, step) };
}

function nextOf({ status, payment }: OrderView, step: PayerStep): PurchaseStep {
  if (status === 'AWAITING_PAYMENT' && step.kind !== 'none') return { status: 'requires_action', action: step };
  if (status === 'AWAITING_PAYMENT' && payment?.action === 'authenticate')
    return { status: 'requires_action', action: { kind: 'authenticate', paymentId: payment.id } };
  return { status: status === 'AWAITING_PAYMENT' ? 'processing' : 'done' };
}

async function orderPage(
  ctx: Ctx,
  { festivalId, orderId, language }: { festivalId: FestivalId; orderId: string; language: Language },
): Promise<string> {
  const { slug } = (await look(ctx, festivalId, findFestival)) ?? fail('general.not_found');
  return orderLink(ctx.resources.env, { slug, orderId, language });
}
