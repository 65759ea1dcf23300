import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/attendee-contract';
import type { Ctx } from '../../platform/context.ts';
import { decodeCursor, pageOf } from '../../platform/cursor.ts';
import { look } from '../../platform/transaction.ts';
import { AttendeePlace, attendeePage } from './attendee-pages.ts';

/** Tickets with whoever holds them; `search` finds by the name on the ticket and by whatever finds its order. */
export function listAttendees(
  ctx: Ctx,
  { params, query }: Input<typeof contract.listAttendees>,
): Promise<Output<typeof contract.listAttendees>> {
  const { limit, cursor, ...filter } = query;
  const place = decodeCursor(AttendeePlace, cursor);
  return look(ctx, params.festivalId, async (tx) =>
    pageOf(
      await attendeePage(tx, filter, place, limit + 1),
      limit,
      ({ key, ticketId }) => [key, ticketId],
      ({ key: _key, ...attendee }) => attendee,
    ),
  );
}
