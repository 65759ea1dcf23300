/** The keys that a festival's tickets are signed with, started and withdrawn by hand. */
import { route } from '@festivals/contract';
import { z } from 'zod';
import { InFestival, Instant, Line } from '../primitives.ts';

const Number = z.coerce.number().int().min(1).max(65_535);

/** A key as the team sees it; its private half is told to nobody. */
export const TicketKey = z
  .object({
    number: z.int(),
    since: Instant,
    /** Whether new tickets are signed with it. */
    signs: z.boolean(),
    withdrawnAt: Instant.nullable(),
    /** Tickets that count and are signed with it. */
    tickets: z.int(),
    /** How far the new tickets for those of a withdrawn key have come; null where it was not withdrawn. */
    replacement: z.object({ reason: z.string(), orders: z.int(), sent: z.int(), done: z.boolean() }).nullable(),
  })
  .meta({ id: 'TicketKey' });
export type TicketKey = z.infer<typeof TicketKey>;

export const listTicketKeys = route({
  method: 'GET',
  path: '/festivals/:festivalId/ticket-keys',
  permission: 'ticketing.keys',
  summary: 'The keys that tickets are signed with, the newest first',
  params: InFestival,
  response: z.array(TicketKey),
});

export const startTicketKey = route({
  method: 'POST',
  path: '/festivals/:festivalId/ticket-keys',
  permission: 'ticketing.keys',
  idempotent: true,
  summary: 'Start a new key: what is ordered from now on is signed with it, and older tickets stay valid',
  params: InFestival,
  body: z.object({
    /** The number of the key that signs, as the caller sees it; null where there is none yet. */
    was: z.int().nullable(),
  }),
  response: z.array(TicketKey),
  status: 201,
  errors: ['general.conflict'],
});

export const withdrawTicketKey = route({
  method: 'POST',
  path: '/festivals/:festivalId/ticket-keys/:number/withdrawal',
  permission: 'ticketing.keys',
  idempotent: true,
  summary: 'Withdraw a key that somebody else may have: its codes are refused, and its buyers are mailed new ones',
  params: InFestival.extend({ number: Number }),
  body: z.object({ reason: Line(300) }),
  response: z.array(TicketKey),
  errors: ['general.not_found', 'ticketing.key_withdrawn'],
});
