import { z } from 'zod';

/** Keys travel to a provider: in the clear on this machine alone. */
const isSafe = (url: string) => /^(?:https:|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])[:/])/.test(`${url}/`);
const Script = z.url().refine(isSafe, 'must be https');
const Address = Script.transform((url) => url.replace(/\/$/, ''));

const Stripe = z.object({
  secretKey: z.string().regex(/^[rs]k_(test|live)_\w+$/, 'a secret or restricted key, sk_… or rk_…'),
  publishableKey: z.string().regex(/^pk_(test|live)_\w+$/, 'a publishable key, pk_…'),
  /** Of the webhook endpoints, several while one is exchanged for another. */
  webhookSecrets: z.array(z.string().regex(/^whsec_\S+$/, 'a signing secret, whsec_…')).min(1),
  api: Address,
  /** Where the browser gets the provider's script from. */
  script: Script,
});

const Mollie = z.object({
  apiKey: z.string().regex(/^(test|live)_\w{20,}$/, 'a key, test_… or live_…'),
  /** Mollie tells of settlements to the organisation alone, not to a profile's key. */
  accessToken: z
    .string()
    .regex(/^access_\w{20,}$/, 'a token of the organisation, access_…')
    .nullable(),
  api: Address,
});

export interface PaymentKeys {
  stripe: z.infer<typeof Stripe> | null;
  mollie: z.infer<typeof Mollie> | null;
}

/** Reads the keys of payment providers. @throws when those of one are not complete */
export function readPaymentKeys(source: Record<string, string | undefined>): PaymentKeys {
  const stripe = source['STRIPE_SECRET_KEY'] && {
    secretKey: source['STRIPE_SECRET_KEY'],
    publishableKey: source['STRIPE_PUBLISHABLE_KEY'],
    webhookSecrets: (source['STRIPE_WEBHOOK_SECRET'] ?? '').split(',').filter(Boolean),
    api: source['STRIPE_API_URL'] || 'https://api.stripe.com',
    script: source['STRIPE_JS_URL'] || 'https://js.stripe.com/v3/',
  };
  const mollie = source['MOLLIE_API_KEY'] && {
    apiKey: source['MOLLIE_API_KEY'],
    accessToken: source['MOLLIE_ACCESS_TOKEN'] || null,
    api: source['MOLLIE_API_URL'] || 'https://api.mollie.com',
  };
  return {
    stripe: stripe ? checked('STRIPE', Stripe, stripe) : null,
    mollie: mollie ? checked('MOLLIE', Mollie, mollie) : null,
  };
}

function checked<S extends z.ZodType>(name: string, schema: S, given: unknown): z.infer<S> {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  // The values are keys: only what is wrong with them is said.
  throw new Error(`${name}_… is not complete:\n${z.prettifyError(read.error)}`);
}
