import type { Input, Output } from '@festivals/contract';
import { FestivalId } from '@festivals/domain/primitives';
import type * as contract from '@festivals/domain/ticketing/refund-contract';
import { priceRefund } from '@festivals/domain/ticketing/refund-rules';
import { v7 } from 'uuid';
import { sandbox } from '../payments/sandbox.ts';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { actorId, record } from '../platform/record.ts';
import { deed, look } from '../platform/transaction.ts';
import * as hot from './hot-functions.ts';
import * as store from './refund-store.ts';
import { findOrder } from './store.ts';

/** Gives tickets of an order back: reserve them, give the money back outside any transaction, book it. */
export async function refundOrder(
  ctx: Ctx,
  { params: { festivalId, orderId }, body }: Input<typeof contract.refundOrder>,
): Promise<Output<typeof contract.refundOrder>> {
  const { id } = await deed(ctx, festivalId, async (tx) => {
    const order = (await store.lockOrderToRefund(tx, orderId)) ?? fail('general.not_found');
    if (order.tickets.length === 0 || order.paymentId === null) fail('ticketing.not_paid');
    const verdict = priceRefund(body.ticketIds, order.tickets, order.lines);
    if (!verdict.ok) fail(verdict.code, verdict.data);
    const { paymentId, currency } = order;
    const refund = { id: v7(), orderId, paymentId, currency, reason: body.reason, askedBy: actorId(ctx.caller) };
    await store.insertRefund(tx, { ...refund, amount: verdict.amount, parts: verdict.parts });
    await record(tx, ctx, {
      name: 'ticketing.refund_started',
      subjectId: orderId,
      after: { refund: refund.id, tickets: body.ticketIds, amount: verdict.amount, reason: body.reason },
    });
    return { id: refund.id };
  });
  await finishRefund(ctx, festivalId, id);
  const [refund] = await look(ctx, festivalId, (tx) => store.refunds(tx, { id }));
  return refund ?? fail('general.not_found');
}

/** What was given back of an order. */
export const listRefunds = (
  ctx: Ctx,
  { params: { festivalId, orderId } }: Input<typeof contract.listRefunds>,
): Promise<Output<typeof contract.listRefunds>> =>
  look(ctx, festivalId, async (tx) => {
    if (!(await findOrder(tx, orderId))) fail('general.not_found');
    return store.refunds(tx, { orderId });
  });

/** Asks the provider, then books; both know a refund that they have done before. */
async function finishRefund(ctx: Ctx, festivalId: FestivalId, id: string): Promise<void> {
  const pending = await look(ctx, festivalId, (tx) => store.pendingRefund(tx, id));
  if (!pending) return;
  const { paymentId, amount } = pending;
  if (amount > 0) await sandbox(ctx.resources.pool).refund({ charge: paymentId, key: id, amount });
  await hot.completeRefund(ctx, { festivalId, refundId: id });
}

/** A process that lives finishes its refund within this; an older one is taken over. */
const finishAfterSeconds = 20;

/** Finishes refunds whose process died on the way: never given back twice, never forgotten. */
export async function finishRefunds(ctx: Ctx): Promise<void> {
  const { rows } = await ctx.resources.pool.query<{ festivalId: string; id: string }>(
    'select festival_id as "festivalId", id from lookup.pending_refunds(make_interval(secs => $1), 200)',
    [finishAfterSeconds],
  );
  for (const { festivalId, id } of rows) await finishRefund(ctx, FestivalId.parse(festivalId), id);
}
