import { z } from 'zod';
import { Presentment } from '../payments/presentment-schemas.ts';
import { Payment } from '../payments/schemas.ts';
import { TierSeen, VariationSeen } from './pricing/schemas.ts';
import {
  Amount,
  BasisPoints,
  BasketId,
  Cents,
  Currency,
  FestivalId,
  Instant,
  Localised,
  OrderId,
  Price,
  QuotaId,
  TicketId,
  TicketTypeId,
} from '../primitives.ts';

const saleWindow = { onSaleFrom: Instant.nullable(), onSaleUntil: Instant.nullable() };

/**
 * How precisely the shop says what is left: the number; only that few are left, from a threshold down; only whether there are any.
 */
export const Disclosure = z.enum(['EXACT', 'FEW', 'NONE']);
export type Disclosure = z.infer<typeof Disclosure>;

/** A kind of ticket as the office sees it. */
export const TicketType = z
  .object({
    id: TicketTypeId,
    name: Localised(80),
    description: Localised(500),
    price: Price,
    /** Included in the price. */
    vat: BasisPoints,
    minPerOrder: z.int().min(1).max(50),
    maxPerOrder: z.int().min(1).max(50),
    /** How many of it one address or account may have in all orders of the shop together; null is without end. */
    maxPerPerson: z.int().min(1).max(100).nullable(),
    order: z.int(),
    /** Neither shown nor sold. */
    hidden: z.boolean(),
    disclosure: Disclosure,
    /** Fewer than this are few. Told to nobody outside the team. */
    fewLeftBelow: z.int().min(1).max(10_000),
    ...saleWindow,
    /** Steps of its price: the first that has not ended is what it costs, then `price`. */
    tiers: z.array(TierSeen),
    variations: z.array(VariationSeen),
    /** The buyer says what they give, from `price` up. */
    namesPrice: z.boolean(),
    quota: z.object({ id: QuotaId, capacity: z.int().min(0), sold: z.int(), held: z.int() }),
    version: z.int(),
  })
  .meta({ id: 'TicketType' });
export type TicketType = z.infer<typeof TicketType>;

/** A kind of ticket as the shop shows it; `left` is null unless the organiser lets the number be known, or there is none. */
export const Offer = z
  .object({
    id: TicketTypeId,
    name: Localised(80),
    description: Localised(500),
    /** What one costs now: VAT and all fees per ticket are in it. */
    price: Amount,
    /** The fees within the price. */
    fee: Amount,
    /** The step that the price is of, until when, and how many are left at it where that may be known; null at the type's own price. */
    tier: z
      .object({ name: Localised(60), until: Instant.nullable(), left: z.int().nullable(), next: Cents })
      .nullable(),
    /** Kinds of it, with their prices, fees included. One is chosen where there are any. */
    variations: z.array(z.object({ id: z.uuid(), name: Localised(60), price: Amount, available: z.boolean() })),
    namesPrice: z.boolean(),
    currency: Currency,
    vat: BasisPoints,
    minPerOrder: z.int(),
    maxPerOrder: z.int(),
    /** How many of it one person may have in all their orders together; null is without end. */
    maxPerPerson: z.int().nullable(),
    /** The heading that it stands below. */
    group: Localised(60).nullable(),
    ...saleWindow,
    availability: z.enum(['AVAILABLE', 'FEW_LEFT', 'SOLD_OUT', 'NOT_YET', 'CLOSED']),
    left: z.int().nullable(),
    /** What may be added to it, by name. */
    options: z.array(z.object({ id: z.uuid(), name: Localised(80), price: Price })),
  })
  .meta({ id: 'Offer' });
export type Offer = z.infer<typeof Offer>;

/** A position of a basket or an order. Every unit of it costs `unitPrice` exactly. */
export const Line = z.object({
  lineNo: z.int(),
  kind: z.enum(['TICKET', 'OPTION', 'FEE', 'DONATION']),
  /** The type of a ticket. */
  ticketTypeId: TicketTypeId.nullable(),
  /** The option or fee that it is. */
  itemId: z.uuid().nullable(),
  variationId: z.uuid().nullable(),
  tierId: z.uuid().nullable(),
  bundleId: z.uuid().nullable(),
  name: Localised(200),
  quantity: z.int().min(1),
  /** Each, VAT included, before anything was taken off. */
  listPrice: Amount,
  /** Each, VAT included. */
  unitPrice: Amount,
  vat: BasisPoints,
  /** The tax within the line. */
  vatAmount: Amount,
  /** What took how much off the whole line. */
  why: z.array(
    z.object({
      kind: z.enum(['BUNDLE', 'DISCOUNT', 'CODE']),
      id: z.string(),
      amount: Cents,
      /** How it is called; a code is called by itself. */
      name: Localised(80).nullable(),
      code: z.string().nullable(),
    }),
  ),
});
export type Line = z.infer<typeof Line>;

