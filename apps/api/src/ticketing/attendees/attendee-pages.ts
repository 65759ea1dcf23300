import type {
  Attendee,
  AttendeeFilter,
  AttendeeSort,
  AttendeeState,
} from '@festivals/domain/ticketing/attendee-contract';
import { TicketId } from '@festivals/domain/primitives';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../platform/transaction.ts';
import { ordersThatFit } from '../orders/order-pages.ts';

/** Where a page of attendees ends: the holder, where that is what they are sorted by, and the ticket. */
export const AttendeePlace = z.tuple([
  z
    .string()
    .max(200)
    .refine((name) => !name.includes('\0')),
  TicketId,
]);
export type AttendeePlace = z.output<typeof AttendeePlace>;

export type AttendeeRow = z.input<typeof Attendee> & { key: string };

const states: Readonly<Record<AttendeeState, RawBuilder<unknown>>> = {
  VALID: sql`and t.status in ('SOLD', 'RESERVED')`,
  USED: sql`and t.status = 'USED'`,
  REVOKED: sql`and t.status in ('CANCELLED', 'REFUNDED')`,
};

/** A ticket's id grows with time: by it, they are sorted by when they were issued. */
const keys: Readonly<Record<AttendeeSort, RawBuilder<unknown>>> = { issued: sql`''::text`, holder: sql`t.holder` };

/** The tickets of the transaction's festival that fit, after a place, so many at most. */
export async function attendeePage(
  tx: Tx,
  { search, state, ticketTypeId, sort, descending }: z.output<typeof AttendeeFilter>,
  after: AttendeePlace | null,
  most: number,
): Promise<AttendeeRow[]> {
  const direction = descending ? sql`desc` : sql`asc`;
  const key = keys[sort];
  const sign = descending ? sql`<` : sql`>`;
  const beyond =
    after &&
    (sort === 'holder'
      ? sql`and (t.holder, t.id) ${sign} (${after[0]}, ${after[1]}::uuid)`
      : sql`and t.id ${sign} ${after[1]}::uuid`);
  const { rows } = await sql<AttendeeRow>`
    select t.id as "ticketId", t.holder, t.status,
      case when t.status = 'USED' then 'USED' when t.status in ('CANCELLED', 'REFUNDED') then 'REVOKED' else 'VALID' end as state,
      t.ticket_type_id as "ticketTypeId", y.name as "typeName", t.order_id as "orderId", o.reference, o.kind, o.name as buyer, o.email::text,
      t.issued_at as "issuedAt", ${key} as key
    from ticket t
    join ticket_order o on o.festival_id = t.festival_id and o.id = t.order_id
    join ticket_type y on y.festival_id = t.festival_id and y.id = t.ticket_type_id
    where t.festival_id = current_festival() ${await matching(tx, search)} ${state === undefined ? sql`` : states[state]}
      ${ticketTypeId === undefined ? sql`` : sql`and t.ticket_type_id = ${ticketTypeId}`} ${beyond ?? sql``}
    order by ${sort === 'holder' ? sql`t.holder ${direction}, ` : sql``}t.id ${direction} limit ${most}`.execute(tx);
  return rows;
}

/** Whoever is meant: by the order, as orders are found, or by the name on the ticket. */
async function matching(tx: Tx, search: string | undefined): Promise<RawBuilder<unknown>> {
  if (search === undefined || search === '') return sql``;
  const { fits, patterns } = await ordersThatFit(tx, search);
  return patterns === null
    ? sql`and ${fits}`
    : sql`and (${fits} or search_fold(t.holder) like all (${sql.val([...patterns])}::text[]))`;
}
