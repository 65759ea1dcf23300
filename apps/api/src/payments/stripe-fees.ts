import type { Stripe } from 'stripe';
import type { Charge, ChargeFees } from './provider.ts';
import { intentOf } from './stripe-charge.ts';

/** What was kept of a charge; null while Stripe does not say, or says it in another currency. */
export async function readStripeFees(client: Stripe, charge: Charge): Promise<ChargeFees | null> {
  if (charge.reference === null) return null;
  const intent = await intentOf(client, charge.reference, ['latest_charge.balance_transaction']);
  const paid = typeof intent?.latest_charge === 'object' ? intent.latest_charge : null;
  const moved = paid && typeof paid.balance_transaction === 'object' ? paid.balance_transaction : null;
  if (!paid || !moved) return null;
  // With an account of its own the festival pays the platform, and the platform pays Stripe.
  if (charge.account !== null) return { provider: 0, platform: paid.application_fee_amount ?? 0 };
  return moved.currency.toUpperCase() === charge.currency ? { provider: moved.fee, platform: 0 } : null;
}
