import type { Stripe } from 'stripe';
import type { ProviderDispute } from './provider.ts';
import { claimsOf } from './stripe-claims.ts';

/** A dispute at Stripe as it stands now (docs.stripe.com/disputes/how-disputes-work). */
export async function readStripeDispute(client: Stripe, reference: string): Promise<ProviderDispute> {
  const dispute = await client.disputes.retrieve(reference, { expand: ['payment_intent'] });
  const intent = typeof dispute.payment_intent === 'object' ? dispute.payment_intent : null;
  const taken = dispute.balance_transactions.find(({ amount }) => amount < 0);
  const due = dispute.evidence_details.due_by;
  return {
    chargeReferences: intent ? [intent.id] : [],
    claims: claimsOf(intent?.metadata),
    status: statusOf(dispute.status),
    amount: dispute.amount,
    currency: dispute.currency.toUpperCase(),
    reason: dispute.reason,
    answerBy: due === null ? null : new Date(due * 1000),
    withdrawn: taken !== undefined,
    fee: taken?.fee ?? 0,
  };
}

function statusOf(status: Stripe.Dispute.Status): ProviderDispute['status'] {
  if (status === 'won' || status === 'warning_closed' || status === 'prevented') return 'WON';
  return status === 'lost' ? 'LOST' : 'OPEN';
}
