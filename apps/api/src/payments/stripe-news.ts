import { z } from 'zod';
import { Stripe } from 'stripe';
import { fail } from '../platform/fault.ts';
import { claimsOf } from './stripe-claims.ts';
import type { NewsEnvelope, ProviderNews } from './provider.ts';

/** Older news are somebody's recording (docs.stripe.com/webhooks#replay-attacks). */
const toleranceSeconds = 300;

/** What of any object we need to know which one it is; where it stands is asked for. */
const Thing = z.looseObject({
  id: z.string(),
  payment_intent: z.union([z.string(), z.object({ id: z.string() })]).nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
});

/** Verifies what Stripe sent on the bytes as they came, and reads what it is about. */
export function readStripeNews(
  client: Stripe,
  secrets: readonly string[],
  raw: Buffer,
  { headers, now }: NewsEnvelope,
): ProviderNews {
  const signature = headers['stripe-signature'];
  const event = secrets
    .map((secret) => verified(client, { raw, signature: [signature ?? ''].flat().join(','), secret, now }))
    .find((one) => one !== null);
  if (!event) fail('payments.webhook_refused');
  const account = event.account ?? null;
  return { id: event.id, kind: event.type, about: aboutOf(event.type, event.data.object, account) };
}

interface Signed {
  raw: Buffer;
  signature: string;
  secret: string;
  now: Date;
}

function verified(client: Stripe, { raw, signature, secret, now }: Signed): Stripe.Event | null {
  try {
    return client.webhooks.constructEvent(raw, signature, secret, toleranceSeconds, undefined, now.getTime());
  } catch {
    return null;
  }
}

function aboutOf(type: string, object: unknown, account: string | null): ProviderNews['about'] {
  const { data: thing } = Thing.safeParse(object);
  if (!thing) return { what: 'nothing' };
  if (type.startsWith('charge.dispute.')) return { what: 'dispute', reference: thing.id, account };
  if (type === 'payout.paid' || type === 'payout.failed') return { what: 'payout', reference: thing.id, account };
  if (!/^(?:payment_intent|checkout\.session|charge|refund)\./.test(type)) return { what: 'nothing' };
  const intent = typeof thing.payment_intent === 'object' ? thing.payment_intent?.id : thing.payment_intent;
  return {
    what: 'charge',
    references: [thing.id, ...(intent ? [intent] : [])],
    claims: claimsOf(thing.metadata),
  };
}
