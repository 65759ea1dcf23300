import type { Presentment } from '@festivals/domain/payments/presentment-schemas';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/transaction.ts';

export async function insertPresentment(tx: Tx, orderId: string, shown: Presentment): Promise<void> {
  await sql`
    insert into order_presentment (festival_id, order_id, currency, rate, amount)
    values (current_festival(), ${orderId}, ${shown.currency}, ${shown.rate}, ${shown.amount}) on conflict do nothing`.execute(
    tx,
  );
}

export async function findPresentment(tx: Tx, orderId: string): Promise<Presentment | undefined> {
  const { rows } = await sql<Presentment>`
    select currency, rate, amount from order_presentment where festival_id = current_festival() and order_id = ${orderId}`.execute(
    tx,
  );
  return rows[0];
}

/** An order `o` in the API's shape, with as what it was shown. */
export const orderWithPresentment: RawBuilder<unknown> = sql`
  order_view(o.festival_id, o.id) || coalesce((
    select jsonb_build_object('presentment', jsonb_build_object('currency', p.currency, 'rate', p.rate, 'amount', p.amount))
    from order_presentment p where p.festival_id = o.festival_id and p.order_id = o.id), '{}')`;
