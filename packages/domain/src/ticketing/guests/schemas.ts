/** Guest lists and whoever is on them, as the office sees them. */
import { z } from 'zod';
import { Email, Instant, Language, Line, Localised, OrderId, PersonId, Text, TicketTypeId } from '../../primitives.ts';

export const GuestListId = z.uuid().toLowerCase().brand('GuestListId').meta({ id: 'GuestListId' });
export type GuestListId = z.infer<typeof GuestListId>;
export const GuestId = z.uuid().toLowerCase().brand('GuestId').meta({ id: 'GuestId' });
export type GuestId = z.infer<typeof GuestId>;

/** Whom a list is for. */
export const GuestPurpose = z.enum(['ARTIST', 'CREW', 'PARTNER', 'PRESS', 'OTHER']);
export type GuestPurpose = z.infer<typeof GuestPurpose>;

/** How many guests may bring at most, themselves left out. */
export const mostCompanions = 20;

export const GuestList = z
  .object({
    id: GuestListId,
    name: z.string(),
    purpose: GuestPurpose,
    note: z.string(),
    /** Somebody of the team who may fill it without being allowed to make lists. */
    owner: z.object({ id: PersonId, name: z.string() }).nullable(),
    ticketTypeId: TicketTypeId,
    typeName: Localised(80),
    /** How many may come by it. */
    places: z.int().min(1).max(10_000),
    /** Until when invitations are answered; without one, until the festival is over. */
    deadline: Instant.nullable(),
    /** In places: entered and not asked yet, held by open invitations, with tickets, declined, come in. */
    waiting: z.int(),
    invited: z.int(),
    confirmed: z.int(),
    declined: z.int(),
    arrived: z.int(),
    /** Of the type, how many places are still free for anybody. */
    freeOfType: z.int(),
    version: z.int(),
  })
  .meta({ id: 'GuestList' });
export type GuestList = z.infer<typeof GuestList>;

export const NewGuestList = z.object({
  name: Line(80),
  purpose: GuestPurpose,
  note: Text(500).default(''),
  ownerId: PersonId.nullable().default(null),
  ticketTypeId: TicketTypeId,
  places: GuestList.shape.places,
  deadline: Instant.nullable().default(null),
});

/**
 * WAITING is entered only; INVITED holds places until it is answered or its time is over (EXPIRED); CONFIRMED has tickets;
 * REVOKED had a place and was taken off.
 */
export const GuestState = z.enum(['WAITING', 'INVITED', 'EXPIRED', 'CONFIRMED', 'DECLINED', 'REVOKED']);
export type GuestState = z.infer<typeof GuestState>;

export const Guest = z
  .object({
    id: GuestId,
    name: z.string(),
    email: z.string().nullable(),
    companions: z.int().min(0).max(mostCompanions),
    note: z.string(),
    state: GuestState,
    /** Until when the invitation can be answered. */
    expiresAt: Instant.nullable(),
    invitedAt: Instant.nullable(),
    answeredAt: Instant.nullable(),
    orderId: OrderId.nullable(),
    reference: z.string().nullable(),
    /** Tickets that open a gate or have opened one, and how many came in. */
    tickets: z.int(),
    arrived: z.int(),
    version: z.int(),
  })
  .meta({ id: 'Guest' });
export type Guest = z.infer<typeof Guest>;

export const NewGuest = z.object({
  name: Line(120),
  email: Email.nullable().default(null),
  companions: Guest.shape.companions.default(0),
  note: Text(200).default(''),
});
export type NewGuest = z.infer<typeof NewGuest>;

/** What whoever opens an invitation is shown. */
export const GuestInvitation = z
  .object({
    festival: z.object({ id: z.string(), slug: z.string(), name: z.string() }),
    listName: z.string(),
    typeName: Localised(80),
    name: z.string(),
    /** How many may come, the guest included. */
    places: z.int(),
    state: z.enum(['OPEN', 'EXPIRED', 'ACCEPTED', 'DECLINED']),
    expiresAt: Instant.nullable(),
    /** What opens the order and its tickets, once they are there. */
    order: z.object({ id: OrderId, secret: z.string(), reference: z.string() }).nullable(),
    language: Language,
  })
  .meta({ id: 'GuestInvitation' });
export type GuestInvitation = z.infer<typeof GuestInvitation>;
