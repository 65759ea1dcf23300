/** What the double's bank knows: intents, pages, refunds, disputes, payouts. */
import { randomBytes } from 'node:crypto';
import type { IntentCreate, SessionCreate } from './stripe-shapes.ts';

export interface Intent {
  id: string;
  object: 'payment_intent';
  amount: number;
  amount_received: number;
  currency: string;
  status: 'requires_payment_method' | 'requires_action' | 'processing' | 'succeeded' | 'canceled';
  client_secret: string;
  cancellation_reason: string | null;
  last_payment_error: { code: string; decline_code?: string } | null;
  metadata: Record<string, string>;
  created: number;
  latest_charge: PaidCharge | null;
  transfer_data: { destination: string } | null;
  application_fee_amount: number | null;
}

interface PaidCharge {
  id: string;
  object: 'charge';
  payment_intent: string;
  refunded: boolean;
  amount_refunded: number;
  application_fee_amount: number | null;
  metadata: Record<string, string>;
  /** Told to whoever asks for them. */
  refunds: Refund[];
  balance_transaction: { id: string; object: 'balance_transaction'; currency: string; amount: number; fee: number };
}

export interface Page {
  id: string;
  object: 'checkout.session';
  status: 'open' | 'complete' | 'expired';
  url: string | null;
  payment_intent: string | null;
  metadata: Record<string, string>;
  made: SessionCreate;
}

export interface Refund {
  id: string;
  object: 'refund';
  payment_intent: string;
  amount: number;
  status: 'succeeded' | 'failed';
  metadata: Record<string, string>;
}

const named = (kind: string) => `${kind}_${randomBytes(12).toString('hex')}`;
const seconds = () => Math.floor(Date.now() / 1000);

/** Stripe's own fee in Europe: 1.5 % and 25 cents (stripe.com/pricing). */
const feeOf = (amount: number) => Math.round(amount * 0.015) + 25;

export class StripeBook {
  readonly intents = new Map<string, Intent>();
  readonly pages = new Map<string, Page>();
  readonly refunds = new Map<string, Refund>();
  /** Objects of other kinds that a test puts in: disputes, payouts. */
  readonly others = new Map<string, { id: string; object: string } & Record<string, unknown>>();
  readonly balanceOf = new Map<string, object[]>();

  addIntent(wanted: Pick<IntentCreate, 'amount' | 'currency'> & Partial<IntentCreate>): Intent {
    const id = named('pi');
    const intent: Intent = {
      id,
      object: 'payment_intent',
      amount: wanted.amount,
      amount_received: 0,
      currency: wanted.currency,
      status: 'requires_payment_method',
      client_secret: `${id}_secret_${randomBytes(9).toString('hex')}`,
      cancellation_reason: null,
      last_payment_error: null,
      metadata: wanted.metadata ?? {},
      created: seconds(),
      latest_charge: null,
      transfer_data: wanted.transfer_data ?? null,
      application_fee_amount: wanted.application_fee_amount ?? null,
    };
    this.intents.set(id, intent);
    return intent;
  }

  addPage(made: SessionCreate, origin: string): Page {
    const id = named('cs_test');
    const page: Page = {
      id,
      object: 'checkout.session',
      status: 'open',
      url: `${origin}/pay/${id}`,
      payment_intent: null,
      metadata: made.metadata ?? {},
      made,
    };
    this.pages.set(id, page);
    return page;
  }

  /** The intent of a page, which comes to be when its payer does something. */
  intentOf(page: Page): Intent {
    const known = page.payment_intent === null ? undefined : this.intents.get(page.payment_intent);
    if (known) return known;
    const { quantity, price_data: price } = page.made.line_items[0];
    const intent = this.addIntent({
      amount: price.unit_amount * quantity,
      currency: price.currency,
      ...page.made.payment_intent_data,
    });
    page.payment_intent = intent.id;
    return intent;
  }

  refuse(intent: Intent, code: string): void {
    intent.status = 'requires_payment_method';
    intent.last_payment_error = { code: 'card_declined', decline_code: code };
  }

  succeed(intent: Intent): void {
    intent.status = 'succeeded';
    intent.amount_received = intent.amount;
    intent.last_payment_error = null;
    const { amount, currency, metadata, application_fee_amount } = intent;
    intent.latest_charge = {
      id: named('ch'),
      object: 'charge',
      payment_intent: intent.id,
      refunded: false,
      amount_refunded: 0,
      application_fee_amount,
      metadata,
      refunds: [],
      balance_transaction: { id: named('txn'), object: 'balance_transaction', currency, amount, fee: feeOf(amount) },
    };
  }

  addRefund(intent: Intent, amount: number, metadata: Record<string, string>): Refund {
    const refund: Refund = {
      id: named('re'),
      object: 'refund',
      payment_intent: intent.id,
      amount,
      status: 'succeeded',
      metadata,
    };
    this.refunds.set(refund.id, refund);
    const paid = intent.latest_charge;
    if (paid) {
      paid.refunds.unshift(refund);
      paid.amount_refunded += amount;
      paid.refunded = paid.amount_refunded >= intent.amount;
    }
    return refund;
  }
}
