import { leftBehind, type PlannedCount } from '@festivals/domain/stands/plan-stock';
import type { StockItem } from '@festivals/domain/stands/stock-contract';
import { v7 } from 'uuid';
import { type Ctx, personOf } from '../platform/context.ts';
import { record } from '../platform/record.ts';
import type { Tx } from '../platform/transaction.ts';
import * as store from './stock-store.ts';
import { told } from './edit-stock.ts';

type Count = PlannedCount & { productId: string };
interface Imported {
  /** What is counted, as it was before. */
  stock: readonly StockItem[];
  counts: readonly Count[];
  /** Products that are sold at another stand from now on. */
  moved: readonly { id: string; standId: string }[];
  reason: string;
}

/** Books what a file says that there is: each difference is a movement, as if somebody had counted. */
export async function importStock(tx: Tx, ctx: Ctx, { stock, counts, moved, reason }: Imported): Promise<void> {
  for (const { item, productIds } of leftBehind(stock, moved)) {
    const kept = item.productIds.filter((id) => !productIds.includes(id));
    await store.setProducts(tx, item.id, kept);
    const after = { ...told(item), productIds: kept };
    await record(tx, ctx, { name: 'stands.stock_item_changed', subjectId: item.id, before: told(item), after });
  }
  const items = counts.map((count) => ({ ...count, id: count.itemId ?? v7() }));
  const begun = items.filter(({ itemId }) => itemId === null);
  await store.insertCountedProducts(tx, begun);
  for (const { id, name, standId, productId } of begun) {
    const after = { name, standId, lowAt: null, productIds: [productId] };
    await record(tx, ctx, { name: 'stands.stock_item_created', subjectId: id, after });
  }
  const at = ctx.clock.now();
  const by = personOf(ctx).personId;
  const movements = items.map(({ id: itemId, from, to }) => {
    const quantity = to - (from ?? 0);
    return { id: v7(), itemId, kind: 'CORRECTION' as const, quantity, counted: to, reason, at, by, onHand: from ?? 0 };
  });
  await store.insertMovements(tx, movements);
  for (const { itemId, onHand, quantity, kind } of movements)
    await record(tx, ctx, {
      name: 'stands.stock_moved',
      subjectId: itemId,
      before: { onHand },
      after: { onHand: onHand + quantity, kind, quantity, reason },
    });
}