export const BasketStatus = z.enum(['HELD', 'ORDERED', 'RELEASED']);
export const Basket = z
  .object({
    id: BasketId,
    status: BasketStatus,
    expiresAt: Instant,
    currency: Currency,
    lines: z.array(Line),
    total: Cents,
  })
  .meta({ id: 'Basket' });
export type Basket = z.infer<typeof Basket>;

export const TicketStatus = z.enum(['RESERVED', 'SOLD', 'USED', 'CANCELLED', 'REFUNDED']);
export const Ticket = z
  .object({
    id: TicketId,
    festivalId: FestivalId,
    orderId: OrderId,
    ticketTypeId: TicketTypeId,
    /** The line of its order that it was bought with. */
    lineNo: z.int(),
    typeName: Localised(80),
    holder: z.string(),
    status: TicketStatus,
    /** The text of the QR (`ticketing/ticket-code.ts`); empty once it opens no gate any more. */
    code: z.string(),
  })
  .meta({ id: 'Ticket' });
export type Ticket = z.infer<typeof Ticket>;

/** AWAITING_PAYMENT → PAID → REFUNDED, or EXPIRED / CANCELLED. */
export const OrderStatus = z.enum(['AWAITING_PAYMENT', 'PAID', 'EXPIRED', 'CANCELLED', 'REFUNDED']);
export type OrderStatus = z.infer<typeof OrderStatus>;

export const Order = z
  .object({
    id: OrderId,
    festivalId: FestivalId,
    /** What people say on the telephone: eight letters and digits. */
    reference: z.string(),
    status: OrderStatus,
    email: z.string(),
    name: z.string(),
    currency: Currency,
    lines: z.array(Line),
    total: Cents,
    placedAt: Instant,
    payUntil: Instant,
    paidAt: Instant.nullable(),
    payment: Payment.nullable(),
    /** As what the total was shown in another currency; left out where it was not. */
    presentment: Presentment.optional(),
    tickets: z.array(Ticket),
  })
  .meta({ id: 'Order' });
export type Order = z.infer<typeof Order>;

/** Bought in the shop, given to somebody on a guest list, or sold by the team at its desk. */
export const OrderKind = z.enum(['SALE', 'INVITATION', 'DESK']);
export type OrderKind = z.infer<typeof OrderKind>;

export const OrderSummary = Order.pick({
  id: true,
  reference: true,
  status: true,
  email: true,
  name: true,
  currency: true,
  total: true,
  placedAt: true,
})
  .extend({ kind: OrderKind, ticketCount: z.int() })
  .meta({ id: 'OrderSummary' });

/** A ticket as its holder keeps it: with what is needed to read it years later without network. */
export const MyTicket = Ticket.extend({
  festival: z.object({
    name: z.string(),
    slug: z.string(),
    startsOn: z.string(),
    endsOn: z.string(),
    zone: z.string(),
    city: z.string(),
    /** As the festival wears it today; by name, since a ticket is kept for longer than any palette. */
    theme: z.object({ seed: z.int(), palette: z.string(), artwork: z.string().optional() }),
  }),
}).meta({ id: 'MyTicket' });
export type MyTicket = z.infer<typeof MyTicket>;

/** What was sold so far, per type and in all. */
export const Sales = z
  .object({
    currency: Currency,
    revenue: Cents,
    orders: z.int(),
    types: z.array(
      z.object({
        ticketTypeId: TicketTypeId,
        name: Localised(80),
        capacity: z.int(),
        sold: z.int(),
        held: z.int(),
        revenue: Cents,
      }),
    ),
    /** Sold per day, oldest first, for the last thirty days with sales. */
    days: z.array(z.object({ day: z.iso.date(), tickets: z.int(), revenue: Cents })),
  })
  .meta({ id: 'Sales' });
