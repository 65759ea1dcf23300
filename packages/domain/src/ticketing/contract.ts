import { bytes, nothing, page, PageQuery, queryBoolean, queryInteger, route } from '@festivals/contract';
import { z } from 'zod';
import {
  PaymentId,
  BasketId,
  Currency,
  Email,
  InFestival,
  Language,
  Line as OneLine,
  OrderId,
  TicketId,
  TicketTypeId,
} from '../primitives.ts';
import { SandboxMethod } from '../payments/schemas.ts';
import { payingErrors } from './paying-errors.ts';
import { Answers, Attendees } from './asked/schemas.ts';
import { Tiers, Variations } from './pricing/schemas.ts';
import { HoldWishes } from './pricing/wishes-schema.ts';
import { PrintChoice } from './ticket-paper.ts';
import { limitsAreReversed, windowIsReversed } from './rules.ts';
import { Basket, MyTicket, Offer, Order, OrderKind, OrderStatus, OrderSummary, Sales, TicketType } from './schemas.ts';

const Secret = z.string().min(20).max(100);
const WithSecret = z.object({ secret: Secret });
const OnOrder = InFestival.extend({ orderId: OrderId });
const OnType = InFestival.extend({ ticketTypeId: TicketTypeId });
const OnBasket = InFestival.extend({ basketId: BasketId });

const editable = TicketType.pick({
  name: true,
  description: true,
  price: true,
  vat: true,
  minPerOrder: true,
  maxPerOrder: true,
  maxPerPerson: true,
  order: true,
  hidden: true,
  disclosure: true,
  fewLeftBelow: true,
  onSaleFrom: true,
  onSaleUntil: true,
  namesPrice: true,
}).extend({
  tiers: Tiers,
  variations: Variations,
  name: TicketType.shape.name.refine((names) => Object.values(names).some((name) => name !== ''), {
    message: 'no_name',
  }),
  /** How many there are. */
  capacity: z.int().min(0).max(10_000_000),
});

type Contradicting = Parameters<typeof windowIsReversed>[0] & Parameters<typeof limitsAreReversed>[0];

/** Refuses what contradicts itself, as far as it is said; the rest is judged once the whole type is known. */
const consistent = <T extends z.ZodType<Contradicting>>(type: T) =>
  type
    .refine((given) => !windowIsReversed(given), { path: ['onSaleUntil'], message: 'ends_before_start' })
    .refine((given) => !limitsAreReversed(given), { path: ['minPerOrder'], message: 'above_maximum' });

export const NewTicketType = consistent(
  editable.extend({
    description: editable.shape.description.default({}),
    minPerOrder: editable.shape.minPerOrder.default(1),
    maxPerOrder: editable.shape.maxPerOrder.default(10),
    maxPerPerson: editable.shape.maxPerPerson.default(null),
    hidden: editable.shape.hidden.default(false),
    disclosure: editable.shape.disclosure.default('FEW'),
    fewLeftBelow: editable.shape.fewLeftBelow.default(20),
    order: editable.shape.order.default(0),
    onSaleFrom: editable.shape.onSaleFrom.default(null),
    onSaleUntil: editable.shape.onSaleUntil.default(null),
    tiers: Tiers.default([]),
    variations: Variations.default([]),
    namesPrice: editable.shape.namesPrice.default(false),
  }),
);

export const listTicketTypes = route({
  method: 'GET',
  path: '/festivals/:festivalId/ticket-types',
  permission: 'ticketing.read',
  summary: 'Ticket types with their quotas',
  params: InFestival,
  response: z.array(TicketType),
});

export const createTicketType = route({
  method: 'POST',
  path: '/festivals/:festivalId/ticket-types',
  permission: 'ticketing.edit',
  idempotent: true,
  summary: 'Add a ticket type with its own quota',
  params: InFestival,
  body: NewTicketType,
  response: TicketType,
  status: 201,
  errors: ['festival.unknown_vat_rate'],
});

