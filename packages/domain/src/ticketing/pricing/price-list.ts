/** What a price is made of: everything that the rules of pricing ask of a festival, a buyer and their wishes. Pure. */
import type { FestivalStatus } from '../../festival/contract.ts';
import type { AutomaticDiscount, Bundle, Fee, PriceRules, Tier, Variation } from './schemas.ts';

/** Something that is counted, with what is free of it just now. */
export interface Counted {
  quotaId: string;
  free: number;
}

/** A step of a type's price; `stock` where it ends after so many. */
export type OpenTier = Pick<Tier, 'id' | 'price' | 'until'> & { stock: Counted | null };
export type OpenVariation = Pick<Variation, 'id' | 'name' | 'price'> & { stock: Counted | null };

/** What a hold needs to know of a ticket type. */
export interface TypeOnSale {
  id: string;
  quotaId: string;
  name: object;
  /** Minor units: the last step of its price; the least where the buyer names it. */
  price: number;
  vat: number;
  minPerOrder: number;
  maxPerOrder: number;
  /** Sold to nobody but with a code that opens it. */
  hidden: boolean;
  onSaleFrom: string | null;
  onSaleUntil: string | null;
  tiers?: readonly OpenTier[];
  variations?: readonly OpenVariation[];
  /** The buyer says what it is worth to them, from `price` up. */
  namesPrice?: boolean;
}

export interface OptionOnSale {
  id: string;
  /** Null where there are as many as are wanted. */
  quotaId: string | null;
  name: object;
  price: number;
  vat: number;
  needsTicket: boolean;
  most: number;
  ticketTypeIds: readonly string[];
}

/** A promo code as it stands now. */
export interface CodeOnSale {
  id: string;
  code: string;
  effect: 'NONE' | 'PERCENT' | 'AMOUNT' | 'FIXED_PRICE';
  /** Basis points for PERCENT, minor units otherwise. */
  value: number;
  /** Whether an AMOUNT is taken off each ticket or once off the order. */
  per: 'TICKET' | 'ORDER';
  /** The types that it makes cheaper; none named is all. */
  ticketTypeIds: readonly string[];
  /** Hidden types that it opens. */
  opens: readonly string[];
  /** How many tickets of an order it makes cheaper at most, the dearest first; null is all. */
  mostTickets: number | null;
  validFrom: string | null;
  validUntil: string | null;
  /** Whether another code may be used beside it, and whether tickets that a discount made cheaper become cheaper still. */
  stacks: boolean;
  withDiscounts: boolean;
  disabled: boolean;
  /** How often it may be used, one order being one use, and what it may cost; null is without end. */
  uses: Counted | null;
  budget: Counted | null;
}

/** A festival's prices at a moment. */
export interface PriceList {
  festival: FestivalStatus;
  /** Whether its last night has ended: nothing is sold any more, whatever its sale windows say. */
  isOver: boolean;
  /** Where the festival takes place, ISO 3166-1 alpha-2. */
  country: string;
  rules: PriceRules;
  types: readonly TypeOnSale[];
  options: readonly OptionOnSale[];
  /** From when each of the festival's ticket types is on sale, null for one that always is: read where no ticket is wished for. */
  saleStarts?: readonly (string | null)[];
}

export interface Wish {
  ticketTypeId: string;
  quantity: number;
  variationId?: string | undefined;
  /** What the buyer gives for each, minor units, where they name the price. */
  price?: number | undefined;
}

/** What somebody would like to buy. */
export interface Wishes {
  items: readonly Wish[];
  bundles?: readonly { bundleId: string; quantity: number }[] | undefined;
  options?: readonly { optionId: string; quantity: number }[] | undefined;
  /** Given without anything in return, minor units. */
  donation?: number | undefined;
}

/** What of a buyer changes a price. `vatNumber` is one that was checked; `name` is the company's, as it says. */
export interface Buyer {
  country: string;
  vatNumber: string;
  name?: string | undefined;
}

export type { AutomaticDiscount, Bundle, Fee, PriceRules };

/** Why something costs less: what took how much off a whole line, minor units. */
export interface Why {
  kind: 'BUNDLE' | 'DISCOUNT' | 'CODE';
  id: string;
  amount: number;
}

/** The same, called by its name; a code is called by itself. */
export interface NamedWhy extends Why {
  name: object | null;
  code: string | null;
}

/** A position of a basket: `quantity` times `unitPrice`, each unit at exactly that price. */
export interface OrderLine {
  kind: 'TICKET' | 'OPTION' | 'FEE' | 'DONATION';
  /** The type, option or fee that it is; null for a donation. */
  id: string | null;
  variationId: string | null;
  tierId: string | null;
  bundleId: string | null;
  quotaId: string | null;
  name: object;
  quantity: number;
  /** Before anything was taken off, VAT included, each. */
  listPrice: number;
  /** What is paid, VAT included, each. */
  unitPrice: number;
  vat: number;
  /** The tax within the line, in minor units. */
  vatAmount: number;
  why: NamedWhy[];
}

/** What of something counted an order takes beside the places of its lines: uses and budgets of codes, stock of price steps. */
export interface Claim {
  /** What runs out with it: a step gives way to the next one, a variation is sold out, a code is spent. */
  of: 'STEP' | 'VARIATION' | 'CODE';
  quotaId: string;
  places: number;
  /** The code whose use or budget it is; null for a step or a variation. */
  code: string | null;
}

export type PriceRefusal =
  | 'general.not_found'
  | 'ticketing.sales_closed'
  | 'ticketing.festival_over'
  | 'ticketing.too_many'
  | 'ticketing.too_few'
  | 'ticketing.variation_needed'
  | 'ticketing.price_below_least'
  | 'ticketing.option_needs_ticket'
  | 'ticketing.code_unknown'
  | 'ticketing.code_not_now'
  | 'ticketing.code_spent'
  | 'ticketing.code_not_stackable'
  | 'ticketing.code_without_effect';

export interface PricedOrder {
  ok: true;
  lines: OrderLine[];
  claims: Claim[];
  /** The codes that were used, by id, with what each took off. */
  codes: { id: string; code: string; amount: number }[];
  discount: number;
  fees: number;
  vatAmount: number;
  total: number;
  /** The buyer owes the tax to their own state (directive 2006/112/EC, article 194). */
  reverseCharge: boolean;
}

export type PriceVerdict = PricedOrder | { ok: false; code: PriceRefusal; data: Record<string, unknown> };
