/** What the team does with an order by hand: its story, notes, corrections, and its tickets one by one. */
import { bytes, nothing, route } from '@festivals/contract';
import { z } from 'zod';
import { Email, InFestival, Instant, Line, NoteId, OrderId, Text, TicketId } from '../primitives.ts';
import { Order } from './schemas.ts';
import { PrintChoice } from './ticket-paper.ts';

const OnOrder = InFestival.extend({ orderId: OrderId });
const OnTicket = OnOrder.extend({ ticketId: TicketId });

/** One thing that happened to an order, by the event's name; `by` is a person or a device, null for the buyer and for the house. */
export const OrderMoment = z
  .object({ id: z.uuid(), at: Instant, name: z.string(), by: z.string().nullable(), details: z.unknown() })
  .meta({ id: 'OrderMoment' });
export type OrderMoment = z.infer<typeof OrderMoment>;

export const OrderNote = z
  .object({
    id: NoteId,
    text: z.string(),
    pinned: z.boolean(),
    /** Whoever wrote it. */
    by: z.string().nullable(),
    at: Instant,
  })
  .meta({ id: 'OrderNote' });
export type OrderNote = z.infer<typeof OrderNote>;

export const getOrderStory = route({
  method: 'GET',
  path: '/festivals/:festivalId/orders/:orderId/story',
  permission: 'orders.read',
  summary: 'Everything that happened to an order, oldest first, and what was noted about it, pinned first',
  params: OnOrder,
  response: z.object({ moments: z.array(OrderMoment), notes: z.array(OrderNote) }),
  errors: ['general.not_found'],
});

export const addOrderNote = route({
  method: 'POST',
  path: '/festivals/:festivalId/orders/:orderId/notes',
  permission: 'orders.edit',
  idempotent: true,
  summary: 'Note something about an order, for the team alone',
  params: OnOrder,
  body: z.object({ text: Text(2000).refine((text) => text !== '', { message: 'empty' }), pinned: z.boolean() }),
  response: OrderNote,
  status: 201,
  errors: ['general.not_found'],
});

export const pinOrderNote = route({
  method: 'PATCH',
  path: '/festivals/:festivalId/orders/:orderId/notes/:noteId',
  permission: 'orders.edit',
  summary: 'Keep a note on top, or no longer',
  params: OnOrder.extend({ noteId: NoteId }),
  body: z.object({ pinned: z.boolean() }),
  response: OrderNote,
  errors: ['general.not_found'],
});

export const correctOrder = route({
  method: 'PATCH',
  path: '/festivals/:festivalId/orders/:orderId',
  permission: 'orders.edit',
  summary: 'Correct whose order it is; what it was when the change was made is sent along, and a reason',
  params: OnOrder,
  body: z
    .object({
      was: z.object({ name: z.string().max(200), email: z.string().max(300) }),
      name: Line(120),
      /** Empty only where there was none: at the desk people leave no address. */
      email: z.union([Email, z.literal('')]),
      reason: Line(300),
    })
    .refine(({ was, email }) => email !== '' || was.email === '', { path: ['email'], message: 'too_small' }),
  response: Order,
  errors: ['general.not_found', 'general.conflict'],
});

export const cancelOrder = route({
  method: 'POST',
  path: '/festivals/:festivalId/orders/:orderId/cancellation',
  permission: 'orders.edit',
  idempotent: true,
  summary: 'Give up an order that nobody has paid: its places are free at once, and its buyer hears why',
  params: OnOrder,
  body: z.object({ reason: Line(300) }),
  response: Order,
  errors: ['general.not_found', 'ticketing.already_paid', 'ticketing.order_closed', 'payments.in_progress'],
});

export const mailOrder = route({
  method: 'POST',
  path: '/festivals/:festivalId/orders/:orderId/mails',
  permission: 'orders.edit',
  idempotent: true,
  summary: 'Send the mail of a paid order to its buyer again: its tickets, or what else was bought',
  params: OnOrder,
  body: z.object({}),
  response: nothing(),
  errors: ['general.not_found', 'ticketing.not_paid', 'ticketing.order_without_email'],
});

export const handOutTickets = route({
  method: 'GET',
  path: '/festivals/:festivalId/orders/:orderId/print',
  permission: 'orders.read',
  summary: 'The tickets of an order that still open a gate as PDF, for the team to hand out',
  params: OnOrder,
  query: PrintChoice,
  response: bytes('application/pdf'),
  errors: ['general.not_found', 'ticketing.not_paid', 'ticketing.no_tickets'],
  limit: { times: 120, seconds: 60 },
});

export const renameHolder = route({
  method: 'PATCH',
  path: '/festivals/:festivalId/orders/:orderId/tickets/:ticketId',
  permission: 'orders.edit',
  summary: "Write another holder's name on a ticket; `was` is the name that the change was made from",
  params: OnTicket,
  body: z.object({ was: z.string().max(200), holder: Line(120) }),
  response: Order,
  errors: ['general.not_found', 'general.conflict', 'ticketing.ticket_used', 'ticketing.ticket_over'],
});

export const reissueTicket = route({
  method: 'POST',
  path: '/festivals/:festivalId/orders/:orderId/tickets/:ticketId/reissue',
  permission: 'orders.edit',
  idempotent: true,
  summary: 'Make a ticket anew: the old code opens no gate any more, the new one does and is mailed to the buyer',
  params: OnTicket,
  body: z.object({ reason: Line(300) }),
  response: Order,
  errors: ['general.not_found', 'ticketing.ticket_used', 'ticketing.ticket_over'],
});

export const cancelTicket = route({
  method: 'POST',
  path: '/festivals/:festivalId/orders/:orderId/tickets/:ticketId/cancellation',
  permission: 'orders.edit',
  idempotent: true,
  summary: 'Take a ticket back without giving money back; its place is free again',
  params: OnTicket,
  body: z.object({ reason: Line(300) }),
  response: Order,
  errors: ['general.not_found', 'ticketing.ticket_used', 'ticketing.ticket_over'],
});
