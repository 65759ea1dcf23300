/** Refunds of a ticket type or of a whole festival: first what it comes to, then the run, which goes on whatever dies on the way. */
import { page, PageQuery, route } from '@festivals/contract';
import { z } from 'zod';
import { Cents, Currency, InFestival, Instant, Line, MassRefundId, OrderId, TicketTypeId } from '../primitives.ts';
import { RefundTerms } from './refund-contract.ts';

/** RUNNING ⇄ PAUSED, and from either STOPPED for good, or DONE when every order was seen to. */
export const MassRefundStatus = z.enum(['RUNNING', 'PAUSED', 'STOPPED', 'DONE']);
export type MassRefundStatus = z.infer<typeof MassRefundStatus>;

/** What is to be given back, and how. */
export const MassRefundScope = RefundTerms.extend({
  /** The type whose tickets go back; null for every ticket of the festival. */
  ticketTypeId: TicketTypeId.nullable(),
});

/** What it would come to now. */
export const MassRefundPlan = z
  .object({
    orders: z.int(),
    tickets: z.int(),
    /** What goes back, minor units. */
    amount: Cents,
    /** What is kept of it, minor units. */
    kept: Cents,
    currency: Currency,
    /** Tickets that somebody came in with: given back or left alone, as the terms say. */
    used: z.int(),
    /** Orders that are left alone, because a bank has taken their money back already: not among `orders`. */
    disputed: z.int(),
  })
  .meta({ id: 'MassRefundPlan' });
export type MassRefundPlan = z.infer<typeof MassRefundPlan>;

export const MassRefund = MassRefundScope.extend({
  id: MassRefundId,
  status: MassRefundStatus,
  reason: z.string(),
  currency: Currency,
  startedAt: Instant,
  /** When it was paused, stopped or done; else when it began. */
  changedAt: Instant,
  /** Orders: all that are to be seen to, those whose money went back or that had nothing left, and those that the provider refused or that are in dispute. */
  orders: z.int(),
  done: z.int(),
  failing: z.int(),
  /** What went back so far, minor units. */
  amount: Cents,
}).meta({ id: 'MassRefund' });
export type MassRefund = z.infer<typeof MassRefund>;

const OnMassRefund = InFestival.extend({ massRefundId: MassRefundId });

export const planMassRefund = route({
  method: 'POST',
  path: '/festivals/:festivalId/mass-refunds/plan',
  permission: 'orders.refund',
  summary: 'What a mass refund would come to: how many orders, how much; changes nothing',
  params: InFestival,
  body: MassRefundScope,
  response: MassRefundPlan,
  errors: ['general.not_found'],
});

export const startMassRefund = route({
  method: 'POST',
  path: '/festivals/:festivalId/mass-refunds',
  permission: 'orders.refund',
  idempotent: true,
  summary: 'Give back the tickets of a type or of the whole festival, order by order, each exactly once',
  params: InFestival,
  body: MassRefundScope.extend({
    /** Told to every buyer. */
    reason: Line(300),
    /** What the plan said when it was agreed to: if it comes to something else by now, nothing is begun. */
    expected: MassRefundPlan.pick({ orders: true, amount: true }),
  }),
  response: MassRefund,
  status: 201,
  errors: [
    'general.not_found',
    'ticketing.nothing_to_refund',
    'ticketing.refund_plan_changed',
    'ticketing.mass_refund_running',
  ],
});

export const listMassRefunds = route({
  method: 'GET',
  path: '/festivals/:festivalId/mass-refunds',
  permission: 'orders.read',
  summary: 'The mass refunds of a festival, the newest first',
  params: InFestival,
  response: z.array(MassRefund),
});

export const steerMassRefund = route({
  method: 'POST',
  path: '/festivals/:festivalId/mass-refunds/:massRefundId/course',
  permission: 'orders.refund',
  summary:
    'Pause a mass refund, go on with it, stop it, or try again what the provider refused and what was in dispute',
  params: OnMassRefund,
  body: z.object({ deed: z.enum(['pause', 'resume', 'stop', 'retry']) }),
  response: MassRefund,
  errors: ['general.not_found', 'ticketing.mass_refund_over', 'ticketing.mass_refund_running'],
});

/** An order whose money did not go back: yet, or because its bank has taken it back already. */
export const RefundFailure = z
  .object({
    orderId: OrderId,
    reference: z.string(),
    name: z.string(),
    amount: Cents,
    currency: Currency,
    /** The provider’s words, or the name of an error of ours. */
    reason: z.string(),
    /** How often the provider was asked; never where it was not. */
    attempts: z.int(),
    /** When it is tried again; null when it waits for somebody to look. */
    nextTryAt: Instant.nullable(),
  })
  .meta({ id: 'RefundFailure' });

export const listRefundFailures = route({
  method: 'GET',
  path: '/festivals/:festivalId/mass-refunds/:massRefundId/failures',
  permission: 'orders.read',
  summary: 'Orders of a mass refund whose money did not go back, with the reason',
  params: OnMassRefund,
  query: PageQuery,
  response: page(RefundFailure),
  errors: ['general.not_found'],
});
