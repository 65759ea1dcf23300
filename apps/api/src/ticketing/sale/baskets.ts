import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/contract';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { record } from '../../platform/record.ts';
import { deed, look } from '../../platform/transaction.ts';
import { hashSecret } from './secret.ts';
import * as store from '../store.ts';

/** A held basket, for whoever has its secret. */
export async function viewBasket(
  ctx: Ctx,
  { params, query }: Input<typeof contract.viewBasket>,
): Promise<Output<typeof contract.viewBasket>> {
  const basket = await look(ctx, params.festivalId, (tx) =>
    store.findBasket(tx, params.basketId, hashSecret(query.secret)),
  );
  return basket ?? fail('general.not_found');
}

/** Gives a basket's places back; one that is released already stays so. */
export function releaseBasket(ctx: Ctx, { params, query }: Input<typeof contract.releaseBasket>): Promise<void> {
  return deed(ctx, params.festivalId, async (tx) => {
    const basket = await store.findBasket(tx, params.basketId, hashSecret(query.secret));
    if (!basket) fail('general.not_found');
    if (!(await store.releaseBasket(tx, params.basketId))) return;
    await record(tx, ctx, { name: 'ticketing.basket_released', subjectId: params.basketId });
  });
}
