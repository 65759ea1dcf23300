import type { PaymentStatus, SandboxMethod } from './schemas.ts';

/** Stripe's published test numbers (docs.stripe.com/testing) and what the sandbox does with each. */
export const testCards: Readonly<Record<string, SandboxMethod>> = {
  '4242424242424242': 'succeeds',
  '5555555555554444': 'succeeds',
  '4000000000000002': 'declined',
  '4000000000009995': 'insufficient_funds',
  '4000002760003184': 'three_d_secure',
  '4000000000000077': 'slow',
};

/** What the sandbox does with a card number; null for any number that is not a published test number. */
export function testCard(number: string): SandboxMethod | null {
  const digits = number.replace(/[\s-]/g, '');
  return (Object.hasOwn(testCards, digits) && testCards[digits]) || null;
}

const next: Readonly<Record<PaymentStatus, readonly PaymentStatus[]>> = {
  PENDING: ['PROCESSING', 'COMPLETED', 'FAILED'],
  PROCESSING: ['PENDING', 'COMPLETED', 'FAILED', 'REFUNDED'],
  COMPLETED: ['REFUNDED'],
  // The money of an attempt that was given up came after all, and went back.
  FAILED: ['REFUNDED'],
  REFUNDED: [],
};

/** Whether a payment may go from one status to another. */
export const mayBecome = (from: PaymentStatus, to: PaymentStatus): boolean => next[from].includes(to);
