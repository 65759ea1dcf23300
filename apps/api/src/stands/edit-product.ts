import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/stands/contract';
import { v7 } from 'uuid';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { requireVat } from '../festival/require-vat.ts';
import { record } from '../platform/record.ts';
import { deed, type Tx } from '../platform/transaction.ts';
import { given } from '../platform/given.ts';
import { hasSection, shown } from './save-products.ts';
import * as store from './store.ts';

/** Puts a product on a stand's menu. */
export function createProduct(
  ctx: Ctx,
  { params, body }: Input<typeof contract.createProduct>,
): Promise<Output<typeof contract.createProduct>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const stand = (await store.holdStand(tx, params.standId)) ?? fail('general.not_found');
    if (!hasSection(stand, body.sectionId)) fail('stands.section_gone');
    await requireVat(tx, ctx, { rate: body.vat });
    const created = { id: v7(), standId: params.standId, ...body };
    await store.insertProducts(tx, [created]);
    await record(tx, ctx, { name: 'stands.product_created', subjectId: created.id, after: created });
    return shown({ ...created, picture: null, version: 1 });
  });
}

/** Changes a product that nobody changed meanwhile. */
export function updateProduct(
  ctx: Ctx,
  { params, body }: Input<typeof contract.updateProduct>,
): Promise<Output<typeof contract.updateProduct>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const { sectionId = null } = body.changes;
    const stand = sectionId === null ? undefined : await store.holdStandOf(tx, params.productId);
    const before = await productAt(tx, params.productId, body.version);
    if (sectionId !== null && !(stand?.id === before.standId && hasSection(stand, sectionId)))
      fail('stands.section_gone');
    await requireVat(tx, ctx, { rate: body.changes.vat, before: before.vat });
    const after = { ...before, ...given(body.changes), version: before.version + 1 };
    await store.updateProducts(tx, [after]);
    await record(tx, ctx, { name: 'stands.product_changed', subjectId: before.id, before, after });
    return shown(after);
  });
}

/** Takes a product off the menu; what it cost stays known. */
export function deleteProduct(ctx: Ctx, { params, query }: Input<typeof contract.deleteProduct>): Promise<void> {
  return deed(ctx, params.festivalId, async (tx) => {
    const before = await productAt(tx, params.productId, query.version);
    await store.removeProducts(tx, [before.id]);
    await record(tx, ctx, { name: 'stands.product_removed', subjectId: before.id, before });
  });
}

async function productAt(tx: Tx, id: string, version: number): Promise<store.ProductRow> {
  const [product] = await store.lockProducts(tx, [id]);
  if (!product) fail('general.not_found');
  if (product.version !== version) fail('general.conflict', { version: product.version });
  return product;
}
