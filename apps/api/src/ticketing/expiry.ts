import { sandbox } from '../payments/sandbox.ts';
import type { Ctx } from '../platform/context.ts';
import { Fault } from '../platform/fault.ts';
import { concludeCharge, type PaymentOfOrder } from './conclude-charge.ts';
import * as hot from './hot-functions.ts';

/** Gives back what expired holds and unpaid orders still keep, festival by festival. */
export async function releaseAllExpired(ctx: Ctx): Promise<void> {
  const { rows } = await ctx.resources.pool.query<{ id: string }>('select lookup.festivals_with_expired() as id');
  for (const { id } of rows) {
    while ((await hot.releaseExpired(ctx, id, batch)) >= batch);
  }
}

const batch = 500;

/** A charge may come to be known a moment after the provider was called; a process that lives books it itself. */
const settleAfterSeconds = 5;
/** A provider that never heard of a payment by now was never asked: the process died before the call. */
const giveUpAfterSeconds = 120;

/** Finds out what became of payments whose outcome is unknown: never charged again, never lost. */
export async function resolvePayments(ctx: Ctx): Promise<void> {
  const { rows } = await ctx.resources.pool.query<Unresolved>(
    `select festival_id as "festivalId", order_id as "orderId", id as "paymentId", age_seconds as "ageSeconds" from lookup.unresolved_payments(make_interval(secs => $1), 100)`,
    [settleAfterSeconds],
  );
  for (const payment of rows) await resolvePayment(ctx, payment);
}

interface Unresolved extends PaymentOfOrder {
  ageSeconds: number;
}

async function resolvePayment(ctx: Ctx, { ageSeconds, ...payment }: Unresolved): Promise<void> {
  const provider = sandbox(ctx.resources.pool);
  const outcome = await provider.find(payment.paymentId);
  if (!outcome) {
    if (ageSeconds < giveUpAfterSeconds) return;
    await hot.suspendPayment(ctx, { ...payment, status: 'FAILED', action: null, reason: 'never_charged' });
    return;
  }
  if (outcome.status === 'processing') return;
  await concludeCharge(ctx, provider, payment, outcome).catch((error: unknown) => {
    // Declined, or refunded because the places are gone: booked as such, and nobody waits for the answer.
    if (!(error instanceof Fault)) throw error;
  });
}
