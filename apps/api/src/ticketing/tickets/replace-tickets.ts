import { FestivalId } from '@festivals/domain/primitives';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/record.ts';
import { step } from '../../platform/transaction.ts';
import * as store from './key-replacement-store.ts';

const ordersAtOnce = 100;
/** A worker that is to end does not wait longer. */
const turnMs = 5000;

/** Sends new tickets for those of withdrawn keys, from wherever it stands: each order is told once, also when a worker dies on the way. */
export async function replaceTickets(ctx: Ctx): Promise<void> {
  const { rows } = await ctx.resources.pool.query<{ festivalId: string; number: number }>(
    'select festival_id as "festivalId", key_number as number from lookup.waiting_key_replacements()',
  );
  for (const { festivalId, number } of rows) {
    const until = performance.now() + turnMs;
    while (performance.now() < until && (await replaceBatch(ctx, FestivalId.parse(festivalId), number)));
  }
}

/** The next orders of a key, each with the event that its mail follows from. False when there is nothing to do just now. */
const replaceBatch = (ctx: Ctx, festivalId: FestivalId, number: number): Promise<boolean> =>
  step(ctx, festivalId, async (tx) => {
    const replacement = await store.takeReplacement(tx, number);
    if (!replacement) return false;
    if (!replacement.planned) await store.planReplacement(tx, number);
    const orders = await store.takeOrders(tx, number, ordersAtOnce);
    for (const orderId of orders)
      await record(tx, ctx, { name: 'ticketing.order_tickets_replaced', subjectId: orderId, after: { key: number } });
    if (orders.length > 0) return true;
    await store.endReplacement(tx, number);
    await record(tx, ctx, { name: 'ticketing.key_replaced', subjectId: festivalId, after: { key: number } });
    return false;
  });
