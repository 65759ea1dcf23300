import { nothing, route, upload } from '@festivals/contract';
import { z } from 'zod';
import { Currency, InFestival, Instant, Line, Text } from '../primitives.ts';
import { isIban } from './rules.ts';
import { OnlineProvider, PaymentWay } from './schemas.ts';

/** Larger news than this no provider sends. */
const mostWebhookBytes = 512 * 1024;

export const receiveWebhook = route({
  method: 'POST',
  path: '/payments/webhooks/:provider',
  permission: 'public',
  summary: 'News from a payment provider: kept as it came, then applied once, in whatever order',
  params: z.object({ provider: OnlineProvider }),
  headers: z.object({
    'stripe-signature': z.string().optional().meta({
      description:
        'Stripe: `t=<seconds>,v1=<HMAC-SHA256 of “t.body” under the endpoint’s secret>`, over the bytes as they came; older than five minutes is refused.',
    }),
  }),
  /** Mollie signs nothing: its address carries what we sign ourselves. */
  query: z.object({ payment: z.string().max(100).optional(), mac: z.string().max(100).optional() }),
  body: upload(['application/json', 'application/x-www-form-urlencoded'], mostWebhookBytes),
  response: nothing(),
  errors: ['payments.webhook_refused', 'payments.provider_not_configured'],
  limit: { times: 6000, seconds: 60, per: 'address' },
});

export const listPaymentWays = route({
  method: 'GET',
  path: '/festivals/:festivalId/payment-ways',
  permission: 'public',
  summary: 'How orders of this festival may be paid',
  params: InFestival,
  response: z.object({
    ways: z.array(PaymentWay),
    /** Whether the provider's form is drawn into our page rather than on a page of its own. */
    embedded: z.boolean(),
    /** The smallest coin, minor units: what is paid in cash is rounded to it, and nothing else is. */
    cashCoin: z.int().min(1),
  }),
  errors: ['general.not_found'],
});

const Transfer = z.object({
  holder: Line(70),
  iban: z
    .string()
    .transform((text) => text.replace(/\s/g, '').toUpperCase())
    .refine(isIban, { message: 'no_iban' }),
  bic: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^([A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?)?$/),
  /** How many days an order waits for its transfer. */
  days: z.int().min(1).max(30),
});

export const PaymentSettings = z
  .object({
    /** Practice money alone: nothing is charged. */
    practice: z.boolean(),
    /** In the order in which they are tried. */
    online: z
      .array(OnlineProvider)
      .max(2)
      .refine((names) => new Set(names).size === names.length, { message: 'duplicates' }),
    embedded: z.boolean(),
    /** The festival's own account at Stripe, which receives the money less the platform's fee; null: the operator's. */
    stripeAccount: z
      .string()
      .regex(/^acct_\w{8,40}$/)
      .nullable(),
    transfer: Transfer.nullable(),
    /** `note` is told to whoever chooses it. */
    onSite: z.object({ note: Text(300) }).nullable(),
    /** Whether cash in euros is rounded to five cents. Francs always are: there is no smaller coin. */
    cashRounding: z.boolean().default(false),
  })
  .meta({ id: 'PaymentSettings' });
export type PaymentSettings = z.infer<typeof PaymentSettings>;

export const ProviderState = z
  .object({
    provider: OnlineProvider,
    /** Whether this installation has keys for it. Keys are never told. */
    configured: z.boolean(),
    /** Test keys move no money. */
    live: z.boolean(),
    /** CLOSED: it is used. OPEN: it failed again and again and is left alone. TRYING: the next payment tries it. */
    breaker: z.enum(['CLOSED', 'OPEN', 'TRYING']),
    failures: z.int(),
    shutUntil: Instant.nullable(),
  })
  .meta({ id: 'ProviderState' });

export const PaymentRoom = z
  .object({
    settings: PaymentSettings,
    version: z.int(),
    currency: Currency,
    providers: z.array(ProviderState),
  })
  .meta({ id: 'PaymentRoom' });
export type PaymentRoom = z.infer<typeof PaymentRoom>;

export const getPaymentSettings = route({
  method: 'GET',
  path: '/festivals/:festivalId/payment-settings',
  permission: 'payments.read',
  summary: 'How a festival takes money, and how its providers stand',
  params: InFestival,
  response: PaymentRoom,
  errors: ['general.not_found'],
});

export const updatePaymentSettings = route({
  method: 'PUT',
  path: '/festivals/:festivalId/payment-settings',
  permission: 'payments.edit',
  summary: 'Choose how a festival takes money; `version` is the one that the change was made from',
  params: InFestival,
  body: z.object({ version: z.int(), settings: PaymentSettings }),
  response: PaymentRoom,
  errors: ['general.not_found', 'general.conflict', 'payments.provider_not_configured'],
});
