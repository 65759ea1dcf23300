import type { OnlineProvider, PayerStep, ProviderName } from '@festivals/domain/payments/schemas';
import type { Currency } from '@festivals/domain/primitives';

/** A charge as we know it: our payment, and the provider's own name for it where it has one. */
export interface Charge {
  festivalId: string;
  paymentId: string;
  reference: string | null;
  /** Minor units. */
  amount: number;
  currency: Currency;
  /** The festival's own account, where one receives the money. */
  account: string | null;
}

/** Where a charge stands. `open` waits for the payer; `closed` can bring no money any more. */
export type ChargeOutcome =
  | { status: 'succeeded'; amount?: number; currency?: string }
  | { status: 'processing' | 'requires_action' }
  | { status: 'open'; reason: string | null }
  | { status: 'declined'; reason: string }
  | { status: 'closed'; reason: string }
  | { status: 'refunded' };

/** What every payment provider can do for us. Called outside transactions, each deed with a key that makes it happen once. */
export interface PaymentProvider {
  name: ProviderName;
  /** What became of a charge; null when the provider never heard of it. */
  find(charge: Charge): Promise<ChargeOutcome | null>;
  /** Gives a charge back, or `amount` minor units of it; a key that was used before gives nothing more. */
  refund(refund: { charge: Charge; key: string; amount?: number }): Promise<void>;
}

/** A charge that a provider is asked for. */
export interface ChargeToBegin extends Omit<Charge, 'reference'> {
  orderId: string;
  /** The platform's part, minor units; 0 without an account of the festival's own. */
  fee: number;
  /** What the payer reads: the festival, the order. */
  title: string;
  email: string;
  language: string;
  embedded: boolean;
  /** Where the payer comes back to. */
  returnTo: string;
}

/** What a provider tells of by itself. It is a knock at the door: what became of the thing is asked for. */
export interface ProviderNews {
  id: string;
  kind: string;
  about:
    | { what: 'charge'; references: readonly string[]; claims: { festivalId: string; paymentId: string } | null }
    | { what: 'dispute' | 'payout'; reference: string; account: string | null }
    | { what: 'nothing' };
}

/** A charge as the provider lists it, for reconciliation. */
export interface ListedCharge {
  references: readonly string[];
  paymentId: string | null;
  festivalId: string | null;
  status: 'succeeded' | 'open' | 'closed';
  amount: number;
  currency: string;
  refunded: number;
  at: Date;
}

/** What a provider kept of a charge for itself, or for the platform; null while it does not say. Minor units. */
export interface ChargeFees {
  provider: number;
  platform: number;
}

/** A payment that its payer's bank took back for as long as it is argued about. Minor units. */
export interface ProviderDispute {
  chargeReferences: readonly string[];
  claims: { festivalId: string; paymentId: string } | null;
  status: 'OPEN' | 'WON' | 'LOST';
  amount: number;
  currency: string;
  reason: string;
  answerBy: Date | null;
  /** Whether the money was taken back; a bank may only ask. */
  withdrawn: boolean;
  fee: number;
}

/** What a provider sent to a bank account: from which charges, net of its fees. Minor units. */
export interface ProviderPayout {
  failed: boolean;
  at: Date;
  currency: string;
  amount: number;
  /** `fees`: what was withheld from it and not told with the charges. */
  parts: readonly { festivalId: string; net: number; fees: number }[];
}

/** A provider that moves real money. */
export interface LiveProvider extends PaymentProvider {
  name: OnlineProvider;
  /** Its keys move real money. */
  live: boolean;
  /** Asks for a charge. No money can move before the payer has been led to it. */
  begin(charge: ChargeToBegin): Promise<{ reference: string }>;
  /** What the payer does now; `none` when there is nothing left to do. */
  step(charge: Charge): Promise<PayerStep>;
  /** Sees to it that a charge which was given up brings no money any more; one that succeeded already stays. */
  cancel(charge: Charge): Promise<void>;
  /** Verifies news on their raw bytes and reads them. @throws `payments.webhook_refused` */
  readNews(raw: Buffer, sent: NewsEnvelope): ProviderNews;
  fees(charge: Charge): Promise<ChargeFees | null>;
  dispute(reference: string, account: string | null): Promise<ProviderDispute | null>;
  /** Disputes of a charge of which its news say nothing. */
  disputesOf(charge: Charge): Promise<readonly string[]>;
  payout(reference: string, account: string | null): Promise<ProviderPayout | null>;
  /** Disputes and payouts since a moment that no news tell. */
  disputesSince(since: Date): Promise<readonly string[]>;
  payoutsSince(since: Date): Promise<readonly string[]>;
  /** Charges since a moment, newest first. */
  list(since: Date): AsyncIterable<ListedCharge>;
}

export interface NewsEnvelope {
  headers: Readonly<Record<string, string | string[] | undefined>>;
  query: { payment?: string | undefined; mac?: string | undefined };
  now: Date;
}

/** The provider could not be reached, or not tell: another may be tried before any money moved. */
export class ProviderDown extends Error {
  override readonly name = 'ProviderDown';
}
