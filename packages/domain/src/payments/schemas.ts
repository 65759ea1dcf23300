import { z } from 'zod';
import { Cents, Currency, Instant, PaymentId } from '../primitives.ts';

/**
 * PENDING waits for the payer, PROCESSING for the provider; COMPLETED, FAILED and REFUNDED are over.
 * The steps between them are in `payments/rules.ts` and in the database.
 */
export const PaymentStatus = z.enum(['PENDING', 'PROCESSING', 'COMPLETED', 'FAILED', 'REFUNDED']);
export type PaymentStatus = z.infer<typeof PaymentStatus>;

/** What the sandbox does with a payment. A token, never a card: the page turns a published test number into one. */
export const SandboxMethod = z.enum(['succeeds', 'declined', 'insufficient_funds', 'three_d_secure', 'slow']);
export type SandboxMethod = z.infer<typeof SandboxMethod>;

/** Providers that move real money by themselves; a festival orders them, and the next one stands in for the one before. */
export const OnlineProvider = z.enum(['stripe', 'mollie']);
export type OnlineProvider = z.infer<typeof OnlineProvider>;

/** Who brings a payment's money. `none` is a free order; `bank_transfer` and `on_site` are marked as received by the team; `card_terminal` stands beside us on the desk. */
export const ProviderName = z.enum([
  'sandbox',
  'none',
  ...OnlineProvider.options,
  'bank_transfer',
  'on_site',
  'card_terminal',
]);
export type ProviderName = z.infer<typeof ProviderName>;

/** What a payment waits for from its payer: the sandbox bank's question, the form in the page, the provider's page, money by hand. */
export const PaymentAction = z.enum(['authenticate', 'confirm', 'redirect', 'transfer', 'on_site']);
export type PaymentAction = z.infer<typeof PaymentAction>;

export const Payment = z
  .object({
    id: PaymentId,
    provider: ProviderName,
    status: PaymentStatus,
    amount: Cents,
    currency: Currency,
    action: PaymentAction.nullable(),
    /** Why it failed, as the provider's own word, or the error for which the money went back. */
    reason: z.string().nullable(),
  })
  .meta({ id: 'Payment' });
export type Payment = z.infer<typeof Payment>;

/** By which way a buyer pays: practice money, a provider, a transfer, or at the gate. */
export const PaymentWay = z.enum(['sandbox', 'online', 'bank_transfer', 'on_site']);
export type PaymentWay = z.infer<typeof PaymentWay>;

/** What a payer does now. */
export const PayerAction = z.discriminatedUnion('kind', [
  /** Go to the provider's page; it leads back to the order. */
  z.object({ kind: z.literal('redirect'), provider: OnlineProvider, url: z.url() }),
  /** Fill in the provider's own form, which its script draws into our page; card data never reaches us. */
  z.object({
    kind: z.literal('element'),
    provider: OnlineProvider,
    clientSecret: z.string(),
    publishableKey: z.string(),
    /** The provider's script. */
    script: z.url(),
  }),
  z.object({
    kind: z.literal('transfer'),
    holder: z.string(),
    iban: z.string(),
    bic: z.string(),
    /** What is to be written on the transfer. */
    reference: z.string(),
    until: Instant,
  }),
  z.object({ kind: z.literal('on_site'), until: Instant, note: z.string() }),
]);

/** What the payer does next; with `none` the order says where it stands. */
export const PayerStep = z
  .discriminatedUnion('kind', [z.object({ kind: z.literal('none') }), ...PayerAction.options])
  .meta({ id: 'PayerStep' });
export type PayerStep = z.infer<typeof PayerStep>;
