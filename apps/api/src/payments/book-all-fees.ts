import { FestivalId } from '@festivals/domain/primitives';
import { sql } from 'kysely';
import type { Ctx } from '../platform/context.ts';
import { look, step, type Tx } from '../platform/transaction.ts';
import { bookFees } from './book-provider-money.ts';
import { findCharge, type StoredCharge } from './charge-store.ts';
import { isOnline, liveProviders } from './providers.ts';

const atOnce = 200;

/** Books what providers kept of charges that were paid; what one does not say yet is asked again. */
export async function bookAllFees(ctx: Ctx): Promise<void> {
  const { rows } = await ctx.resources.pool.query<{ festivalId: string; paymentId: string }>(
    'select festival_id as "festivalId", payment_id as "paymentId" from lookup.charges_without_fees($1)',
    [atOnce],
  );
  for (const row of rows) {
    const festivalId = FestivalId.parse(row.festivalId);
    const charge = await look(ctx, festivalId, (tx) => findCharge(tx, row.paymentId));
    await feesOf(ctx, charge).catch((error: unknown) =>
      ctx.resources.log.warn({ err: error, paymentId: row.paymentId }, 'a provider does not tell its fee'),
    );
  }
}

async function feesOf(ctx: Ctx, charge: StoredCharge | undefined): Promise<void> {
  const provider = charge && isOnline(charge.provider) ? liveProviders(ctx).get(charge.provider) : undefined;
  if (!charge || !provider || charge.reference === null) return;
  const fees = await provider.fees(charge);
  if (!fees) return;
  const { festivalId, paymentId, reference, currency } = charge;
  await step(ctx, festivalId, async (tx) => {
    await bookFees(tx, { festivalId, provider: provider.name, reference, currency, at: ctx.clock.now() }, fees);
    await noteBooked(tx, paymentId);
  });
}

async function noteBooked(tx: Tx, paymentId: string): Promise<void> {
  await sql`update provider_charge set fees_booked_at = now() where festival_id = current_festival() and payment_id = ${paymentId}`.execute(
    tx,
  );
}
