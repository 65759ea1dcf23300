/** Stripe, by its own library. Keys, host and time-outs come from the environment; nothing here sees a card. */
import { Stripe } from 'stripe';
import { fail } from '../platform/fault.ts';
import type { Env } from '../platform/env.ts';
import { type LiveProvider, ProviderDown } from './provider.ts';
import { beginCharge, endCharge, outcomeOf, payerStep } from './stripe-charge.ts';
import { readStripeDispute } from './stripe-dispute.ts';
import { readStripeFees } from './stripe-fees.ts';
import { listStripeCharges } from './stripe-list.ts';
import { readStripeNews } from './stripe-news.ts';
import { readStripePayout } from './stripe-payout.ts';
import { refundCharge } from './stripe-refund.ts';

type StripeKeys = NonNullable<Env['paymentKeys']['stripe']>;

const retries = 2;

export function stripe(keys: StripeKeys, timeoutSeconds: number): LiveProvider {
  const client = stripeClient(keys, timeoutSeconds);
  return {
    name: 'stripe',
    live: keys.secretKey.includes('_live_'),
    begin: (charge) => asked(() => beginCharge(client, charge)),
    step: ({ reference }) => asked(() => payerStep(client, keys, reference)),
    find: ({ reference }) => asked(() => outcomeOf(client, reference)),
    cancel: ({ reference }) => asked(() => endCharge(client, reference)),
    refund: (refund) => asked(() => refundCharge(client, refund)),
    fees: (charge) => asked(() => readStripeFees(client, charge)),
    readNews: (raw, sent) => readStripeNews(client, keys.webhookSecrets, raw, sent),
    list: (since) => listStripeCharges(client, since),
    dispute: (reference) => asked(() => readStripeDispute(client, reference)),
    // Stripe has news of each.
    disputesOf: async () => [],
    disputesSince: async () => [],
    payoutsSince: async () => [],
    payout: (reference, account) => asked(() => readStripePayout(client, reference, account)),
  };
}

function stripeClient({ secretKey, api }: StripeKeys, timeoutSeconds: number): Stripe {
  const { hostname, port, protocol } = new URL(api);
  return new Stripe(secretKey, {
    host: hostname,
    ...(port && { port }),
    protocol: protocol === 'http:' ? 'http' : 'https',
    timeout: timeoutSeconds * 1000,
    maxNetworkRetries: retries,
    telemetry: false,
  });
}

/** Stripe's own errors, as what they mean to us: it is down, or it refuses what we ask. */
async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { errors } = Stripe;
    const isDown =
      error instanceof errors.StripeConnectionError ||
      error instanceof errors.StripeAPIError ||
      error instanceof errors.StripeRateLimitError;
    if (isDown) throw new ProviderDown(error.message, { cause: error });
    if (error instanceof errors.StripeInvalidRequestError && error.code === 'amount_too_small')
      fail('payments.amount_too_small');
    throw error;
  }
}
