import type { Input, Output } from '@festivals/contract';
import type { showProductPicture as contract } from '@festivals/domain/stands/contract';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed } from '../platform/transaction.ts';
import { shown } from './save-products.ts';
import * as store from './store.ts';

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
    await store.showPicture(tx, before.id, body.now);
    await record(tx, ctx, {
      name: 'stands.product_changed',
      subjectId: before.id,
      before: { pictureId },
      after: { pictureId: body.now },
    });
    const [after] = await store.lockProducts(tx, [before.id]);
    return shown(after ?? fail('general.internal'));
  });
