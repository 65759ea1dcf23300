import type { Input, Output } from '@festivals/contract';
import { breakerState } from '@festivals/domain/payments/breaker';
import { isTooSmall, platformFee } from '@festivals/domain/payments/rules';
import type { OnlineProvider } from '@festivals/domain/payments/schemas';
import { Language } from '@festivals/domain/primitives';
import type * as contract from '@festivals/domain/ticketing/checkout-contract';
import { v7 } from 'uuid';
import { find as findFestival, type FestivalView } from '../../festival/store.ts';
import { findCharge, insertCharge, keepReference, wasCharged } from '../../payments/charge-store.ts';
import { healthOf, noteHealth } from '../../payments/health-store.ts';
import { orUnavailable } from '../../payments/or-unavailable.ts';
import { waysOf } from '../../payments/payment-settings.ts';
import { ProviderDown } from '../../payments/provider.ts';
import { isOnline, liveProvider } from '../../payments/providers.ts';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { look, step } from '../../platform/transaction.ts';
import { awaitMoneyByHand } from '../paying/await-money-by-hand.ts';
import * as hot from './hot-functions.ts';
import { openGuestOrder, openOrder } from '../orders/open-order.ts';
import { type StoredOrder, withCodes } from '../orders/order-view.ts';
import { payerStep } from '../paying/payer-step.ts';
import { resolvePayment } from '../paying/resolve-payments.ts';
import { ourAddress } from '../paying/our-address.ts';

type Asked = Input<typeof contract.checkoutOrder>;

/** How long places wait for somebody who has gone to pay; once for each order. */
const payingSeconds = 15 * 60;

/** Begins to pay an order by a way that the festival offers, and says what the payer does next. Asked again, it goes on where it was. */
export async function checkoutOrder(ctx: Ctx, asked: Asked): Promise<Output<typeof contract.checkoutOrder>> {
  const { params, body } = asked;
  const { festivalId, orderId } = params;
  const { order, secretHash } = await openGuestOrder(ctx, festivalId, orderId, body.secret);
  const { ways, settings, online } = await waysOf(ctx, festivalId);
  if (!ways.includes(body.way)) fail('payments.way_not_offered', { ways });
  if (await goesOn(ctx, order, asked)) return answer(ctx, await openOrder(ctx, festivalId, orderId, body.secret));
  if (body.way !== 'online')
    return answer(ctx, await awaitMoneyByHand(ctx, order, { secretHash, way: body.way }, settings.transfer?.days ?? 0));

  if (order.total > 0 && isTooSmall(order.total, order.currency)) fail('payments.amount_too_small');
  const festival = (await look(ctx, festivalId, findFestival)) ?? fail('general.not_found');
  const returnTo = await ourAddress(ctx, festivalId, body.returnTo);
  const wanted = {
    festival,
    order,
    secretHash,
    embedded: body.embedded,
    returnTo,
    account: settings.stripeAccount,
  };
  for (const name of online) {
    if (breakerState(await healthOf(ctx, name), ctx.clock.now()) === 'OPEN') continue;
    const begun = await beginAt(ctx, name, wanted);
    if (begun) return answer(ctx, begun);
  }
  return fail('payments.provider_unavailable');
}

/** Whether this order is being paid by that way already, so that there is nothing to begin. */
async function goesOn(ctx: Ctx, { payment }: StoredOrder, { params: { festivalId }, body }: Asked): Promise<boolean> {
  if (payment?.status !== 'PENDING') return false;
  if (!isOnline(payment.provider)) return payment.provider === body.way;
  if (body.way !== 'online' || (payment.action === 'confirm') !== body.embedded) return false;
  await orUnavailable(resolvePayment(ctx, { festivalId, paymentId: payment.id }, { neverAsked: false }));
  const now = await look(ctx, festivalId, (tx) => findCharge(tx, payment.id));
  return now?.status !== 'FAILED';
}

interface Wanted {
  festival: FestivalView;
  order: StoredOrder;
  secretHash: Buffer;
  embedded: boolean;
  returnTo: string;
  account: string | null;
}

/**
 * Asks one provider for the charge; null when it is down, and the next one may be asked. No money can have moved by then: nobody
 * was led to what an answer that was lost may have made there.
 */
async function beginAt(ctx: Ctx, name: OnlineProvider, wanted: Wanted): Promise<StoredOrder | null> {
  const { order, festival, secretHash, returnTo } = wanted;
  const festivalId = festival.id;
  const paymentId = v7();
  const begun = await hot.beginPayment(ctx, { festivalId, orderId: order.id, secretHash, paymentId, provider: name });
  if (begun.kept) return begun.kept;
  if (begun.amount === 0) return hot.settlePayment(ctx, { festivalId, paymentId });

  const embedded = wanted.embedded && name === 'stripe';
  const account = name === 'stripe' ? wanted.account : null;
  const fee = account === null ? 0 : platformFee(begun.amount);
  const charge = {
    festivalId,
    orderId: order.id,
    paymentId,
    amount: begun.amount,
    currency: begun.currency,
    account,
    fee,
  };
  const isFirst = await step(ctx, festivalId, async (tx) => {
    const charged = await wasCharged(tx, order.id);
    await insertCharge(tx, { paymentId, provider: name, embedded, account, fee });
    return !charged;
  });
  if (isFirst) await hot.extendOrder(ctx, { festivalId, orderId: order.id, seconds: payingSeconds });
  try {
    const { reference } = await liveProvider(ctx, name).begin({
      ...charge,
      embedded,
      returnTo,
      title: `${festival.name} · ${order.reference}`,
      email: order.email,
      language: Language.catch('en').parse(ctx.request.language),
    });
    await noteHealth(ctx, name, true);
    await step(ctx, festivalId, (tx) => keepReference(tx, paymentId, reference));
  } catch (error) {
    const failed = { festivalId, paymentId, status: 'FAILED', action: null, reason: 'provider_unavailable' } as const;
    await hot.suspendPayment(ctx, failed);
    if (!(error instanceof ProviderDown))
      ctx.resources.log.error({ err: error, provider: name }, 'a provider refused a charge');
    if (error instanceof ProviderDown) await noteHealth(ctx, name, false);
    return null;
  }
  const action = embedded ? ('confirm' as const) : ('redirect' as const);
  return hot.suspendPayment(ctx, { festivalId, paymentId, status: 'PENDING', action, reason: null });
}

async function answer(ctx: Ctx, order: StoredOrder): Promise<Output<typeof contract.checkoutOrder>> {
  return { order: await withCodes(ctx, order), step: await payerStep(ctx, order) };
}
