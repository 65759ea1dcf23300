import type { FestivalId } from '@festivals/domain/primitives';
import { chargesToAsk, type ChargeKey, findCharge, noteAsked, type StoredCharge } from '../../payments/charge-store.ts';
import type { ChargeOutcome } from '../../payments/provider.ts';
import { isOnline, liveProvider, providerNamed } from '../../payments/providers.ts';
import type { Ctx } from '../../platform/context.ts';
import { Fault } from '../../platform/fault.ts';
import { record } from '../../platform/record.ts';
import { look, step } from '../../platform/transaction.ts';
import { concludeCharge } from './conclude-charge.ts';
import * as hot from '../sale/hot-functions.ts';

/** A charge may come to be known a moment after the provider was called; a process that lives books it itself. */
const settleAfterSeconds = 5;
/** A provider that never heard of a payment by now was never asked: the process died before the call. */
const giveUpAfterSeconds = 120;
/** News get lost; a payer who is at the provider's page is asked after all the same. */
const thinkingSeconds = 60;
const askedAtOnce = 100;

/** Finds out what became of payments whose outcome is unknown: never charged again, never lost. */
export async function resolvePayments(ctx: Ctx): Promise<void> {
  const { rows } = await ctx.resources.pool.query<ChargeKey & { ageSeconds: number }>(
    `select festival_id as "festivalId", order_id as "orderId", id as "paymentId", age_seconds as "ageSeconds" from lookup.unresolved_payments(make_interval(secs => $1), $2)`,
    [settleAfterSeconds, askedAtOnce],
  );
  for (const { ageSeconds, ...key } of rows) {
    await withoutStopping(ctx, key, () => resolvePayment(ctx, key, { neverAsked: ageSeconds >= giveUpAfterSeconds }));
  }
  const open = { givenUp: settleAfterSeconds, thinking: thinkingSeconds, most: askedAtOnce };
  for (const key of await chargesToAsk(ctx, open)) {
    await withoutStopping(ctx, key, () => resolvePayment(ctx, key, { neverAsked: false }));
  }
}

/** One provider that does not answer keeps no other payment from being looked at. */
async function withoutStopping(ctx: Ctx, { paymentId }: ChargeKey, work: () => Promise<void>): Promise<void> {
  await work().catch((error: unknown) => ctx.resources.log.warn({ err: error, paymentId }, 'a payment is unresolved'));
}

/** Asks the provider where a payment stands and books it, however often and in whatever order it is asked. */
export async function resolvePayment(
  ctx: Ctx,
  { festivalId, paymentId }: { festivalId: FestivalId; paymentId: string },
  { neverAsked }: { neverAsked: boolean },
): Promise<void> {
  const charge = await look(ctx, festivalId, (tx) => findCharge(tx, paymentId));
  // What is paid or given back already has heard its news.
  if (!charge || charge.status === 'COMPLETED' || charge.status === 'REFUNDED') return;
  const outcome = await providerNamed(ctx, charge.provider).find(charge);
  if (!outcome) {
    if (!neverAsked || charge.status !== 'PROCESSING') return;
    await hot.suspendPayment(ctx, { festivalId, paymentId, status: 'FAILED', action: null, reason: 'never_charged' });
    return;
  }
  await bookOutcome(ctx, charge, outcome);
}

async function bookOutcome(ctx: Ctx, charge: StoredCharge, outcome: ChargeOutcome): Promise<void> {
  const { festivalId, paymentId } = charge;
  if (outcome.status === 'succeeded' && isAnotherAmount(charge, outcome)) return suspect(ctx, charge, outcome);
  if (charge.status === 'FAILED') await lookOnceMore(ctx, charge, outcome);
  if (charge.status === 'FAILED' && (outcome.status === 'open' || outcome.status === 'processing')) return;
  if (outcome.status === 'processing' && charge.status === 'PROCESSING') return;
  const action = charge.embedded ? ('confirm' as const) : ('redirect' as const);
  await concludeCharge(ctx, providerNamed(ctx, charge.provider), { ...charge, action }, outcome).catch(
    (error: unknown) => {
      // Declined, or refunded because the places are gone: booked as such, and nobody waits for the answer.
      if (!(error instanceof Fault)) throw error;
    },
  );
  const over = outcome.status === 'succeeded' || outcome.status === 'closed' || outcome.status === 'refunded';
  if (isOnline(charge.provider)) await step(ctx, festivalId, (tx) => noteAsked(tx, paymentId, !over));
}

/** An attempt that was given up: what can still bring money is ended, and money that came is looked at once more. */
async function lookOnceMore(ctx: Ctx, charge: StoredCharge, outcome: ChargeOutcome): Promise<void> {
  const { festivalId, paymentId, provider } = charge;
  if (outcome.status === 'succeeded') await hot.revivePayment(ctx, { festivalId, paymentId });
  if (outcome.status === 'open' && isOnline(provider)) {
    await liveProvider(ctx, provider).cancel(charge);
    await step(ctx, festivalId, (tx) => noteAsked(tx, paymentId, true));
  }
}

type Succeeded = Extract<ChargeOutcome, { status: 'succeeded' }>;

const isAnotherAmount = (charge: StoredCharge, { amount, currency }: Succeeded): boolean =>
  (amount !== undefined && amount !== charge.amount) || (currency !== undefined && currency !== charge.currency);

/** Money of another amount or currency than was asked for pays nothing: somebody has to look at it. */
async function suspect(ctx: Ctx, charge: StoredCharge, { amount, currency }: Succeeded): Promise<void> {
  ctx.resources.log.error(
    { paymentId: charge.paymentId, amount, currency },
    'a payment brought another amount than was asked for',
  );
  await step(ctx, charge.festivalId, async (tx) => {
    await noteAsked(tx, charge.paymentId, false);
    await record(tx, ctx, {
      name: 'payments.wrong_amount',
      subjectId: charge.orderId,
      after: { payment: charge.paymentId, asked: charge.amount, came: amount, currency },
    });
  });
}
