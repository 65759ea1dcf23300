import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/stands/stock-contract';
import { v7 } from 'uuid';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { given } from '../platform/given.ts';
import { record } from '../platform/record.ts';
import { deed, look, type Tx } from '../platform/transaction.ts';
import * as store from './stock-store.ts';
import { holdStand } from './store.ts';

/** Everything that is counted. */
export const listStock = (
  ctx: Ctx,
  { params }: Input<typeof contract.listStock>,
): Promise<Output<typeof contract.listStock>> => look(ctx, params.festivalId, store.stock);

/** Begins to count something, of which there is nothing yet. */
export function createStockItem(
  ctx: Ctx,
  { params, body }: Input<typeof contract.createStockItem>,
): Promise<Output<typeof contract.createStockItem>> {
  return deed(ctx, params.festivalId, async (tx) => {
    if (body.standId !== null && !(await holdStand(tx, body.standId))) fail('general.not_found');
    await requireProducts(tx, body.productIds, body.standId);
    const id = v7();
    await store.insertItem(tx, { id, ...body });
    await store.setProducts(tx, id, body.productIds);
    await record(tx, ctx, { name: 'stands.stock_item_created', subjectId: id, after: body });
    return (await store.stockItem(tx, id)) ?? fail('general.internal');
  });
}

/** Changes what is counted, where nobody changed it meanwhile. */
export function updateStockItem(
  ctx: Ctx,
  { params, body }: Input<typeof contract.updateStockItem>,
): Promise<Output<typeof contract.updateStockItem>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const before = await itemAt(tx, params.stockItemId, body.version);
    const after = { ...before, ...given(body.changes) };
    if (body.changes.productIds) await requireProducts(tx, after.productIds, before.standId);
    await store.updateItem(tx, after);
    await store.setProducts(tx, before.id, after.productIds);
    await record(tx, ctx, {
      name: 'stands.stock_item_changed',
      subjectId: before.id,
      before: told(before),
      after: told(after),
    });
    return (await store.stockItem(tx, before.id)) ?? fail('general.internal');
  });
}

/** Counts something no more; what moved stays on record. */
export function deleteStockItem(ctx: Ctx, { params, query }: Input<typeof contract.deleteStockItem>): Promise<void> {
  return deed(ctx, params.festivalId, async (tx) => {
    const before = await itemAt(tx, params.stockItemId, query.version);
    await store.removeItem(tx, before.id);
    await record(tx, ctx, { name: 'stands.stock_item_removed', subjectId: before.id, before: told(before) });
  });
}

async function itemAt(tx: Tx, id: string, version: number) {
  await store.lockItem(tx, id);
  const item = (await store.stockItem(tx, id)) ?? fail('general.not_found');
  if (item.version !== version) fail('general.conflict', { version: item.version });
  return item;
}

async function requireProducts(tx: Tx, ids: readonly string[], standId: string | null): Promise<void> {
  const unknown = await store.unknownProducts(tx, ids, standId);
  if (unknown.length > 0) fail('stands.unknown_product', { productIds: unknown });
}

/** What an event says of something that is counted; how many there are its movements tell. */
export const told = ({
  name,
  standId,
  lowAt,
  productIds,
}: Pick<contract.StockItem, 'name' | 'standId' | 'lowAt' | 'productIds'>) => ({
  name,
  standId,
  lowAt,
  productIds,
});
