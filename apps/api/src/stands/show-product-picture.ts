import type { Input, Output } from '@festivals/contract';
import type { showProductPicture as contract } from '@festivals/domain/stands/contract';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed, type Tx } from '../platform/transaction.ts';
import { shown } from './save-products.ts';
import * as store from './store.ts';

/** Shows a picture on a product, and tells of it. */
export async function showPicture(
  tx: Tx,
  ctx: Ctx,
  { id, was, now }: { id: string; was: string | null; now: string | null },
): Promise<void> {
  await store.showPicture(tx, id, now);
  await record(tx, ctx, {
    name: 'stands.product_changed',
    subjectId: id,
    before: { pictureId: was },
    after: { pictureId: now },
  });
}

/** Chooses a product's picture, unless somebody else has chosen another one meanwhile. */
export const showProductPicture = (
  ctx: Ctx,
  { params, body }: Input<typeof contract>,
): Promise<Output<typeof contract>> =>
  deed(ctx, params.festivalId, async (tx) => {
    const [before] = await store.lockProducts(tx, [params.productId]);
    if (!before) fail('general.not_found');
    const pictureId = before.picture?.id ?? null;
    if (pictureId !== body.was) fail('general.conflict', { now: pictureId });
    await showPicture(tx, ctx, { id: before.id, was: pictureId, now: body.now });
    const [after] = await store.lockProducts(tx, [before.id]);
    return shown(after ?? fail('general.internal'));
  });
