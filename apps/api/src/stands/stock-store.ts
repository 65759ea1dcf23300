import type { StockItem, StockMovement } from '@festivals/domain/stands/stock-contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../platform/transaction.ts';

type View = z.input<typeof StockItem>;
type Movement = z.input<typeof StockMovement>;

const items = (tx: Tx, rest: ReturnType<typeof sql>) =>
  sql<View>`
    select i.id, i.name, i.stand_id as "standId", i.low_at as "lowAt", i.version, coalesce(m.sum, 0) as "onHand",
      m.last as "lastMovedAt",
      array(select p.product_id from product_stock p
        where p.festival_id = i.festival_id and p.stock_item_id = i.id order by p.product_id) as "productIds"
    from stock_item i
    left join lateral (
      select sum(quantity)::bigint as sum, max(made_at) as last from stock_movement m
      where m.festival_id = i.festival_id and m.stock_item_id = i.id
    ) m on true
    where i.festival_id = current_festival() and i.deleted_at is null ${rest}`.execute(tx);

/** Everything that is counted, central things first. */
export const stock = async (tx: Tx): Promise<View[]> =>
  (await items(tx, sql`order by i.stand_id nulls first, lower(i.name), i.id`)).rows;

export const stockItem = async (tx: Tx, id: string): Promise<View | undefined> =>
  (await items(tx, sql`and i.id = ${id}`)).rows[0];

/** Holds an item until the end of the deed: of two counts at once, the second sees what the first has booked. */
export async function lockItem(tx: Tx, id: string): Promise<void> {
  await sql`select from stock_item where festival_id = current_festival() and id = ${id} for no key update`.execute(tx);
}

/** Holds everything that is counted, before any menu: as whoever changes what draws on an item does. */
export async function lockStock(tx: Tx): Promise<void> {
  await sql`select from stock_item where festival_id = current_festival() order by id for no key update`.execute(tx);
}

export async function insertItem(
  tx: Tx,
  item: { id: string; name: string; standId: string | null; lowAt: number | null },
): Promise<void> {
  await sql`
    insert into stock_item (festival_id, id, name, stand_id, low_at)
    values (current_festival(), ${item.id}, ${item.name}, ${item.standId}, ${item.lowAt})`.execute(tx);
}

export async function updateItem(tx: Tx, item: { id: string; name: string; lowAt: number | null }): Promise<void> {
  await sql`
    update stock_item set name = ${item.name}, low_at = ${item.lowAt}, version = version + 1
    where festival_id = current_festival() and id = ${item.id}`.execute(tx);
}

export async function removeItem(tx: Tx, id: string): Promise<void> {
  await setProducts(tx, id, []);
  await sql`
    update stock_item set deleted_at = now(), version = version + 1
    where festival_id = current_festival() and id = ${id}`.execute(tx);
}

/** @returns undefined when there is no such item among those that were taken away */
export async function bringBackItem(tx: Tx, id: string): Promise<{ standId: string | null } | undefined> {
  const { rows } = await sql<{ standId: string | null }>`
    update stock_item set deleted_at = null, version = version + 1
    where festival_id = current_festival() and id = ${id} and deleted_at is not null
    returning stand_id as "standId"`.execute(tx);
  return rows[0];
}

/** Has products draw on an item again, but for those that draw on another by now. */
export async function drawAgain(tx: Tx, id: string, productIds: readonly string[]): Promise<void> {
  await sql`
    insert into product_stock (festival_id, product_id, stock_item_id)
    select current_festival(), wanted.id, ${id} from unnest(${sql.val([...productIds])}::uuid[]) as wanted(id)
    order by 2 on conflict do nothing`.execute(tx);
}

/** Says which products draw on an item. */
export async function setProducts(tx: Tx, id: string, productIds: readonly string[]): Promise<void> {
  const wanted = sql`${sql.val([...productIds])}::uuid[]`;
  await sql`
    delete from product_stock
    where festival_id = current_festival() and stock_item_id = ${id} and product_id <> all(${wanted})`.execute(tx);
  await sql`
    insert into product_stock (festival_id, product_id, stock_item_id)
    select current_festival(), wanted.id, ${id} from unnest(${wanted}) as wanted(id)
    where not exists (select from product_stock p
      where p.festival_id = current_festival() and p.product_id = wanted.id and p.stock_item_id = ${id})
    order by 2`.execute(tx);
}

/** Those of some products that are not on a menu of the stand, or of any where none is named. */
export async function unknownProducts(tx: Tx, ids: readonly string[], standId: string | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select wanted.id from unnest(${sql.val([...ids])}::uuid[]) as wanted(id)
    where not exists (
      select from product p join stand s on s.festival_id = p.festival_id and s.id = p.stand_id and s.deleted_at is null
      where p.festival_id = current_festival() and p.id = wanted.id and p.deleted_at is null
        and (${standId}::uuid is null or p.stand_id = ${standId}::uuid))`.execute(tx);
  return rows.map(({ id }) => id);
}

export interface BookedMovement {
  id: string;
  itemId: string;
  kind: Movement['kind'];
  quantity: number;
  counted: number | null;
  reason: string | null;
  at: Date;
  by: string | null;
}

export const insertMovement = (tx: Tx, movement: BookedMovement): Promise<void> => insertMovements(tx, [movement]);

export async function insertMovements(tx: Tx, movements: readonly BookedMovement[]): Promise<void> {
  if (movements.length === 0) return;
  await sql`
    insert into stock_movement (festival_id, id, stock_item_id, kind, quantity, counted, reason, made_at, made_by)
    select current_festival(), x.id, x."itemId", x.kind, x.quantity, x.counted, x.reason, x.at, x.by
    from jsonb_to_recordset(${JSON.stringify(movements)}::jsonb) as x(id uuid, "itemId" uuid, kind text, quantity int,
      counted int, reason text, at timestamptz, by uuid)`.execute(tx);
}

/** Begins to count products, each for itself at its stand. */
export async function insertCountedProducts(
  tx: Tx,
  items: readonly { id: string; name: string; standId: string; productId: string }[],
): Promise<void> {
  if (items.length === 0) return;
  const records = sql`
    jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as x(id uuid, name text, "standId" uuid, "productId" uuid)`;
  await sql`
    insert into stock_item (festival_id, id, name, stand_id)
    select current_festival(), x.id, x.name, x."standId" from ${records}`.execute(tx);
  await sql`
    insert into product_stock (festival_id, product_id, stock_item_id)
    select current_festival(), x."productId", x.id from ${records} order by 2`.execute(tx);
}

/** Movements of an item, the newest first: ids grow with time. */
export async function movements(tx: Tx, itemId: string, before: string | null, most: number): Promise<Movement[]> {
  const { rows } = await sql<Movement>`
    select id, kind, quantity, counted, reason, made_at as at from stock_movement
    where festival_id = current_festival() and stock_item_id = ${itemId}
      and (${before}::uuid is null or id < ${before}::uuid)
    order by id desc limit ${most}`.execute(tx);
  return rows;
}
