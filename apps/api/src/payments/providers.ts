import { OnlineProvider, type ProviderName } from '@festivals/domain/payments/schemas';
import type { Ctx, Resources } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { byHand } from './by-hand.ts';
import { mollie } from './mollie.ts';
import type { LiveProvider, PaymentProvider } from './provider.ts';
import { sandbox } from './sandbox.ts';
import { stripe } from './stripe.ts';

const opened = new WeakMap<Resources, ReadonlyMap<OnlineProvider, LiveProvider>>();

/** The providers that this installation has keys for. */
export function liveProviders({ resources }: Ctx): ReadonlyMap<OnlineProvider, LiveProvider> {
  const known = opened.get(resources);
  if (known) return known;
  const { paymentKeys: keys, PAYMENT_TIMEOUT: seconds, JWT_SECRET, SITE_URL } = resources.env;
  const providers = new Map<OnlineProvider, LiveProvider>();
  if (keys.stripe) providers.set('stripe', stripe(keys.stripe, seconds));
  if (keys.mollie) providers.set('mollie', mollie(keys.mollie, { seconds, secret: JWT_SECRET, siteUrl: SITE_URL }));
  opened.set(resources, providers);
  return providers;
}

export const isOnline = (name: string): name is OnlineProvider => OnlineProvider.safeParse(name).success;

export const liveProvider = (ctx: Ctx, name: OnlineProvider): LiveProvider =>
  liveProviders(ctx).get(name) ?? fail('payments.provider_not_configured', { provider: name });

/** Whoever brings the money of a payment, by the name that the payment has. */
export function providerNamed(ctx: Ctx, name: ProviderName): PaymentProvider {
  if (isOnline(name)) return liveProvider(ctx, name);
  return name === 'sandbox' ? sandbox(ctx.resources.pool) : byHand(name);
}
