import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/checkout-contract';
import { sql } from 'kysely';
import { bookReceived } from '../../payments/book-received.ts';
import { findCharge } from '../../payments/charge-store.ts';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { actorId, record } from '../../platform/record.ts';
import { deed } from '../../platform/transaction.ts';
import { type StoredOrder, withCodes } from '../orders/order-view.ts';

/** Money by transfer or at the gate has come: the order is paid, even one that ran out meanwhile, as long as there are places. */
export async function markPaymentReceived(
  ctx: Ctx,
  { params: { festivalId, orderId, paymentId }, body }: Input<typeof contract.markPaymentReceived>,
): Promise<Output<typeof contract.markPaymentReceived>> {
  const order = await deed(ctx, festivalId, async (tx): Promise<StoredOrder> => {
    const charge = await findCharge(tx, paymentId);
    if (!charge || charge.orderId !== orderId) fail('general.not_found');
    const { provider, amount, currency } = charge;
    if (provider !== 'bank_transfer' && provider !== 'on_site') fail('payments.not_by_hand');
    const by = JSON.stringify({ kind: ctx.caller.kind, id: actorId(ctx.caller), request: ctx.request.id });
    if (charge.status === 'FAILED') await sql`select revive_payment(${festivalId}, ${paymentId})`.execute(tx);
    const { rows } = await sql<{ order: StoredOrder }>`
      select (settle_payments(${festivalId}, array[${paymentId}]::uuid[], array[${by}]::jsonb[], array[null]::bytea[], array[null]::text[],
        array[null]::bytea[]))[1] as "order"`.execute(tx);
    const at = ctx.clock.now();
    const booked = await bookReceived(tx, { festivalId, paymentId, provider, amount, currency, at });
    if (booked === 'BOOKED') {
      await record(tx, ctx, {
        name: 'payments.received_by_hand',
        subjectId: orderId,
        after: { payment: paymentId, provider, amount, note: body.note },
      });
    }
    return rows[0]?.order ?? fail('general.not_found');
  });
  await ctx.resources.untilDurable();
  return withCodes(ctx, order);
}
