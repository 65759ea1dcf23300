import type { Stripe } from 'stripe';
import type { ListedCharge } from './provider.ts';

/** Stripe's charges since a moment, newest first, as reconciliation compares them. */
export async function* listStripeCharges(client: Stripe, since: Date): AsyncGenerator<ListedCharge> {
  const created = { gte: Math.floor(since.getTime() / 1000) };
  for await (const intent of client.paymentIntents.list({ created, limit: 100, expand: ['data.latest_charge'] })) {
    const paid = typeof intent.latest_charge === 'object' ? intent.latest_charge : null;
    yield {
      references: [intent.id],
      paymentId: intent.metadata['payment'] ?? null,
      festivalId: intent.metadata['festival'] ?? null,
      status: intent.status === 'succeeded' ? 'succeeded' : intent.status === 'canceled' ? 'closed' : 'open',
      amount: intent.amount,
      currency: intent.currency.toUpperCase(),
      refunded: paid?.amount_refunded ?? 0,
      at: new Date(intent.created * 1000),
    };
  }
}
