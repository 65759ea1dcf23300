import type { Input, Output } from '@festivals/contract';
import { changeBy } from '@festivals/domain/stands/stock';
import type * as contract from '@festivals/domain/stands/stock-contract';
import { v7 } from 'uuid';
import { z } from 'zod';
import { type Ctx, personOf } from '../platform/context.ts';
import { decodeCursor, pageOf } from '../platform/cursor.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed, look } from '../platform/transaction.ts';
import * as store from './stock-store.ts';

/** Books what came in, or the difference between what was counted and what the movements say. */
export function moveStock(
  ctx: Ctx,
  { params, body }: Input<typeof contract.moveStock>,
): Promise<Output<typeof contract.moveStock>> {
  const { personId } = personOf(ctx);
  return deed(ctx, params.festivalId, async (tx) => {
    await store.lockItem(tx, params.stockItemId);
    const before = (await store.stockItem(tx, params.stockItemId)) ?? fail('general.not_found');
    const quantity = changeBy(body, before.onHand);
    const { counted, reason } = body.kind === 'CORRECTION' ? body : { counted: null, reason: null };
    const movement = { id: v7(), itemId: before.id, kind: body.kind, quantity, counted, reason };
    await store.insertMovement(tx, { ...movement, at: ctx.clock.now(), by: personId });
    await record(tx, ctx, {
      name: 'stands.stock_moved',
      subjectId: before.id,
      before: { onHand: before.onHand },
      after: { onHand: before.onHand + quantity, kind: body.kind, quantity, reason },
    });
    return (await store.stockItem(tx, before.id)) ?? fail('general.internal');
  });
}

const Place = z.tuple([z.uuid()]);

/** What came, went and was counted. */
export async function listMovements(
  ctx: Ctx,
  { params, query }: Input<typeof contract.listMovements>,
): Promise<Output<typeof contract.listMovements>> {
  const [before] = decodeCursor(Place, query.cursor) ?? [null];
  const rows = await look(ctx, params.festivalId, async (tx) => {
    if (!(await store.stockItem(tx, params.stockItemId))) fail('general.not_found');
    return store.movements(tx, params.stockItemId, before, query.limit + 1);
  });
  return pageOf(
    rows,
    query.limit,
    ({ id }) => [id],
    (movement) => movement,
  );
}
