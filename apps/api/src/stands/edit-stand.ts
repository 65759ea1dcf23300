import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/stands/contract';
import { v7 } from 'uuid';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed, type Tx } from '../platform/transaction.ts';
import { given } from '../platform/given.ts';
import { shown } from './save-products.ts';
import * as store from './store.ts';

/** Adds a stand that offers nothing yet. */
export function createStand(
  ctx: Ctx,
  { params, body }: Input<typeof contract.createStand>,
): Promise<Output<typeof contract.createStand>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const id = v7();
    await store.insertStand(tx, id, body);
    await record(tx, ctx, { name: 'stands.stand_created', subjectId: id, after: body });
    return { id, ...body, version: 1, products: [] };
  });
}

/** Changes a stand that nobody changed meanwhile. */
export function updateStand(
  ctx: Ctx,
  { params, body }: Input<typeof contract.updateStand>,
): Promise<Output<typeof contract.updateStand>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const before = await standAt(tx, params.standId, body.version);
    const after = { ...before, ...given(body.changes), version: before.version + 1 };
    await store.updateStand(tx, before.id, after);
    await record(tx, ctx, { name: 'stands.stand_changed', subjectId: before.id, before, after });
    return { ...after, products: (await store.productsOf(tx, before.id)).map(shown) };
  });
}

/** Takes a stand away. Its products go with it: a menu is read through its stand alone. */
export function deleteStand(ctx: Ctx, { params, query }: Input<typeof contract.deleteStand>): Promise<void> {
  return deed(ctx, params.festivalId, async (tx) => {
    const before = await standAt(tx, params.standId, query.version);
    await store.removeStand(tx, before.id);
    await record(tx, ctx, { name: 'stands.stand_removed', subjectId: before.id, before });
  });
}

async function standAt(tx: Tx, id: string, version: number) {
  const stand = await store.lockStand(tx, id);
  if (!stand) fail('general.not_found');
  if (stand.version !== version) fail('general.conflict', { version: stand.version });
  return stand;
}
