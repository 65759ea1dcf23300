import type { Stripe } from 'stripe';
import { z } from 'zod';
import type { ProviderPayout } from './provider.ts';
import { claimsOf } from './stripe-claims.ts';

/** Where a moved amount came from: a charge or a refund says it itself, a dispute by its intent. */
const Source = z.object({
  metadata: z.unknown(),
  payment_intent: z.union([z.string(), z.object({ metadata: z.unknown() })]).nullish(),
});

/** A payout at Stripe, with what of it came from which festival. An account of a festival's own is told as a whole. */
export async function readStripePayout(
  client: Stripe,
  reference: string,
  account: string | null,
): Promise<ProviderPayout> {
  const at = account === null ? {} : { stripeAccount: account };
  const payout = await client.payouts.retrieve(reference, {}, at);
  const nets = new Map<string, number>();
  if (account === null) {
    const moved = client.balanceTransactions.list({
      payout: reference,
      limit: 100,
      expand: ['data.source', 'data.source.payment_intent'],
    });
    for await (const { type, net, source } of moved) {
      const festivalId = type === 'payout' ? undefined : festivalOf(source);
      if (festivalId !== undefined) nets.set(festivalId, (nets.get(festivalId) ?? 0) + net);
    }
  }
  return {
    failed: payout.status === 'failed' || payout.status === 'canceled',
    at: new Date(payout.arrival_date * 1000),
    currency: payout.currency.toUpperCase(),
    amount: payout.amount,
    parts: [...nets].map(([festivalId, net]) => ({ festivalId, net, fees: 0 })),
  };
}

function festivalOf(source: unknown): string | undefined {
  const { data } = Source.safeParse(source);
  const intent = typeof data?.payment_intent === 'object' ? data.payment_intent : null;
  return (claimsOf(data?.metadata) ?? claimsOf(intent?.metadata))?.festivalId;
}
