import { z } from 'zod';
import { Cents, Currency, PaymentId } from '../primitives.ts';

export const PaymentStatus = z.enum(['PENDING', 'PROCESSING', 'COMPLETED', 'FAILED', 'REFUNDED']);
export type PaymentStatus = z.infer<typeof PaymentStatus>;

/** What the sandbox does with a payment. A token, never a card: the page turns a published test number into one. */
export const SandboxMethod = z.enum(['succeeds', 'declined', 'insufficient_funds', 'three_d_secure', 'slow']);
export type SandboxMethod = z.infer<typeof SandboxMethod>;

export const Payment = z
  .object({
    id: PaymentId,
    /** `none` is a free order. */
    provider: z.enum(['sandbox', 'none']),
    status: PaymentStatus,
    amount: Cents,
    currency: Currency,
    /** The bank wants to see the payer first (3-D Secure). */
    action: z.enum(['authenticate']).nullable(),
    /** Why it failed, as the provider's own word, or the error for which the money went back. */
    reason: z.string().nullable(),
  })
  .meta({ id: 'Payment' });
export type Payment = z.infer<typeof Payment>;
