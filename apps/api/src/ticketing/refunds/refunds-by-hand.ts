import type { Input, Output } from '@festivals/contract';
import { Instant, RefundId } from '@festivals/domain/primitives';
import type * as contract from '@festivals/domain/ticketing/refund-by-hand-contract';
import { nextInCoins } from '@festivals/domain/payments/cash';
import type { RepaidFrom } from '@festivals/domain/ticketing/refund-by-hand-contract';
import { z } from 'zod';
import { book } from '../../ledger/store.ts';
import { cashCoin } from '../../payments/setting-store.ts';
import type { Ctx } from '../../platform/context.ts';
import { decodeCursor, pageOf } from '../../platform/cursor.ts';
import { fail } from '../../platform/fault.ts';
import { actorId, record } from '../../platform/record.ts';
import { deed, look } from '../../platform/transaction.ts';
import * as store from './refund-by-hand-store.ts';

const Place = z.tuple([Instant, RefundId]);

/** What is to be paid back by hand, and what was. */
export async function listRefundsByHand(
  ctx: Ctx,
  { params, query: { limit, cursor, only } }: Input<typeof contract.listRefundsByHand>,
): Promise<Output<typeof contract.listRefundsByHand>> {
  const after = decodeCursor(Place, cursor);
  const rows = await look(ctx, params.festivalId, (tx) => store.refundsByHand(tx, { only, after, most: limit + 1 }));
  return pageOf(
    rows,
    limit,
    ({ owedAt, refundId }) => [owedAt, refundId],
    (row) => row,
  );
}

/** Where in the books the money lay. */
const sourceOf = (from: RepaidFrom) =>
  from === 'TERMINAL' ? { account: 'PROVIDER' as const, subject: 'card_terminal' } : { account: from, subject: '' };

/**
 * The money of a refund was paid back by hand: what was owed to the buyer has left the bank, the till (to the smallest coin, all pieces of an order
 * together), or what the terminal owes us.
 */
export const payRefundByHand = (
  ctx: Ctx,
  { params: { festivalId, refundId }, body: { from, reference } }: Input<typeof contract.payRefundByHand>,
): Promise<Output<typeof contract.payRefundByHand>> =>
  deed(ctx, festivalId, async (tx) => {
    const owed = (await store.lockRefundByHand(tx, refundId)) ?? fail('general.not_found');
    const entryId = await store.writeRepayment(tx, { refundId, from, reference, by: actorId(ctx.caller) });
    if (owed.paid !== null || entryId === undefined) fail('ticketing.already_repaid');
    const { amount, currency, orderId, repaidInCash } = owed;
    const left = from === 'CASH' ? nextInCoins(amount, repaidInCash, await cashCoin(tx, currency)) : amount;
    const leg = { rate: 0, currency };
    await book(tx, festivalId, [
      {
        id: entryId,
        kind: 'REPAID_BY_HAND',
        occurredAt: ctx.clock.now(),
        reason: reference,
        legs: [
          { ...leg, account: 'CUSTOMER_CREDIT' as const, subject: '', amount },
          { ...leg, ...sourceOf(from), amount: -left },
          { ...leg, account: 'CASH_ROUNDING' as const, subject: '', amount: left - amount },
        ].filter((one) => one.amount !== 0),
      },
    ]);
    await record(tx, ctx, {
      name: 'payments.repaid_by_hand',
      subjectId: orderId,
      before: { owed: amount },
      after: { refund: refundId, amount, from, reference },
    });
    return (await store.lockRefundByHand(tx, refundId)) ?? fail('general.not_found');
  });
