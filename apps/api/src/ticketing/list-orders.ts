import type { Input, Output } from '@festivals/contract';
import { Instant, OrderId } from '@festivals/domain/primitives';
import type * as contract from '@festivals/domain/ticketing/contract';
import type { OrderSummary } from '@festivals/domain/ticketing/schemas';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../platform/context.ts';
import { decodeCursor, pageOf } from '../platform/cursor.ts';
import { look } from '../platform/transaction.ts';

const Place = z.tuple([Instant, OrderId]);

/** Orders, newest first; `search` finds by reference, name or address. */
export function listOrders(
  ctx: Ctx,
  { params, query }: Input<typeof contract.listOrders>,
): Promise<Output<typeof contract.listOrders>> {
  const place = decodeCursor(Place, query.cursor);
  const pattern = query.search === undefined ? null : `%${query.search.replace(/[\\%_]/g, '\\$&')}%`;
  return look(ctx, params.festivalId, async (tx) => {
    const { rows } = await sql<z.input<typeof OrderSummary>>`
      select o.id, o.reference, o.status, o.email::text, o.name, o.currency, o.total, o.placed_at as "placedAt",
        (select coalesce(sum(l.quantity), 0)::int from basket_line l where l.festival_id = o.festival_id and l.basket_id = o.basket_id) as "ticketCount"
      from ticket_order o
      where (${query.status ?? null}::text is null or o.status = ${query.status ?? null})
        and (${pattern}::text is null or o.reference ilike ${pattern} or o.name ilike ${pattern} or o.email::text ilike ${pattern})
        and (${place?.[0] ?? null}::timestamptz is null
          or (date_trunc('milliseconds', o.placed_at), o.id) < (${place?.[0] ?? null}::timestamptz, ${place?.[1] ?? null}::uuid))
      order by date_trunc('milliseconds', o.placed_at) desc, o.id desc
      limit ${query.limit + 1}`.execute(tx);
    return pageOf(
      rows,
      query.limit,
      (row) => [row.placedAt, row.id],
      (row) => row,
    );
  });
}