export const updateTicketType = route({
  method: 'PATCH',
  path: '/festivals/:festivalId/ticket-types/:ticketTypeId',
  permission: 'ticketing.edit',
  summary: 'Change a ticket type; `version` is the one that the change was made from',
  params: OnType,
  body: z.object({
    version: z.int(),
    changes: consistent(editable.partial()),
  }),
  response: TicketType,
  errors: [
    'general.not_found',
    'general.conflict',
    'ticketing.quota_below_sold',
    'ticketing.sale_window_reversed',
    'ticketing.order_limits_reversed',
    'festival.unknown_vat_rate',
  ],
});

export const deleteTicketType = route({
  method: 'DELETE',
  path: '/festivals/:festivalId/ticket-types/:ticketTypeId',
  permission: 'ticketing.edit',
  summary: 'Take a ticket type away of which nothing was ever held or sold; one that was is hidden instead',
  params: OnType,
  query: z.object({ version: queryInteger().min(1) }),
  response: nothing(),
  errors: [
    'general.not_found',
    'general.conflict',
    'ticketing.type_sold',
    'ticketing.type_on_guest_list',
    'ticketing.type_in_bundle',
  ],
});

export const restoreTicketType = route({
  method: 'POST',
  path: '/festivals/:festivalId/ticket-types/:ticketTypeId/restoration',
  permission: 'ticketing.edit',
  summary: 'Bring a ticket type back that was taken away',
  params: OnType,
  response: TicketType,
  errors: ['general.not_found', 'general.conflict'],
});

export const listOffers = route({
  method: 'GET',
  path: '/festivals/:festivalId/offers',
  permission: 'public',
  summary: 'What the shop sells now',
  params: InFestival,
  response: z.array(Offer),
  errors: ['general.not_found'],
});

export const holdBasket = route({
  method: 'POST',
  path: '/festivals/:festivalId/baskets',
  permission: 'public',
  idempotent: true,
  summary: 'Hold tickets for fifteen minutes, all or nothing',
  params: InFestival,
  body: HoldWishes,
  response: Basket,
  status: 201,
  errors: [
    'general.not_found',
    'ticketing.sold_out',
    'ticketing.sales_closed',
    'ticketing.festival_over',
    'ticketing.too_many',
    'ticketing.too_few',
    'ticketing.variation_needed',
    'ticketing.price_below_least',
    'ticketing.price_changed',
    'ticketing.option_needs_ticket',
    'ticketing.code_unknown',
    'ticketing.code_not_now',
    'ticketing.code_spent',
    'ticketing.code_not_stackable',
    'ticketing.code_without_effect',
    'ticketing.vat_number_invalid',
    'ticketing.work_wanted',
  ],
  limit: { times: 600, seconds: 60, per: 'address' },
});

export const viewBasket = route({
  method: 'GET',
  path: '/festivals/:festivalId/baskets/:basketId',
  permission: 'public',
  summary: 'A held basket',
  params: OnBasket,
  query: WithSecret,
  response: Basket,
  errors: ['general.not_found'],
});

export const releaseBasket = route({
  method: 'DELETE',
  path: '/festivals/:festivalId/baskets/:basketId',
  permission: 'public',
  summary: 'Give held tickets back',
  params: OnBasket,
  query: WithSecret,
  response: nothing(),
  errors: ['general.not_found'],
});

export const placeOrder = route({
  method: 'POST',
  path: '/festivals/:festivalId/orders',
  permission: 'public',
  idempotent: true,
  summary: 'Turn a held basket into an order that awaits payment',
  params: InFestival,
  body: z.object({
    basketId: BasketId,
    secret: Secret,
    email: Email,
    name: OneLine(120),
    language: Language,
    /** Who comes with the tickets of a line, in any number up to its quantity; the buyer's name stands on the others. */
    holders: z
      .array(z.object({ lineNo: z.int().min(1).max(500), names: z.array(OneLine(120)).min(1).max(50) }))
      .max(50)
      .refine((all) => new Set(all.map(({ lineNo }) => lineNo)).size === all.length, { message: 'duplicates' })
      .default([]),
    /** What each who comes was asked; a name of theirs counts before the one among the holders. */
    attendees: Attendees.default([]),
    /** What the order was asked. */
    answers: Answers.default([]),
    /** In which other currency the price was shown as well; the order keeps at which rate. What is charged stays what it is. */
    shownIn: Currency.optional(),
  }),
  response: Order,
  status: 201,
  errors: [
    'general.not_found',
    'ticketing.hold_expired',
    'ticketing.order_closed',
    'ticketing.sales_closed',
    'ticketing.code_person_limit',
    'ticketing.person_limit',
    'ticketing.answers_wrong',
    'ticketing.asked_changed',
  ],
  limit: { times: 600, seconds: 60, per: 'address' },
});

