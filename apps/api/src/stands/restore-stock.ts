import type { Input, Output } from '@festivals/contract';
import { type restoreStockItem as contract, StockItem } from '@festivals/domain/stands/stock-contract';
import { historyOf } from '../identity/history-of.ts';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed, type Tx } from '../platform/transaction.ts';
import { told } from './edit-stock.ts';
import * as store from './stock-store.ts';
import { holdStand } from './store.ts';

/** Counts something again that was counted no more: its movements never went, and its products come back to it where they may. */
export function restoreStockItem(ctx: Ctx, { params }: Input<typeof contract>): Promise<Output<typeof contract>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const id = params.stockItemId;
    await store.lockItem(tx, id);
    if (await store.stockItem(tx, id)) fail('general.conflict');
    const back = (await store.bringBackItem(tx, id)) ?? fail('general.not_found');
    if (back.standId !== null && !(await holdStand(tx, back.standId))) fail('stands.stand_gone');
    const drew = await productsOf(tx, id);
    const gone = new Set(await store.unknownProducts(tx, drew, back.standId));
    await store.drawAgain(
      tx,
      id,
      drew.filter((productId) => !gone.has(productId)),
    );
    const after = (await store.stockItem(tx, id)) ?? fail('general.internal');
    await record(tx, ctx, { name: 'stands.stock_item_restored', subjectId: id, after: told(after) });
    return after;
  });
}

/** Which products drew on it when it was taken away: its history tells. */
async function productsOf(tx: Tx, recordId: string): Promise<string[]> {
  const [last] = await historyOf(tx, { recordId, beginnings: ['stands.stock_item_'], beforeSeq: null, most: 1 });
  const was = StockItem.pick({ productIds: true }).safeParse(last?.before);
  return was.success ? was.data.productIds : [];
}
