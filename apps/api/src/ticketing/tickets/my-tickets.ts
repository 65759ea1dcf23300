import type { Input, Output } from '@festivals/contract';
import { FestivalId, Instant, TicketId } from '@festivals/domain/primitives';
import type * as contract from '@festivals/domain/ticketing/contract';
import type { MyTicket } from '@festivals/domain/ticketing/schemas';
import { z } from 'zod';
import { personOf, type Ctx } from '../../platform/context.ts';
import { decodeCursor, pageOf } from '../../platform/cursor.ts';
import { codeOf, isOver, signersOf } from '../orders/order-view.ts';

const Place = z.tuple([Instant, TicketId]);

type Row = Omit<z.input<typeof MyTicket>, 'code'> & { issuedAt: string };

/** My tickets in all festivals, the newest first, each with its code so that it opens without network. */
export async function listMyTickets(
  ctx: Ctx,
  { query }: Input<typeof contract.listMyTickets>,
): Promise<Output<typeof contract.listMyTickets>> {
  const place = decodeCursor(Place, query.cursor);
  const { rows } = await ctx.resources.pool.query<Row>({
    name: 'tickets-of',
    text: `select ticket_id as id, festival_id as "festivalId", order_id as "orderId", ticket_type_id as "ticketTypeId",
        type_name as "typeName", holder, status, issued_at as "issuedAt", line_no as "lineNo", festival from lookup.tickets_of($1, $2, $3, $4)`,
    values: [personOf(ctx).personId, place?.[0] ?? null, place?.[1] ?? null, query.limit + 1],
  });
  const codes = await codesOf(ctx, rows);
  return pageOf(
    rows,
    query.limit,
    (row) => [row.issuedAt, row.id],
    ({ issuedAt: _issuedAt, ...ticket }) => ({
      ...ticket,
      code: codes.get(ticket.id) ?? '',
    }),
  );
}

async function codesOf(ctx: Ctx, rows: readonly Row[]): Promise<Map<string, string>> {
  const festivals = [...new Set(rows.map((row) => FestivalId.parse(row.festivalId)))];
  const signers = new Map(
    await Promise.all(festivals.map(async (id) => [id as string, await signersOf(ctx, id)] as const)),
  );
  return new Map(
    rows.flatMap((row) => {
      const keys = signers.get(row.festivalId);
      return keys && !isOver(row) ? [[row.id, codeOf(row, keys)] as const] : [];
    }),
  );
}