export const payOrder = route({
  method: 'POST',
  path: '/festivals/:festivalId/orders/:orderId/payments',
  permission: 'public',
  idempotent: true,
  summary: 'Pay an order; a free order is confirmed without a method',
  params: OnOrder,
  body: z.object({ secret: Secret, method: SandboxMethod.optional() }),
  response: Order,
  errors: ['general.not_found', 'payments.declined', 'payments.way_not_offered', ...payingErrors],
  limit: { times: 600, seconds: 60, per: 'address' },
});

export const authenticatePayment = route({
  method: 'POST',
  path: '/festivals/:festivalId/orders/:orderId/payments/:paymentId/authentication',
  permission: 'public',
  summary: "Answer the sandbox bank's 3-D Secure question",
  idempotent: true,
  params: OnOrder.extend({ paymentId: PaymentId }),
  body: z.object({ secret: Secret, approve: z.boolean() }),
  response: Order,
  errors: [
    'general.not_found',
    'payments.declined',
    'payments.nothing_to_authenticate',
    'ticketing.order_closed',
    'ticketing.sales_closed',
    'ticketing.sold_out',
  ],
});

export const viewOrder = route({
  method: 'GET',
  path: '/festivals/:festivalId/orders/:orderId/summary',
  permission: 'public',
  summary: 'An order for whoever has its secret',
  params: OnOrder,
  query: WithSecret,
  response: Order,
  errors: ['general.not_found'],
});

export const orderTicketsPdf = route({
  method: 'GET',
  path: '/festivals/:festivalId/orders/:orderId/tickets.pdf',
  permission: 'public',
  summary: 'The tickets of a paid order as PDF, on A4 to be folded or on A6',
  params: OnOrder,
  query: WithSecret.extend(PrintChoice.shape),
  response: bytes('application/pdf'),
  errors: ['general.not_found', 'ticketing.not_paid', 'ticketing.no_tickets'],
  limit: { times: 120, seconds: 60 },
});

export const listMyTickets = route({
  method: 'GET',
  path: '/tickets/me',
  permission: 'signed_in',
  summary: 'My tickets in all festivals: those that my verified address bought',
  query: PageQuery,
  response: page(MyTicket),
});

export const myTicketPdf = route({
  method: 'GET',
  path: '/tickets/:ticketId/pdf',
  permission: 'signed_in',
  summary: 'One of my tickets as PDF',
  params: z.object({ ticketId: TicketId }),
  query: PrintChoice,
  response: bytes('application/pdf'),
  errors: ['general.not_found'],
  limit: { times: 120, seconds: 60 },
});

export const OrderSort = z.enum(['placed', 'name', 'total']);
export type OrderSort = z.infer<typeof OrderSort>;

export const OrderFilter = z.object({
  /** A part of the reference, the name or the address; accents do not matter. */
  search: z.string().trim().max(100).optional(),
  status: OrderStatus.optional(),
  kind: OrderKind.optional(),
  sort: OrderSort.default('placed'),
  descending: queryBoolean().default(true),
});

export const listOrders = route({
  method: 'GET',
  path: '/festivals/:festivalId/orders',
  permission: 'orders.read',
  summary: 'Orders, newest first unless said otherwise',
  params: InFestival,
  query: PageQuery.extend(OrderFilter.shape),
  response: page(OrderSummary),
});

export const getOrder = route({
  method: 'GET',
  path: '/festivals/:festivalId/orders/:orderId',
  permission: 'orders.read',
  summary: 'One order',
  params: OnOrder,
  response: Order,
  errors: ['general.not_found'],
});

export const getSales = route({
  method: 'GET',
  path: '/festivals/:festivalId/sales',
  permission: 'sales.read',
  summary: 'What was sold so far',
  params: InFestival,
  response: Sales,
});
