import type { FestivalId } from '@festivals/domain/primitives';
import { cutToLeft } from '@festivals/domain/ticketing/refund-rules';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/record.ts';
import { step } from '../../platform/transaction.ts';
import * as store from './lost-refund-store.ts';

/** A bank has taken for good what these refunds were to give back: they give what it left, which may be nothing. Answers those that it concerns. */
export const cutLostRefunds = (ctx: Ctx, festivalId: FestivalId, ids: readonly string[]): Promise<string[]> =>
  step(ctx, festivalId, async (tx) => {
    const cut: string[] = [];
    for (const id of ids) {
      const refund = await store.lockLostRefund(tx, id);
      if (!refund || refund.argued || refund.amount <= refund.left) continue;
      const parts = cutToLeft(refund.parts, Math.max(0, refund.left));
      const amount = parts.reduce((sum, part) => sum + part.amount, 0);
      await store.writeCut(tx, { id, amount, parts });
      await record(tx, ctx, {
        name: 'ticketing.refund_cut',
        subjectId: refund.orderId,
        before: { amount: refund.amount },
        after: { refund: id, amount },
      });
      cut.push(id);
    }
    return cut;
  });
