import type { OrderFilter, OrderSort } from '@festivals/domain/ticketing/contract';
import { OrderId } from '@festivals/domain/primitives';
import type { OrderSummary } from '@festivals/domain/ticketing/schemas';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { patternsOf } from '../../platform/searcher.ts';
import type { Tx } from '../../platform/transaction.ts';

/** Where a page of orders ends: what it is sorted by (microseconds, cents or a name), and the order. */
export const OrderPlace = z.tuple([
  z.union([
    z.int(),
    z
      .string()
      .max(200)
      .refine((name) => !name.includes('\0')),
  ]),
  OrderId,
]);
export type OrderPlace = z.output<typeof OrderPlace>;

export type OrderRow = z.input<typeof OrderSummary> & { key: number | string };

/** What orders are sorted by, how that is written down in a place, and read back. */
const sorts: Readonly<
  Record<
    OrderSort,
    { column: RawBuilder<unknown>; key: RawBuilder<unknown>; at: (key: number | string) => RawBuilder<unknown> }
  >
> = {
  placed: {
    column: sql`o.placed_at`,
    key: sql`(extract(epoch from o.placed_at) * 1000000)::bigint`,
    at: (key) => sql`timestamptz 'epoch' + ${Number(key) || 0}::bigint * interval '1 microsecond'`,
  },
  name: { column: sql`o.name`, key: sql`o.name`, at: (key) => sql`${String(key)}::text` },
  total: { column: sql`o.total`, key: sql`o.total`, at: (key) => sql`${Math.trunc(Number(key)) || 0}::bigint` },
};

/** So many matches are found by the index; of something more common the list itself is full. */
const few = 1000;

/** The orders of the transaction's festival that fit, after a place, so many at most. */
export async function orderPage(
  tx: Tx,
  { search, status, kind, sort, descending }: z.output<typeof OrderFilter>,
  after: OrderPlace | null,
  most: number,
): Promise<OrderRow[]> {
  const { column, key, at } = sorts[sort];
  const direction = descending ? sql`desc` : sql`asc`;
  const beyond =
    after && sql`and (${column}, o.id) ${descending ? sql`<` : sql`>`} (${at(after[0])}, ${after[1]}::uuid)`;
  const { rows } = await sql<OrderRow>`
    select o.id, o.reference, o.status, o.kind, o.email::text, o.name, o.currency, o.total, o.placed_at as "placedAt", ${key} as key,
      (select coalesce(sum(l.quantity), 0)::int from basket_line l where l.festival_id = o.festival_id and l.basket_id = o.basket_id
        and l.kind = 'TICKET') as "ticketCount"
    from ticket_order o
    where o.festival_id = current_festival() ${await matching(tx, search)}
      ${status === undefined ? sql`` : sql`and o.status = ${status}`} ${kind === undefined ? sql`` : sql`and o.kind = ${kind}`} ${beyond ?? sql``}
    order by ${column} ${direction}, o.id ${direction} limit ${most}`.execute(tx);
  return rows;
}

/** The condition of a search, with its `and`; nothing where nothing is searched. */
async function matching(tx: Tx, search: string | undefined): Promise<RawBuilder<unknown>> {
  return search === undefined || search === '' ? sql`` : sql`and ${(await ordersThatFit(tx, search)).fits}`;
}

/**
 * What orders (`o`) a search finds: by the ids that the index finds, or, for what almost every order has, by the text itself.
 * The patterns are null where it names an order, a payment or a ticket: then nothing else is meant.
 */
export async function ordersThatFit(
  tx: Tx,
  search: string,
): Promise<{ fits: RawBuilder<unknown>; patterns: readonly string[] | null }> {
  const named = await ordersNamed(tx, search);
  if (named.length > 0) return { fits: sql`o.id = any(${sql.val(named)}::uuid[])`, patterns: null };
  const { rows } = await sql<{ text: string }>`select search_fold(${search}::text) as text`.execute(tx);
  const patterns = patternsOf((rows[0]?.text ?? '').split(' '));
  const found = await sql<{ id: string }>`
    select id from lookup.orders_sought(${JSON.stringify(patterns.map((one) => [one]))}::jsonb, ${few + 1}) as id`.execute(
    tx,
  );
  const fits =
    found.rows.length > few
      ? sql`o.search_text like all (${patterns}::text[])`
      : sql`o.id = any(${found.rows.map(({ id }) => id)}::uuid[])`;
  return { fits, patterns };
}

/** Orders that are meant by a name off paper or out of a provider's dashboard; none for words that people are called by. */
async function ordersNamed(tx: Tx, search: string): Promise<string[]> {
  const name = search.replaceAll(/\s/g, '');
  if (!/^[0-9a-f]{8}$|^[0-9a-f-]{36}$|^[a-z]{2,4}_\w{6,}$/i.test(name)) return [];
  const { rows } = await sql<{ id: string }>`select id from orders_named(current_festival(), ${name}::text)`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}
