import type { Currency } from '@festivals/domain/primitives';
import type { SandboxMethod } from '@festivals/domain/payments/schemas';

export interface ChargeRequest {
  /** The payment's id: the provider answers the same key with the same charge. */
  key: string;
  /** Minor units. */
  amount: number;
  currency: Currency;
  method: SandboxMethod;
}

export type ChargeOutcome =
  | { status: 'succeeded' | 'processing' | 'requires_action' }
  | { status: 'declined'; reason: 'declined' | 'insufficient_funds' | 'authentication_failed' }
  | { status: 'refunded' };

/** What a payment provider can do for us. Called outside transactions, always with the payment's id as key. */
export interface PaymentProvider {
  name: 'sandbox';
  charge(request: ChargeRequest): Promise<ChargeOutcome>;
  /** What became of a charge; null when the provider never heard of it. */
  find(key: string): Promise<ChargeOutcome | null>;
  /** The payer's answer to the bank's question. */
  authenticate(key: string, approve: boolean): Promise<ChargeOutcome>;
  /** Gives a charge back, or `amount` minor units of it; a key that was used before gives nothing more. */
  refund(refund: { charge: string; key: string; amount?: number }): Promise<void>;
}
