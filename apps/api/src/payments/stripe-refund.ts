import { Stripe } from 'stripe';
import type { PaymentProvider } from './provider.ts';
import { intentOf } from './stripe-charge.ts';

/** Gives a charge back, or a part of it; the same key twice gives back once. */
export async function refundCharge(
  client: Stripe,
  { charge, key, amount }: Parameters<PaymentProvider['refund']>[0],
): Promise<void> {
  const intent = charge.reference && (await intentOf(client, charge.reference, ['latest_charge.refunds']));
  if (!intent) throw new Error('There is nothing at Stripe to give back');
  // Keys are forgotten after a day; what was given back says whose it was.
  const isDone = refundsOf(intent).some(
    ({ status, metadata }) => metadata?.['refund'] === key && !cameToNothing.has(status ?? ''),
  );
  if (isDone) return;
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
  if (cameToNothing.has(refund?.status ?? ''))
    throw new Error(`Stripe could not give ${charge.paymentId} back: ${refund?.failure_reason ?? refund?.status}`);
}

/** A refund that its payer's bank did not take, or that was called off. */
const cameToNothing: ReadonlySet<string> = new Set(['failed', 'canceled']);

const refundsOf = ({ latest_charge: paid }: Stripe.PaymentIntent): readonly Stripe.Refund[] =>
  (typeof paid === 'object' ? paid?.refunds?.data : undefined) ?? [];
