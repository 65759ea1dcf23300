/** The way of reserved refunds from the provider to the books. Both know a refund that they have done before. */
import { FestivalId } from '@festivals/domain/primitives';
import { mostAttempts, secondsUntilNextTry } from '@festivals/domain/ticketing/refund-rules';
import { findCharges } from '../../payments/charge-store.ts';
import { providerNamed } from '../../payments/providers.ts';
import type { Ctx } from '../../platform/context.ts';
import { fail, Fault } from '../../platform/fault.ts';
import { look, step } from '../../platform/transaction.ts';
import * as hot from '../sale/hot-functions.ts';
import { cutLostRefunds } from './cut-lost-refunds.ts';
import * as store from './refund-store.ts';

/** So many are asked of a provider at once. */
const atOnce = 8;

/** Asks the provider for each refund, then books those that it gave; what it refused is noted and tried again. */
export async function giveBack(ctx: Ctx, festivalId: FestivalId, refundIds: readonly string[]): Promise<void> {
  const { waiting, charges } = await look(ctx, festivalId, async (tx) => {
    const pending = await store.pendingRefunds(tx, refundIds);
    const paymentIds = pending.map(({ paymentId }) => paymentId);
    return { waiting: pending, charges: await findCharges(tx, paymentIds) };
  });
  const given: store.PendingRefund[] = [];
  const lost: string[] = [];
  const refused: { id: string; reason: string; nextTryInSeconds: number | null }[] = [];
  const queue = waiting.values();
  const ask = async () => {
    for (const refund of queue) {
      const { id, paymentId, amount, attempts } = refund;
      try {
        const charge = charges.get(paymentId) ?? fail('general.not_found');
        if (amount > 0 && refund.isDisputed) {
          if (refund.isArgued) fail('ticketing.payment_disputed');
          lost.push(id);
          continue;
        }
        if (amount > 0) await providerNamed(ctx, charge.provider).refund({ charge, key: id, amount });
        given.push(refund);
      } catch (error) {
        ctx.resources.log.warn({ err: error, refund: id }, 'a provider did not give money back');
        const next = attempts + 1 < mostAttempts ? secondsUntilNextTry(attempts + 1) : null;
        refused.push({ id, reason: reasonOf(error), nextTryInSeconds: next });
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, waiting.length) }, ask));
  for (const [askedBy, refunds] of Map.groupBy(given, (refund) => refund.askedBy))
    await hot.completeRefunds(ctx, { festivalId, refundIds: refunds.map(({ id }) => id), askedBy });
  if (refused.length > 0)
    await step(ctx, festivalId, async (tx) => {
      for (const refusal of refused) await store.noteFailure(tx, refusal);
    });
  // What a bank keeps for good is not waited for: the rest goes back, and where there is none, what was bought is taken back for nothing.
  const cut = lost.length === 0 ? [] : await cutLostRefunds(ctx, festivalId, lost);
  if (cut.length > 0) await giveBack(ctx, festivalId, cut);
}

/** What the team is told of a refusal: the provider's own words, as far as they are words. */
const reasonOf = (error: unknown): string =>
  (error instanceof Fault ? error.name : error instanceof Error ? error.message : String(error)).slice(0, 300);

const dueAtOnce = 200;

/** Finishes refunds whose process died on the way, and asks again for those that were refused: never twice, never forgotten. */
export async function finishRefunds(ctx: Ctx): Promise<void> {
  const { rows } = await ctx.resources.pool.query<{ festivalId: string; id: string }>(
    'select festival_id as "festivalId", id from lookup.refunds_to_try($1)',
    [dueAtOnce],
  );
  for (const [festivalId, refunds] of Map.groupBy(rows, (row) => row.festivalId))
    await giveBack(
      ctx,
      FestivalId.parse(festivalId),
      refunds.map(({ id }) => id),
    );
}
