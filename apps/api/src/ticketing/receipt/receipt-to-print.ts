import type { Contact } from '@festivals/domain/festival/details';
import type { ProviderName } from '@festivals/domain/payments/schemas';
import type { Buyer } from '@festivals/domain/ticketing/pricing/price-list';
import type { z } from 'zod';
import type { StoredOrder } from '../orders/order-view.ts';

/** What was given back of an order, minor units. */
export interface GivenBack {
  amount: number;
  /** The tax within it. */
  vatAmount: number;
  /** What of it was more or less in coins. */
  rounding: number;
  /** When it was given back; while it is on its way, since when. */
  at: string;
  done: boolean;
}

/** What the books say of an order's money. */
export interface OrderMoney {
  /** By which way the payment came that paid it. */
  provider: z.infer<typeof ProviderName>;
  /** What was paid more or less in coins, minor units. */
  rounding: number;
  refunds: GivenBack[];
}

/** A paid order as its receipt tells of it. */
export interface ReceiptToPrint
  extends Pick<StoredOrder, 'reference' | 'name' | 'email' | 'currency' | 'lines' | 'total' | 'placedAt'>, OrderMoney {
  paidAt: string;
  /** The company that owes the tax itself, where one does. */
  company: Buyer | null;
  seller: Contact;
}
