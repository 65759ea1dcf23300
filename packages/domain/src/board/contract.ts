import { route } from '@festivals/contract';
import { z } from 'zod';
import {
  Cents,
  Currency,
  InFestival,
  Instant,
  LocalDate,
  Localised,
  OrderId,
  TicketId,
  TicketTypeId,
} from '../primitives.ts';
import { OrderStatus } from '../ticketing/schemas.ts';

/** What was paid in some stretch of time; revenue in minor units. */
export const Sold = z.object({ orders: z.int(), tickets: z.int(), revenue: Cents });
export type Sold = z.infer<typeof Sold>;

/** A ticket type's standing, and where it leads if the last week goes on. */
export const TypeStanding = z.object({
  ticketTypeId: TicketTypeId,
  name: Localised(80),
  capacity: z.int(),
  sold: z.int(),
  held: z.int(),
  /** What can still be sold; less than the capacity leaves where quotas are shared. */
  left: z.int(),
  revenue: Cents,
  /** Tickets of the last seven times 24 hours. */
  lastWeek: z.int(),
  /** The day on which it sells out at that pace; null where nothing honest can be said. */
  soldOutOn: LocalDate.nullable(),
});
export type TypeStanding = z.infer<typeof TypeStanding>;

export const SalesBoard = z
  .object({
    currency: Currency,
    total: Sold,
    /** Since midnight in the festival's zone. */
    today: Sold,
    /** Yesterday from midnight until this time of the day, to the quarter of an hour. */
    yesterdayByNow: Sold,
    lastHour: Sold,
    last7Days: Sold,
    /** The seven days before those. */
    previous7Days: Sold,
    last30Days: Sold,
    /** The last 24 hours, oldest first, none left out. */
    hours: z.array(Sold.extend({ at: Instant })),
    /** The last thirty days with today, oldest first, none left out. */
    days: z.array(Sold.extend({ day: LocalDate })),
    types: z.array(TypeStanding),
  })
  .meta({ id: 'SalesBoard' });
export type SalesBoard = z.infer<typeof SalesBoard>;

export const EntriesBoard = z
  .object({
    /** Tickets that came in so far, each counted once: the festival's occupancy, for nobody scans on the way out. */
    admitted: z.int(),
    /** Tickets sold: who may come. */
    expected: z.int(),
    /** Since the festival day began. */
    today: z.int(),
    lastHour: z.int(),
    /** The last 24 hours, oldest first, none left out. */
    hours: z.array(z.object({ at: Instant, admitted: z.int() })),
  })
  .meta({ id: 'EntriesBoard' });
export type EntriesBoard = z.infer<typeof EntriesBoard>;

/** Something that somebody should look at. */
export const Concern = z.discriminatedUnion('kind', [
  /** Orders that a bank refused in the last day and nobody has paid since. */
  z.object({ kind: z.literal('payments_failed'), count: z.int() }),
  /** Payments that need a person: owed by hand, different at a provider, disputed, unknown, or refused. */
  z.object({ kind: z.literal('money_to_look_at'), count: z.int() }),
  /** Scans that were kept aside. */
  z.object({ kind: z.literal('scans_quarantined'), count: z.int() }),
  /** Tickets that two gates let in. */
  z.object({ kind: z.literal('double_admissions'), count: z.int() }),
  /** A ticket type of which little or nothing is left. */
  z.object({ kind: z.literal('tickets_low'), ticketTypeId: TicketTypeId, name: Localised(80), left: z.int() }),
  /** Sets not agreed yet, with the festival so many days away. */
  z.object({ kind: z.literal('sets_unconfirmed'), count: z.int(), days: z.int() }),
  /** Devices that said nothing for a quarter of an hour while the festival is on. */
  z.object({ kind: z.literal('devices_silent'), count: z.int() }),
]);
export type Concern = z.infer<typeof Concern>;

/** How a festival stands at a moment, as far as the reader may see it: null for what is not theirs. */
export const Board = z
  .object({
    at: Instant,
    sales: SalesBoard.nullable(),
    entries: EntriesBoard,
    concerns: z.array(Concern),
    latestOrders: z
      .array(
        z.object({
          id: OrderId,
          reference: z.string(),
          name: z.string(),
          status: OrderStatus,
          total: Cents,
          currency: Currency,
          tickets: z.int(),
          placedAt: Instant,
        }),
      )
      .nullable(),
    latestEntries: z
      .array(z.object({ id: z.uuid(), ticketId: TicketId, deviceName: z.string(), at: Instant, primary: z.boolean() }))
      .nullable(),
  })
  .meta({ id: 'Board' });
export type Board = z.infer<typeof Board>;

export const getBoard = route({
  method: 'GET',
  path: '/festivals/:festivalId/board',
  permission: 'festival.read',
  summary: 'How the festival stands now: entries, sales, what needs attention; money only for those who may see it',
  params: InFestival,
  response: Board,
});
