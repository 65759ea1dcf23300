/** A ticket as somebody holds it: its page, the link that opens it alone, and its paper. */
import { bytes, nothing, route } from '@festivals/contract';
import { z } from 'zod';
import { InFestival, TicketId } from '../primitives.ts';
import { Ticket } from './schemas.ts';
import { PrintChoice, TicketPaper } from './ticket-paper.ts';

const OnTicket = InFestival.extend({ ticketId: TicketId });
const Secret = z.string().min(20).max(100);
/** The order's secret or the ticket's own; left out by a buyer who is signed in. */
const MaybeSecret = z.object({ secret: Secret.optional() });

/** A ticket for whoever holds it. */
export const HeldTicket = Ticket.pick({ id: true, festivalId: true, ticketTypeId: true, holder: true, status: true })
  .extend({
    /** The kind that it is of its type as well: “Weekend, reduced”. */
    name: Ticket.shape.typeName,
    /** The text of the QR; null once it opens no gate any more. */
    code: z.string().nullable(),
    /** Whether it was made anew since, so that another one counts in its place. */
    replaced: z.boolean(),
    /** Its order, for the buyer alone. */
    order: z
      .object({
        id: z.uuid(),
        reference: z.string(),
        /** The tickets of it that count, in the order of its page. */
        ticketIds: z.array(TicketId),
        /** Whether a link opens this ticket alone. */
        shared: z.boolean(),
      })
      .nullable(),
  })
  .meta({ id: 'HeldTicket' });
export type HeldTicket = z.infer<typeof HeldTicket>;

export const viewTicket = route({
  method: 'GET',
  path: '/festivals/:festivalId/tickets/:ticketId',
  permission: 'public',
  summary: 'A ticket for its buyer (signed in, or with the order’s secret) or for whoever has its own link',
  params: OnTicket,
  query: MaybeSecret,
  response: HeldTicket,
  errors: ['general.not_found'],
});

export const ticketPdf = route({
  method: 'GET',
  path: '/festivals/:festivalId/tickets/:ticketId/ticket.pdf',
  permission: 'public',
  summary: 'A ticket as PDF for whoever may see its page',
  params: OnTicket,
  query: MaybeSecret.extend(PrintChoice.shape),
  response: bytes('application/pdf'),
  errors: ['general.not_found', 'ticketing.ticket_over'],
  limit: { times: 120, seconds: 60 },
});

export const shareTicket = route({
  method: 'PUT',
  path: '/festivals/:festivalId/tickets/:ticketId/link',
  permission: 'public',
  summary: 'Make a link that opens this ticket alone, in the place of the one before; the buyer’s to do',
  params: OnTicket,
  body: MaybeSecret.extend({
    /** What opens the ticket, made by the buyer’s device: 32 random bytes. Only its hash is kept. */
    link: z.base64url().length(43),
  }),
  response: nothing(),
  errors: ['general.not_found', 'ticketing.ticket_over'],
  limit: { times: 60, seconds: 60 },
});

export const unshareTicket = route({
  method: 'DELETE',
  path: '/festivals/:festivalId/tickets/:ticketId/link',
  permission: 'public',
  summary: 'Take the link back; the ticket stays what it is, and opens with its order alone',
  params: OnTicket,
  query: MaybeSecret,
  response: nothing(),
  errors: ['general.not_found'],
  limit: { times: 60, seconds: 60 },
});

export const TicketPaperChoice = z
  .object({ paper: TicketPaper, version: z.int().min(0) })
  .meta({ id: 'TicketPaperChoice' });

export const getTicketPaper = route({
  method: 'GET',
  path: '/festivals/:festivalId/ticket-paper',
  permission: 'ticketing.read',
  summary: 'What the festival’s tickets are printed on: in mails, and where a buyer chooses nothing else',
  params: InFestival,
  response: TicketPaperChoice,
});

export const saveTicketPaper = route({
  method: 'PUT',
  path: '/festivals/:festivalId/ticket-paper',
  permission: 'ticketing.edit',
  summary: 'Choose what tickets are printed on; `version` is the one that the change was made from, 0 at first',
  params: InFestival,
  body: TicketPaperChoice,
  response: TicketPaperChoice,
  errors: ['general.conflict'],
});
