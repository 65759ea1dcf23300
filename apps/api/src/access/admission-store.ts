import type { TicketStatus } from '@festivals/domain/ticketing/schemas';
import type { Localised, TicketId, TicketTypeId } from '@festivals/domain/primitives';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../platform/transaction.ts';

/** A place in the order of changes: a transaction's number, as text for it has 64 bits, and the last ticket read of it. */
export type ChangePlace = readonly [xid: string, ticketId: string];

export const beforeAllChanges: ChangePlace = ['0', '00000000-0000-0000-0000-000000000000'];

export interface TicketChange {
  ticketId: z.input<typeof TicketId>;
  ticketTypeId: z.input<typeof TicketTypeId>;
  typeName: z.input<ReturnType<typeof Localised>>;
  status: z.infer<typeof TicketStatus>;
  /** When it was admitted first, else when it was last changed. */
  at: string;
  xid: string;
}

/** Tickets that changed after a place, in the order of changes, as far as no transaction still running can add an earlier one. */
export async function ticketChanges(
  tx: Tx,
  festivalId: string,
  [xid, ticketId]: ChangePlace,
  most: number,
): Promise<TicketChange[]> {
  const { rows } = await sql<TicketChange>`
    select c.ticket_id as "ticketId", c.ticket_type_id as "ticketTypeId", c.type_name as "typeName", c.status,
      coalesce(a.at, c.changed_at) as at, c.changed_xid::text as xid
    from ticket_changes(${festivalId}, ${xid}::xid8, ${ticketId}, ${most}) c
    left join admission a on a.festival_id = ${festivalId} and a.ticket_id = c.ticket_id and a.is_primary and c.status = 'USED'
    order by c.changed_xid, c.ticket_id`.execute(tx);
  return rows;
}

export interface AdmissionRow {
  id: string;
  ticketId: z.input<typeof TicketId>;
  deviceName: string;
  at: string;
  receivedAt: string;
  primary: boolean;
}

/** Admissions after a place, in order of time; `conflicts` leaves those of tickets that were admitted more than once. */
export async function admissions(
  tx: Tx,
  festivalId: string,
  list: { after: readonly [at: string, id: string] | null; descending: boolean; conflicts: boolean; most: number },
): Promise<AdmissionRow[]> {
  const direction = list.descending ? sql`desc` : sql`asc`;
  const beyond =
    list.after &&
    sql`and (a.at, a.id) ${list.descending ? sql`<` : sql`>`} (${list.after[0]}::timestamptz, ${list.after[1]}::uuid)`;
  const { rows } = await sql<AdmissionRow>`
    select a.id, a.ticket_id as "ticketId", device_name(a.festival_id, a.device_id) as "deviceName", a.at, a.received_at as "receivedAt",
      a.is_primary as "primary"
    from admission a
    where a.festival_id = ${festivalId} ${beyond ?? sql``}
      and (not ${list.conflicts} or a.ticket_id in (
        select other.ticket_id from admission other where other.festival_id = ${festivalId} and not other.is_primary))
    order by a.at ${direction}, a.id ${direction} limit ${list.most}`.execute(tx);
  return rows;
}

export interface Figures {
  admitted: number;
  valid: number;
  conflicts: number;
  lastAt: string | null;
}

export async function figures(tx: Tx, festivalId: string): Promise<Figures> {
  const { rows } = await sql<Figures>`
    select admitted_so_far(${festivalId}) as admitted, tickets_outside(${festivalId}) as valid,
      (select count(distinct ticket_id) from admission where festival_id = ${festivalId} and not is_primary) as conflicts,
      (select max(at) from admission where festival_id = ${festivalId}) as "lastAt"`.execute(tx);
  // Without a table it is always one row.
  const [row] = rows as [Figures];
  return row;
}
