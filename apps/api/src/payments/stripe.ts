/** Stripe, by its own library. Keys, host and time-outs come from the environment; nothing here sees a card. */
import type { PayerStep } from '@festivals/domain/payments/schemas';
import { Stripe } from 'stripe';
import { fail } from '../platform/fault.ts';
import type { Env } from '../platform/env.ts';
import { type ChargeOutcome, type LiveProvider, ProviderDown } from './provider.ts';
import { readStripeDispute } from './stripe-dispute.ts';
import { listStripeCharges } from './stripe-list.ts';
import { readStripeNews } from './stripe-news.ts';
import { readStripePayout } from './stripe-payout.ts';

type StripeKeys = NonNullable<Env['paymentKeys']['stripe']>;

/**
 * Stripe wants a page of its own to end in 30 minutes to 24 hours by its clock (docs.stripe.com/api/checkout/sessions/create, expires_at). We end
 * it ourselves with its order; in the middle, a clock of ours that is off by hours keeps nobody from paying.
 */
const pageSeconds = 12 * 3600;
const retries = 2;

const localeOf = (language: string): Stripe.Checkout.SessionCreateParams.Locale =>
  (['fr', 'en', 'de', 'es', 'it', 'pt'] as const).find((known) => known === language) ?? 'auto';

export function stripeClient({ secretKey, api }: StripeKeys, timeoutSeconds: number): Stripe {
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

export function stripe(keys: StripeKeys, timeoutSeconds: number): LiveProvider {
  const client = stripeClient(keys, timeoutSeconds);
  const intentOf = async (reference: string, expand: string[] = []): Promise<Stripe.PaymentIntent | null> => {
    if (!reference.startsWith('cs_')) return client.paymentIntents.retrieve(reference, { expand });
    const session = await client.checkout.sessions.retrieve(reference, {
      expand: ['payment_intent', ...expand.map((path) => `payment_intent.${path}`)],
    });
    return typeof session.payment_intent === 'object' ? session.payment_intent : null;
  };

  return {
    name: 'stripe',
    live: keys.secretKey.includes('_live_'),

    begin: (charge) =>
      asked(async () => {
        const metadata = { festival: charge.festivalId, order: charge.orderId, payment: charge.paymentId };
        const shared = {
          description: charge.title,
          metadata,
          ...(charge.account !== null && {
            transfer_data: { destination: charge.account },
            application_fee_amount: charge.fee,
          }),
        };
        const once = { idempotencyKey: charge.paymentId };
        const currency = charge.currency.toLowerCase();
        if (charge.embedded) {
          const intent = await client.paymentIntents.create(
            { amount: charge.amount, currency, automatic_payment_methods: { enabled: true }, ...shared },
            once,
          );
          return { reference: intent.id };
        }
        const line = { currency, unit_amount: charge.amount, product_data: { name: charge.title } };
        const session = await client.checkout.sessions.create(
          {
            mode: 'payment',
            line_items: [{ quantity: 1, price_data: line }],
            customer_email: charge.email,
            client_reference_id: charge.paymentId,
            locale: localeOf(charge.language),
            expires_at: Math.floor(Date.now() / 1000) + pageSeconds,
            success_url: charge.returnTo,
            cancel_url: charge.returnTo,
            metadata,
            payment_intent_data: shared,
          },
          once,
        );
        return { reference: session.id };
      }),

    step: ({ reference }) =>
      asked(async (): Promise<PayerStep> => {
        if (reference === null) return { kind: 'none' };
        if (reference.startsWith('cs_')) {
          const { status, url } = await client.checkout.sessions.retrieve(reference);
          return status === 'open' && url ? { kind: 'redirect', provider: 'stripe', url } : { kind: 'none' };
        }
        const intent = await client.paymentIntents.retrieve(reference);
        if (!openStates.has(intent.status) || intent.client_secret === null) return { kind: 'none' };
        const { publishableKey, script } = keys;
        return { kind: 'element', provider: 'stripe', clientSecret: intent.client_secret, publishableKey, script };
      }),

    find: (charge) =>
      asked(async (): Promise<ChargeOutcome | null> => {
        if (charge.reference === null) return null;
        if (charge.reference.startsWith('cs_')) {
          const session = await client.checkout.sessions.retrieve(charge.reference, {
            expand: ['payment_intent.latest_charge'],
          });
          const intent = typeof session.payment_intent === 'object' ? session.payment_intent : null;
          if (session.status === 'expired') return { status: 'closed', reason: 'expired' };
          return intent ? spoken(intent, session.status === 'open') : { status: 'open', reason: null };
        }
        return spoken(await client.paymentIntents.retrieve(charge.reference, { expand: ['latest_charge'] }), true);
      }),

    cancel: ({ reference }) =>
      asked(async () => {
        if (reference === null) return;
        // What is over already cannot be ended; that is as good.
        const cancelling = reference.startsWith('cs_')
          ? client.checkout.sessions.expire(reference)
          : client.paymentIntents.cancel(reference);
        await cancelling.catch((error: unknown) => {
          if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
        });
      }),

    refund: ({ charge, key, amount }) =>
      asked(async () => {
        const intent = charge.reference === null ? null : await intentOf(charge.reference, ['latest_charge.refunds']);
        if (!intent) throw new Error('There is nothing at Stripe to give back');
        // Keys are forgotten after a day; what was given back says whose it was.
        if (
          refundsOf(intent).some(
            ({ status, metadata }) => metadata?.['refund'] === key && !cameToNothing.has(status ?? ''),
          )
        )
          return;
        const refund = await client.refunds
          .create(
            {
              payment_intent: intent.id,
              ...(amount !== undefined && { amount }),
              // What the festival's account received goes back from there, and the platform's part with it.
              ...(charge.account !== null && { reverse_transfer: true, refund_application_fee: true }),
              metadata: { refund: key, payment: charge.paymentId },
            },
            { idempotencyKey: `refund-${key}` },
          )
          .catch((error: unknown) => {
            // Whoever gave all of it back, it is given back.
            if (error instanceof Stripe.errors.StripeError && error.code === 'charge_already_refunded') return null;
            throw error;
          });
        if (cameToNothing.has(refund?.status ?? '')) {
          throw new Error(
            `Stripe could not give ${charge.paymentId} back: ${refund?.failure_reason ?? refund?.status}`,
          );
        }
      }),

    fees: (charge) =>
      asked(async () => {
        if (charge.reference === null) return null;
        const intent = await intentOf(charge.reference, ['latest_charge.balance_transaction']);
        const paid = typeof intent?.latest_charge === 'object' ? intent.latest_charge : null;
        const moved = paid && typeof paid.balance_transaction === 'object' ? paid.balance_transaction : null;
        if (!paid || !moved) return null;
        // With an account of its own the festival pays the platform, and the platform pays Stripe.
        if (charge.account !== null) return { provider: 0, platform: paid.application_fee_amount ?? 0 };
        return moved.currency.toUpperCase() === charge.currency ? { provider: moved.fee, platform: 0 } : null;
      }),

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

const openStates: ReadonlySet<string> = new Set([
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
]);

/** A refund that its payer's bank did not take, or that was called off. */
const cameToNothing: ReadonlySet<string> = new Set(['failed', 'canceled']);

const refundsOf = ({ latest_charge: paid }: Stripe.PaymentIntent): readonly Stripe.Refund[] =>
  (typeof paid === 'object' ? paid?.refunds?.data : undefined) ?? [];

/** What an intent's status means; one that was refused may be tried again as long as its page or form is open. */
function spoken(intent: Stripe.PaymentIntent, canTryAgain: boolean): ChargeOutcome {
  const paid = typeof intent.latest_charge === 'object' ? intent.latest_charge : null;
  switch (intent.status) {
    case 'succeeded':
      if (paid?.refunded) return { status: 'refunded' };
      return { status: 'succeeded', amount: intent.amount_received, currency: intent.currency.toUpperCase() };
    case 'processing':
      return { status: 'processing' };
    case 'canceled':
      return { status: 'closed', reason: intent.cancellation_reason ?? 'canceled' };
    default: {
      const refused = intent.last_payment_error;
      const reason = refused ? (refused.decline_code ?? refused.code ?? 'declined') : null;
      return canTryAgain ? { status: 'open', reason } : { status: 'closed', reason: reason ?? 'expired' };
    }
  }
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
