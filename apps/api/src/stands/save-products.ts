import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/stands/contract';
import { v7 } from 'uuid';
import type { Ctx } from '../platform/context.ts';
import { offeredVat } from '../festival/require-vat.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed, type Tx } from '../platform/transaction.ts';
import { given } from '../platform/given.ts';
import * as store from './store.ts';

interface Written {
  created?: readonly store.WrittenProduct[];
  changed?: readonly { before: store.ProductRow; after: store.ProductRow }[];
  removed?: readonly store.ProductRow[];
}

/** A product as its stand's menu shows it. */
export function shown(row: store.ProductRow) {
  const { standId: _, ...product } = row;
  return product;
}

/** Whether a stand's menu has a section; below no heading there is always room. */
export const hasSection = (stand: { sections: readonly contract.MenuSection[] }, id: string | null | undefined) =>
  id === null || id === undefined || stand.sections.some((section) => section.id === id);

/** Writes products and tells of each, so that every one has a history of its own. */
export async function writeProducts(tx: Tx, ctx: Ctx, { created = [], changed = [], removed = [] }: Written) {
  await store.insertProducts(tx, created);
  await store.updateProducts(
    tx,
    changed.map(({ after }) => after),
  );
  await store.removeProducts(
    tx,
    removed.map(({ id }) => id),
  );
  for (const after of created) await record(tx, ctx, { name: 'stands.product_created', subjectId: after.id, after });
  for (const { before, after } of changed)
    await record(tx, ctx, { name: 'stands.product_changed', subjectId: before.id, before, after });
  for (const before of removed) await record(tx, ctx, { name: 'stands.product_removed', subjectId: before.id, before });
}

/** Saves the rows of one stand's sheet, all or none. */
export function saveProducts(
  ctx: Ctx,
  { params, body }: Input<typeof contract.saveProducts>,
): Promise<Output<typeof contract.saveProducts>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const stand = (await store.holdStand(tx, params.standId)) ?? fail('general.not_found');
    const ids = body.rows.flatMap((row) => (row.op === 'create' ? [] : [row.id]));
    const locked = await store.lockProducts(tx, ids);
    const current = new Map(locked.filter(({ standId }) => standId === params.standId).map((one) => [one.id, one]));
    const mayBeVat = await offeredVat(tx, ctx);
    const refused = refusedRows(body.rows, current, { sections: stand.sections, mayBeVat });
    if (refused.length > 0) fail('stands.rows_refused', { rows: refused });
    await writeProducts(tx, ctx, writtenBy(params.standId, body.rows, current));
    return (await store.productsOf(tx, params.standId)).map(shown);
  });
}

function refusedRows(
  rows: readonly contract.ProductDeed[],
  current: ReadonlyMap<string, store.ProductRow>,
  allowed: { sections: readonly contract.MenuSection[]; mayBeVat: (rate: number) => boolean },
): contract.RefusedRow[] {
  const named = new Set<string>();
  return rows.flatMap((deed, row): contract.RefusedRow[] => {
    if (deed.op === 'create') return wrongIn(deed.product, row, allowed);
    if (named.has(deed.id)) return [{ row, reason: 'duplicate' }];
    named.add(deed.id);
    const product = current.get(deed.id);
    if (!product) return [{ row, reason: 'not_found' }];
    if (product.version !== deed.version) return [{ row, reason: 'conflict', version: product.version }];
    if (deed.op === 'remove') return [];
    // A rate that a product already has is not judged again.
    const { vat, ...changes } = deed.changes;
    return wrongIn({ ...changes, vat: vat === product.vat ? undefined : vat }, row, allowed);
  });
}

function wrongIn(
  { sectionId, vat }: { sectionId?: string | null | undefined; vat: number | undefined },
  row: number,
  { sections, mayBeVat }: { sections: readonly contract.MenuSection[]; mayBeVat: (rate: number) => boolean },
): contract.RefusedRow[] {
  if (!hasSection({ sections }, sectionId)) return [{ row, reason: 'section_gone' }];
  return vat === undefined || mayBeVat(vat) ? [] : [{ row, reason: 'unknown_vat_rate' }];
}

function writtenBy(
  standId: string,
  rows: readonly contract.ProductDeed[],
  current: ReadonlyMap<string, store.ProductRow>,
): Written {
  return {
    created: rows.flatMap((row) => (row.op === 'create' ? [{ id: v7(), standId, ...row.product }] : [])),
    changed: rows.flatMap((row) => {
      const before = row.op === 'change' ? current.get(row.id) : undefined;
      return before && row.op === 'change'
        ? [{ before, after: { ...before, ...given(row.changes), version: before.version + 1 } }]
        : [];
    }),
    removed: rows.flatMap((row) => (row.op === 'remove' ? (current.get(row.id) ?? []) : [])),
  };
}
