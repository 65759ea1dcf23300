import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/refund-contract';
import { mayGoBack, priceRefund } from '@festivals/domain/ticketing/refund-rules';
import { v7 } from 'uuid';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { actorId, record } from '../../platform/record.ts';
import { deed, look } from '../../platform/transaction.ts';
import { giveBack } from './give-back.ts';
import * as store from './refund-store.ts';
import { findOrder } from '../store.ts';

/** Gives tickets of an order back, and lines beside them: reserve them, give the money back outside any transaction, book it. */
export async function refundOrder(
  ctx: Ctx,
  { params: { festivalId, orderId }, body }: Input<typeof contract.refundOrder>,
): Promise<Output<typeof contract.refundOrder>> {
  const { id } = await deed(ctx, festivalId, async (tx) => {
    const order = (await store.lockOrderToRefund(tx, orderId)) ?? fail('general.not_found');
    const { payment } = order;
    if (payment === null) fail('ticketing.not_paid');
    const verdict = priceRefund(body.ticketIds, order.tickets, order.lines, body, body.lineNos);
    if (!verdict.ok) fail(verdict.code, verdict.data);
    const { currency } = order;
    const paymentId = payment.id;
    const { amount, kept, parts, extras } = verdict;
    if (!mayGoBack(amount, payment)) fail('ticketing.payment_disputed', { orderId });
    const refund = { id: v7(), orderId, paymentId, currency, amount, kept, parts, extras, reason: body.reason };
    await store.insertRefunds(tx, [{ ...refund, askedBy: actorId(ctx.caller), massRefundId: null }]);
    await record(tx, ctx, {
      name: 'ticketing.refund_started',
      subjectId: orderId,
      after: {
        refund: refund.id,
        tickets: body.ticketIds,
        lines: extras.map(({ lineNo }) => lineNo),
        amount,
        kept,
        reason: body.reason,
      },
    });
    return { id: refund.id };
  });
  await giveBack(ctx, festivalId, [id]);
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
