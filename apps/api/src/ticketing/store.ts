import type { FestivalId } from '@festivals/domain/primitives';
import type { Buyer } from '@festivals/domain/ticketing/pricing/price-list';
import type { Basket } from '@festivals/domain/ticketing/schemas';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { look, type Tx } from '../platform/transaction.ts';
import type { StoredOrder } from './orders/order-view.ts';
import { orderWithPresentment } from './paying/presentment-store.ts';

/** An order in the API's shape with the hash that its buyer's secret must have. */
export async function findGuestOrder(
  tx: Tx,
  orderId: string,
): Promise<{ order: StoredOrder; secretHash: Buffer } | undefined> {
  const { rows } = await sql<{ order: StoredOrder; secretHash: Buffer }>`
    select ${orderWithPresentment} as "order", b.secret_hash as "secretHash"
    from ticket_order o join basket b on b.festival_id = o.festival_id and b.id = o.basket_id
    where o.id = ${orderId}`.execute(tx);
  return rows[0];
}

export async function findOrder(tx: Tx, orderId: string): Promise<StoredOrder | undefined> {
  const { rows } = await sql<{ order: StoredOrder }>`
    select ${orderWithPresentment} as "order" from ticket_order o where o.id = ${orderId}`.execute(tx);
  return rows[0]?.order;
}

/** One order of a festival, or 404. */
export async function orderOf(ctx: Ctx, festivalId: FestivalId, orderId: string): Promise<StoredOrder> {
  return (await look(ctx, festivalId, (tx) => findOrder(tx, orderId))) ?? fail('general.not_found');
}

export async function findBasket(
  tx: Tx,
  basketId: string,
  secretHash: Buffer,
): Promise<z.input<typeof Basket> | undefined> {
  const { rows } = await sql<{ basket: z.input<typeof Basket> }>`
    select basket_view(b.festival_id, b.id) as basket from basket b where b.id = ${basketId} and b.secret_hash = ${secretHash}`.execute(
    tx,
  );
  return rows[0]?.basket;
}

/** False when the basket is no longer held: released before, or an order by now. */
export async function releaseBasket(tx: Tx, basketId: string): Promise<boolean> {
  const released = await tx
    .updateTable('basket')
    .set({ status: 'RELEASED' })
    .where('id', '=', basketId)
    .where('status', '=', 'HELD')
    .executeTakeFirst();
  if (released.numUpdatedRows === 0n) return false;
  await sql`select return_places(current_festival(), ${sql.val([basketId])}::uuid[])`.execute(tx);
  return true;
}

/** The language that an order's mails are written in, and the address they go to. */
export async function addresseeOf(tx: Tx, orderId: string): Promise<{ email: string; language: string } | undefined> {
  return tx.selectFrom('ticket_order').select(['email', 'language']).where('id', '=', orderId).executeTakeFirst();
}

/** The company that owes an order's tax itself, where one does. */
export async function companyOf(tx: Tx, orderId: string): Promise<Buyer | null> {
  const { rows } = await sql<{ company: Buyer | null }>`
    select b.buyer as company from ticket_order o join basket b on b.festival_id = o.festival_id and b.id = o.basket_id
    where o.id = ${orderId}`.execute(tx);
  return rows[0]?.company ?? null;
}
