/** News of disputes and payouts: asked about, then written and booked. */
import { Currency, FestivalId } from '@festivals/domain/primitives';
import type { Ctx } from '../platform/context.ts';
import { record } from '../platform/record.ts';
import { look, step } from '../platform/transaction.ts';
import { bookDispute, bookFees, bookPayout } from './book-provider-money.ts';
import { findByReference, findCharge } from './charge-store.ts';
import { writeDispute } from './dispute-store.ts';
import type { Verdict } from './event-store.ts';
import { isOnline, liveProvider } from './providers.ts';
import type { ProviderDispute, ProviderPayout } from './provider.ts';

interface Thing {
  what: 'dispute' | 'payout';
  reference: string;
  account: string | null;
}

export async function hearOtherNews(ctx: Ctx, provider: string, thing: Thing): Promise<Verdict> {
  if (!isOnline(provider)) return { outcome: 'IGNORED' };
  return thing.what === 'dispute' ? hearDispute(ctx, provider, thing) : hearPayout(ctx, provider, thing);
}

type Online = Parameters<typeof liveProvider>[1];

/** Disputes of a charge whose news do not name them: the charge is asked for them. */
export async function hearDisputesOf(
  ctx: Ctx,
  provider: string,
  { festivalId, paymentId }: { festivalId: FestivalId; paymentId: string },
): Promise<void> {
  if (!isOnline(provider)) return;
  const charge = await look(ctx, festivalId, (tx) => findCharge(tx, paymentId));
  if (charge?.status !== 'COMPLETED' && charge?.status !== 'REFUNDED') return;
  for (const reference of await liveProvider(ctx, provider).disputesOf(charge))
    await hearDispute(ctx, provider, { what: 'dispute', reference, account: null });
}

async function hearDispute(ctx: Ctx, provider: Online, { reference, account }: Thing): Promise<Verdict> {
  const dispute = await liveProvider(ctx, provider).dispute(reference, account);
  if (!dispute) return { outcome: 'IGNORED' };
  const charge = await disputedCharge(ctx, provider, dispute);
  if (!charge || charge.currency !== dispute.currency) return { outcome: 'QUARANTINED', reason: 'unknown_payment' };
  const { festivalId, paymentId, orderId, currency } = charge;
  await step(ctx, festivalId, async (tx) => {
    const isNews = await writeDispute(tx, { provider, reference, paymentId }, dispute);
    await bookDispute(tx, { festivalId, provider, reference, currency, at: ctx.clock.now() }, dispute);
    if (!isNews) return;
    await record(tx, ctx, {
      name: 'payments.dispute_changed',
      subjectId: orderId,
      after: {
        payment: paymentId,
        status: dispute.status,
        amount: dispute.amount,
        reason: dispute.reason,
        withdrawn: dispute.withdrawn,
      },
    });
  });
  return { outcome: 'APPLIED', festivalId };
}

async function disputedCharge(ctx: Ctx, provider: Online, { chargeReferences, claims }: ProviderDispute) {
  const known = await findByReference(ctx, provider, chargeReferences);
  const { data: festivalId } = FestivalId.safeParse(known?.festivalId ?? claims?.festivalId);
  const paymentId = known?.paymentId ?? claims?.paymentId;
  if (festivalId === undefined || paymentId === undefined) return undefined;
  const charge = await look(ctx, festivalId, (tx) => findCharge(tx, paymentId));
  return charge?.provider === provider ? charge : undefined;
}

async function hearPayout(ctx: Ctx, provider: Online, { reference, account }: Thing): Promise<Verdict> {
  const payout = await liveProvider(ctx, provider).payout(reference, account);
  const { data: currency } = Currency.safeParse(payout?.currency);
  if (!payout || currency === undefined) return { outcome: 'IGNORED' };
  const parts = account === null ? payout.parts : await wholeOf(ctx, account, payout.amount);
  // An account of several festivals: which of them it is of, only its owner can say.
  if (account !== null && parts.length !== 1) return { outcome: 'QUARANTINED', reason: 'account_of_several' };
  for (const { festivalId: id, net, fees } of parts) {
    const { data: festivalId } = FestivalId.safeParse(id);
    if (festivalId === undefined || !(await isFestival(ctx, festivalId))) continue;
    await step(ctx, festivalId, async (tx) => {
      const at = { festivalId, provider, reference, currency, at: payout.at };
      if (fees > 0) await bookFees(tx, at, { provider: fees, platform: 0 });
      const booked = await bookPayout(tx, at, net, payout.failed);
      if (![...booked.values()].includes('BOOKED')) return;
      await record(tx, ctx, {
        name: 'payments.paid_out',
        subjectId: festivalId,
        after: { provider, reference, amount: net, currency, failed: payout.failed },
      });
    });
  }
  return { outcome: 'APPLIED' };
}

async function wholeOf({ resources }: Ctx, account: string, amount: number): Promise<ProviderPayout['parts']> {
  const { rows } = await resources.pool.query<{ id: string }>('select lookup.festivals_of_account($1) as id', [
    account,
  ]);
  return rows.map(({ id }) => ({ festivalId: id, net: amount, fees: 0 }));
}

async function isFestival({ resources }: Ctx, festivalId: string): Promise<boolean> {
  const { rows } = await resources.pool.query<{ known: boolean }>('select lookup.is_festival($1) as known', [
    festivalId,
  ]);
  return rows[0]?.known ?? false;
}
