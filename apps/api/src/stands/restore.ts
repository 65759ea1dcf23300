import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/stands/contract';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed } from '../platform/transaction.ts';
import { shown } from './save-products.ts';
import * as store from './store.ts';

/** Brings a stand back that was taken away, with everything that it offered. */
export function restoreStand(
  ctx: Ctx,
  { params }: Input<typeof contract.restoreStand>,
): Promise<Output<typeof contract.restoreStand>> {
  return deed(ctx, params.festivalId, async (tx) => {
    if (await store.lockStand(tx, params.standId)) fail('general.conflict');
    if (!(await store.bringBackStand(tx, params.standId))) fail('general.not_found');
    const after = (await store.lockStand(tx, params.standId)) ?? fail('general.internal');
    await record(tx, ctx, { name: 'stands.stand_restored', subjectId: after.id, after });
    return { ...after, products: (await store.productsOf(tx, after.id)).map(shown) };
  });
}

/** Brings a product back onto the menu of its stand, if that is still there. */
export function restoreProduct(
  ctx: Ctx,
  { params }: Input<typeof contract.restoreProduct>,
): Promise<Output<typeof contract.restoreProduct>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const [there] = await store.lockProducts(tx, [params.productId]);
    if (there) fail('general.conflict');
    if (!(await store.bringBackProduct(tx, params.productId))) fail('general.not_found');
    const [after] = await store.lockProducts(tx, [params.productId]);
    // It would be back on no menu: its stand was taken away as well.
    if (!after) fail('stands.stand_gone');
    await record(tx, ctx, { name: 'stands.product_restored', subjectId: after.id, after });
    return shown(after);
  });
}
