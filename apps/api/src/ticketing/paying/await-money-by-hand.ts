import { v7 } from 'uuid';
import { find as findFestival } from '../../festival/store.ts';
import { FestivalId } from '@festivals/domain/primitives';
import { addDays, instantOf } from '@festivals/domain/calendar';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { record } from '../../platform/record.ts';
import { look, step } from '../../platform/transaction.ts';
import * as hot from '../sale/hot-functions.ts';
import type { StoredOrder } from '../orders/order-view.ts';

/**
 * An order waits for money by transfer for so many days since it was placed, however often its buyer chooses; by hand until the festival's
 * last day is over; then its places go back on sale.
 */
export async function awaitMoneyByHand(
  ctx: Ctx,
  order: StoredOrder,
  { secretHash, way }: { secretHash: Buffer; way: 'bank_transfer' | 'on_site' },
  days: number,
): Promise<StoredOrder> {
  const festivalId = FestivalId.parse(order.festivalId);
  const festival = (await look(ctx, festivalId, findFestival)) ?? fail('general.not_found');
  const paymentId = v7();
  const begun = await hot.beginPayment(ctx, {
    festivalId,
    orderId: order.id,
    secretHash,
    paymentId,
    provider: way,
  });
  if (begun.kept) return begun.kept;
  if (begun.amount === 0) return hot.settlePayment(ctx, { festivalId, paymentId });
  const over = instantOf(addDays(festival.endsOn, 1), '00:00', festival.zone);
  const transferred = new Date(Date.parse(order.placedAt) + days * 86_400_000);
  const atMost = way === 'bank_transfer' && transferred < over ? transferred : over;
  await hot.extendOrder(ctx, { festivalId, orderId: order.id, seconds: null, atMost });
  // Told before it waits: should we die in between, a mail too many goes out rather than none.
  await step(ctx, festivalId, (tx) =>
    record(tx, ctx, { name: 'ticketing.money_awaited', subjectId: order.id, after: { payment: paymentId, way } }),
  );
  const action = way === 'on_site' ? ('on_site' as const) : ('transfer' as const);
  return hot.suspendPayment(ctx, { festivalId, paymentId, status: 'PENDING', action, reason: null });
}
