/** What Stripe takes, as its reference publishes it (docs.stripe.com/api): names, forms, least amounts. Whatever else is refused. */
import { z } from 'zod';

const leastOf: Readonly<Record<string, number>> = { eur: 50, usd: 50, gbp: 30, chf: 50 };
const mostAmount = 99_999_999;

const Whole = z
  .string()
  .regex(/^\d{1,12}$/)
  .transform(Number);
const Currency = z.string().refine((code) => code in leastOf, { message: 'Invalid currency' });
const Metadata = z.record(z.string().max(40), z.string().max(500)).refine((pairs) => Object.keys(pairs).length <= 50);
const Expand = z.record(z.string(), z.string()).optional();
const Destination = z.strictObject({ destination: z.string().regex(/^acct_\w+$/) }).optional();
const Address = z.url({ protocol: /^https?$/ });
const Flag = z.enum(['true', 'false']).transform((text) => text === 'true');

const tooSmall = (amount: number, currency: string) => amount < (leastOf[currency] ?? 0);

export const IntentCreate = z
  .strictObject({
    amount: Whole,
    currency: Currency,
    automatic_payment_methods: z.strictObject({ enabled: Flag }).optional(),
    description: z.string().max(1000).optional(),
    metadata: Metadata.optional(),
    transfer_data: Destination,
    application_fee_amount: Whole.optional(),
    expand: Expand,
  })
  .refine(({ amount }) => amount <= mostAmount, { message: 'amount_too_large' })
  .refine(({ amount, currency }) => !tooSmall(amount, currency), { message: 'amount_too_small' })
  .refine(({ amount, application_fee_amount: fee }) => fee === undefined || fee <= amount, {
    message: 'fee above amount',
  })
  .refine(({ transfer_data, application_fee_amount: fee }) => fee === undefined || transfer_data !== undefined, {
    message: 'application_fee_amount without a destination',
  });
export type IntentCreate = z.infer<typeof IntentCreate>;

const PriceData = z.strictObject({
  currency: Currency,
  unit_amount: Whole,
  product_data: z.strictObject({ name: z.string().min(1).max(250) }),
});

export const sessionCreate = (now: Date) =>
  z
    .strictObject({
      mode: z.literal('payment'),
      line_items: z.strictObject({ 0: z.strictObject({ quantity: Whole, price_data: PriceData }) }),
      customer_email: z.email().max(512).optional(),
      client_reference_id: z.string().max(200).optional(),
      locale: z.enum(['auto', 'fr', 'en', 'de', 'es', 'it', 'pt']).optional(),
      expires_at: Whole.refine(
        (at) => at * 1000 >= now.getTime() + 30 * 60_000 - 5000 && at * 1000 <= now.getTime() + 24 * 3_600_000,
        {
          message: 'expires_at must be between 30 minutes and 24 hours from now',
        },
      ).optional(),
      success_url: Address,
      cancel_url: Address.optional(),
      metadata: Metadata.optional(),
      payment_intent_data: z
        .strictObject({
          description: z.string().optional(),
          metadata: Metadata.optional(),
          transfer_data: Destination,
          application_fee_amount: Whole.optional(),
        })
        .optional(),
      expand: Expand,
    })
    .refine(
      ({ line_items: { 0: line } }) => !tooSmall(line.price_data.unit_amount * line.quantity, line.price_data.currency),
      {
        message: 'amount_too_small',
      },
    );
export type SessionCreate = z.infer<ReturnType<typeof sessionCreate>>;

export const RefundCreate = z.strictObject({
  payment_intent: z.string().regex(/^pi_\w+$/),
  amount: Whole.refine((amount) => amount > 0).optional(),
  reverse_transfer: Flag.optional(),
  refund_application_fee: Flag.optional(),
  metadata: Metadata.optional(),
});
