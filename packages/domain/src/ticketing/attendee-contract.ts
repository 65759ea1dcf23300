/** Everyone who comes: each ticket with its holder, as the team looks for them. */
import { page, PageQuery, queryBoolean, route } from '@festivals/contract';
import { z } from 'zod';
import { InFestival, Instant, Localised, OrderId, TicketId, TicketTypeId } from '../primitives.ts';
import { OrderKind, TicketStatus } from './schemas.ts';

/** VALID opens a gate, USED has opened one, REVOKED does no more: taken back, made anew or refunded. */
export const AttendeeState = z.enum(['VALID', 'USED', 'REVOKED']);
export type AttendeeState = z.infer<typeof AttendeeState>;

export const Attendee = z
  .object({
    ticketId: TicketId,
    holder: z.string(),
    state: AttendeeState,
    status: TicketStatus,
    ticketTypeId: TicketTypeId,
    typeName: Localised(80),
    orderId: OrderId,
    reference: z.string(),
    kind: OrderKind,
    /** Whose order it is. */
    buyer: z.string(),
    email: z.string(),
    issuedAt: Instant,
  })
  .meta({ id: 'Attendee' });
export type Attendee = z.infer<typeof Attendee>;

export const AttendeeSort = z.enum(['issued', 'holder']);
export type AttendeeSort = z.infer<typeof AttendeeSort>;

export const AttendeeFilter = z.object({
  /** A part of the holder's name, or whatever finds the order: reference, buyer, address, a ticket's number. */
  search: z.string().trim().max(100).optional(),
  state: AttendeeState.optional(),
  ticketTypeId: TicketTypeId.optional(),
  sort: AttendeeSort.default('issued'),
  descending: queryBoolean().default(true),
});

export const listAttendees = route({
  method: 'GET',
  path: '/festivals/:festivalId/attendees',
  permission: 'orders.read',
  summary: 'Tickets with whoever holds them, the newest first unless said otherwise',
  params: InFestival,
  query: PageQuery.extend(AttendeeFilter.shape),
  response: page(Attendee),
});

/** How a file's one filter names a state and a type: either, or both with a space between. */
export const attendeesOnly = ({
  state,
  ticketTypeId,
}: {
  state?: string | undefined;
  ticketTypeId?: string | undefined;
}) => [state, ticketTypeId].filter(Boolean).join(' ') || undefined;

/** What a file's filter names; null for what is none. */
export function readAttendeesOnly(
  only: string,
): Pick<z.output<typeof AttendeeFilter>, 'state' | 'ticketTypeId'> | null {
  const [first = '', second, ...more] = only.split(' ');
  const state = AttendeeState.safeParse(first).data;
  const type = state === undefined ? first : second;
  const ticketTypeId = type === undefined ? undefined : TicketTypeId.safeParse(type).data;
  if (
    more.length > 0 ||
    (type !== undefined && ticketTypeId === undefined) ||
    (state === undefined && second !== undefined)
  )
    return null;
  return { ...(state && { state }), ...(ticketTypeId && { ticketTypeId }) };
}
