/** A charge at Stripe: a page of theirs to be led to, or an intent behind a form on ours. */
import type { PayerStep } from '@festivals/domain/payments/schemas';
import { Stripe } from 'stripe';
import type { ChargeOutcome, ChargeToBegin } from './provider.ts';

/**
 * Stripe wants a page of its own to end in 30 minutes to 24 hours by its clock (docs.stripe.com/api/checkout/sessions/create, expires_at). We end
 * it ourselves with its order; in the middle, a clock of ours that is off by hours keeps nobody from paying.
 */
const pageSeconds = 12 * 3600;
const isPage = (reference: string): boolean => reference.startsWith('cs_');

/** Asks for a charge, once however often it is asked for. */
export async function beginCharge(client: Stripe, charge: ChargeToBegin): Promise<{ reference: string }> {
  const shared = {
    description: charge.title,
    metadata: { festival: charge.festivalId, order: charge.orderId, payment: charge.paymentId },
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
      metadata: shared.metadata,
      payment_intent_data: shared,
    },
    once,
  );
  return { reference: session.id };
}

const localeOf = (language: string): Stripe.Checkout.SessionCreateParams.Locale =>
  (['fr', 'en', 'de', 'es', 'it', 'pt'] as const).find((known) => known === language) ?? 'auto';

/** What the payer does now: goes to Stripe's page, or fills in its form. */
export async function payerStep(
  client: Stripe,
  form: { publishableKey: string; script: string },
  reference: string | null,
): Promise<PayerStep> {
  if (reference === null) return { kind: 'none' };
  if (isPage(reference)) {
    const { status, url } = await client.checkout.sessions.retrieve(reference);
    return status === 'open' && url ? { kind: 'redirect', provider: 'stripe', url } : { kind: 'none' };
  }
  const intent = await client.paymentIntents.retrieve(reference);
  if (!openStates.has(intent.status) || intent.client_secret === null) return { kind: 'none' };
  const { publishableKey, script } = form;
  return { kind: 'element', provider: 'stripe', clientSecret: intent.client_secret, publishableKey, script };
}

const openStates: ReadonlySet<string> = new Set([
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
]);

/** What became of a charge. */
export async function outcomeOf(client: Stripe, reference: string | null): Promise<ChargeOutcome | null> {
  if (reference === null) return null;
  if (!isPage(reference))
    return spoken(await client.paymentIntents.retrieve(reference, { expand: ['latest_charge'] }), true);
  const session = await client.checkout.sessions.retrieve(reference, { expand: ['payment_intent.latest_charge'] });
  if (session.status === 'expired') return { status: 'closed', reason: 'expired' };
  const intent = behind(session);
  return intent ? spoken(intent, session.status === 'open') : { status: 'open', reason: null };
}

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

/** Sees to it that a charge brings no money any more. */
export async function endCharge(client: Stripe, reference: string | null): Promise<void> {
  if (reference === null) return;
  // What is over already cannot be ended; that is as good.
  const cancelling = isPage(reference)
    ? client.checkout.sessions.expire(reference)
    : client.paymentIntents.cancel(reference);
  await cancelling.catch((error: unknown) => {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
  });
}

/** The intent of a charge, with these parts of it whole; null where a page was left before there was one. */
export async function intentOf(
  client: Stripe,
  reference: string,
  expand: readonly string[],
): Promise<Stripe.PaymentIntent | null> {
  if (!isPage(reference)) return client.paymentIntents.retrieve(reference, { expand: [...expand] });
  return behind(
    await client.checkout.sessions.retrieve(reference, {
      expand: ['payment_intent', ...expand.map((path) => `payment_intent.${path}`)],
    }),
  );
}

const behind = ({ payment_intent: intent }: Stripe.Checkout.Session): Stripe.PaymentIntent | null =>
  typeof intent === 'object' ? intent : null;
