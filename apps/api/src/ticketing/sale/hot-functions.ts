/** The hot path: one SQL function and one round trip a deed, for all who ask for it at once. Each enters the festival and keeps the answer by itself. */
import type { Basket } from '@festivals/domain/ticketing/schemas';
import type { PaymentAction } from '@festivals/domain/payments/schemas';
import type { Pool } from 'pg';
import type { z } from 'zod';
import type { Ctx } from '../../platform/context.ts';
import { actorId } from '../../platform/record.ts';
import {
  type BasketToHold,
  type BegunPayment,
  gatheredDeeds,
  type OfferedType,
  type OrderToPlace,
  type PaymentToBegin,
} from './gathered-deeds.ts';
import type { StoredOrder } from '../orders/order-view.ts';

/** The wanted ticket types, each with the state of their festival. */
export const readOffered = (
  ctx: Ctx,
  festivalId: string,
  typeIds: readonly string[],
): Promise<readonly OfferedType[]> => deedsOf(ctx).offer(festivalId, typeIds);

export const holdBasket = (ctx: Ctx, basket: BasketToHold): Promise<z.input<typeof Basket>> =>
  deedsOf(ctx).hold(basket.festivalId, { ...basket, ...stampOf(ctx) });

/** What this key was answered before; null where nothing was. */
export async function keptAnswer<T>(ctx: Ctx): Promise<T | null> {
  if (!ctx.key) return null;
  const kept = await call<string | null>(ctx, 'idempotency_claim', keyOf(ctx));
  // The kept text is what this same deed answered before; its type is the deed's.
  return kept === null ? null : (JSON.parse(kept) as T);
}

export const placeOrder = (ctx: Ctx, order: OrderToPlace): Promise<StoredOrder> =>
  deedsOf(ctx).place(order.festivalId, { ...order, ...stampOf(ctx) });

/** Reserves an order for one payment. Answers only when that is on the disk: money never moves for an attempt that a crash could undo. */
export async function beginPayment(ctx: Ctx, payment: PaymentToBegin): Promise<BegunPayment> {
  const begun = await deedsOf(ctx).begin(payment.festivalId, { ...payment, ...stampOf(ctx) });
  await ctx.resources.untilDurable();
  return begun;
}

/** Books a payment that succeeded. Answers only when tickets and payment are on the disk: nobody is shown what a crash could undo. */
export async function settlePayment(
  ctx: Ctx,
  payment: { festivalId: string; paymentId: string },
): Promise<StoredOrder> {
  const order = await deedsOf(ctx).settle(payment.festivalId, { ...payment, ...stampOf(ctx) });
  await ctx.resources.untilDurable();
  return order;
}

/** The payment waits for the payer (PENDING), for the bank (PROCESSING), or is over (FAILED); one that is over stays what it is. */
export const suspendPayment = (
  ctx: Ctx,
  payment: {
    festivalId: string;
    paymentId: string;
    status: 'PENDING' | 'PROCESSING' | 'FAILED';
    action: PaymentAction | null;
    reason: string | null;
  },
): Promise<StoredOrder> =>
  call(ctx, 'suspend_payment', [
    payment.festivalId,
    payment.paymentId,
    payment.status,
    payment.action,
    payment.reason,
    by(ctx),
    ...keyOf(ctx),
  ]);

/** Reserves a payment for the payer's answer to the bank; the order when there is nothing left to ask the provider. */
export const resumePayment = (
  ctx: Ctx,
  payment: { festivalId: string; paymentId: string },
): Promise<StoredOrder | null> => call(ctx, 'resume_payment', [payment.festivalId, payment.paymentId, ...keyOf(ctx)]);

/** Money came for an attempt that was given up: looked at once more, unless something else pays the order by now. */
export const revivePayment = (ctx: Ctx, payment: { festivalId: string; paymentId: string }): Promise<boolean> =>
  call(ctx, 'revive_payment', [payment.festivalId, payment.paymentId]);

/**
 * Keeps an order's places for so long from now on, at most until a moment, never shorter than before; not when they are given back already.
 * By the database's clock, which ends holds as well.
 */
export async function extendOrder(
  { resources }: Ctx,
  order: { festivalId: string; orderId: string; seconds: number | null; atMost?: Date },
): Promise<void> {
  await resources.pool.query({
    name: 'extend_order',
    text: 'select extend_order($1, $2, least(now() + make_interval(secs => $3), $4))',
    values: [order.festivalId, order.orderId, order.seconds, order.atMost ?? null],
  });
}

/** Books that the provider gave the money back. */
export const refundPayment = (
  ctx: Ctx,
  payment: { festivalId: string; paymentId: string; reason: string },
): Promise<void> => call(ctx, 'refund_payment', [payment.festivalId, payment.paymentId, payment.reason, by(ctx)]);

/** Books that tickets were given back, each refund once; `askedBy` is whose deed it is, where a job does it. */
export const completeRefunds = (
  ctx: Ctx,
  { festivalId, refundIds, askedBy }: { festivalId: string; refundIds: readonly string[]; askedBy?: string | null },
): Promise<number> =>
  call(ctx, 'complete_refunds', [
    festivalId,
    refundIds,
    askedBy ? JSON.stringify({ kind: 'person', id: askedBy, request: ctx.request.id }) : by(ctx),
  ]);

export const releaseExpired = (ctx: Ctx, festivalId: string, most: number): Promise<number> =>
  deedsOf(ctx).release(festivalId, most);

/** Calls a function as a prepared statement; it answers one value. */
async function call<T>(ctx: Ctx, name: string, values: readonly unknown[]): Promise<T> {
  const places = values.map((_, index) => `$${index + 1}`).join(', ');
  const { rows } = await ctx.resources.pool.query({
    name,
    text: `select ${name}(${places}) as answer`,
    values: [...values],
  });
  return rows[0].answer;
}

const deeds = new WeakMap<Pool, ReturnType<typeof gatheredDeeds>>();

/** The deeds that are done for many at once, by this process's pool. */
function deedsOf({ resources: { pool } }: Ctx): ReturnType<typeof gatheredDeeds> {
  const known = deeds.get(pool) ?? gatheredDeeds(pool);
  deeds.set(pool, known);
  return known;
}

/** Who does it, and with which key. */
const stampOf = (ctx: Ctx) => {
  const [caller, key, bodyHash] = keyOf(ctx);
  return { by: by(ctx), caller, key, bodyHash };
};

const by = (ctx: Ctx): string =>
  JSON.stringify({ kind: ctx.caller.kind, id: actorId(ctx.caller), request: ctx.request.id });

const keyOf = ({ key }: Ctx): [Buffer | null, string | null, Buffer | null] =>
  key ? [key.caller, key.key, key.bodyHash] : [null, null, null];
