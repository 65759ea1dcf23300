import { page, PageQuery, queryBoolean, queryInteger, route } from '@festivals/contract';
import { z } from 'zod';
import { FestivalKey } from '../devices/contract.ts';
import { InFestival, Instant, Localised, TicketId, TicketTypeId } from '../primitives.ts';

/** What became of a fact at the server. */
export const FactOutcome = z.enum(['BOOKED', 'DUPLICATE', 'DOUBLE_ADMISSION', 'QUARANTINED']);
export type FactOutcome = z.infer<typeof FactOutcome>;

/**
 * Why a fact was quarantined (its bytes are kept and a person looks at them), or what is to be looked at though it was booked:
 * a ticket that the platform does not know, or that had been revoked.
 */
export const FactReason = z.enum([
  'unreadable',
  'unknown_device',
  'bad_signature',
  'device_revoked',
  'conflicting_fact',
  'unknown_ticket',
  'revoked_ticket',
]);
export type FactReason = z.infer<typeof FactReason>;

export const uploadScans = route({
  method: 'POST',
  path: '/festivals/:festivalId/scans',
  permission: 'device',
  summary: 'Hand over signed scan facts, any number of times, in any order; none is ever refused for being late',
  params: InFestival,
  body: z.object({ facts: z.array(z.base64url().max(1000)).min(1).max(500) }),
  response: z.object({
    /** In the order of the request. Whatever the outcome, the server has the fact: it need not be sent again. */
    outcomes: z.array(z.object({ outcome: FactOutcome, reason: FactReason.nullable() })),
  }),
  errors: ['devices.revoked', 'access.wrong_device'],
});

/** Where a ticket stands at the gates, or a reason to refuse it. */
export const TicketState = z
  .object({
    ticketId: TicketId,
    ticketTypeId: TicketTypeId,
    typeName: Localised(80),
    state: z.enum(['VALID', 'ADMITTED', 'REVOKED']),
    at: Instant,
  })
  .meta({ id: 'TicketState' });
export type TicketState = z.infer<typeof TicketState>;

export const pullTickets = route({
  method: 'GET',
  path: '/festivals/:festivalId/access/changes',
  permission: 'device',
  summary: 'Tickets that changed since the cursor: sold, admitted at any gate, revoked',
  params: InFestival,
  query: z.object({ cursor: PageQuery.shape.cursor, limit: queryInteger().min(1).max(2000).default(500) }),
  response: z.object({
    tickets: z.array(TicketState),
    /** Where to read on, now if there is `more`, else at the next sync: there is always one. */
    cursor: z.string(),
    more: z.boolean(),
    /** Every key of the festival, for whoever enrolled before the last was started or withdrawn. */
    keys: z.array(FestivalKey),
  }),
  errors: ['devices.revoked'],
});

export const Admission = z
  .object({
    id: z.uuid(),
    ticketId: TicketId,
    deviceName: z.string(),
    at: Instant,
    receivedAt: Instant,
    primary: z.boolean(),
  })
  .meta({ id: 'Admission' });

export const listAdmissions = route({
  method: 'GET',
  path: '/festivals/:festivalId/admissions',
  permission: 'access.read',
  summary: 'Who came in, newest first; with `conflicts` the tickets that two gates admitted',
  params: InFestival,
  query: PageQuery.extend({ conflicts: queryBoolean().optional(), descending: queryBoolean().default(true) }),
  response: page(Admission),
});

export const getAccessFigures = route({
  method: 'GET',
  path: '/festivals/:festivalId/access/figures',
  permission: 'festival.read',
  summary: 'How many came in',
  params: InFestival,
  response: z.object({
    /** Tickets that came in, each counted once. */
    admitted: z.int(),
    /** Tickets that may still come in. */
    valid: z.int(),
    /** Tickets that were admitted more than once. */
    conflicts: z.int(),
    lastAt: Instant.nullable(),
  }),
});
