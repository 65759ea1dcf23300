import type { Input, Output } from '@festivals/contract';
import type { Table } from '@festivals/domain/csv';
import type * as contract from '@festivals/domain/stands/contract';
import { type ImportPlan, type ImportWrite, planImport } from '@festivals/domain/stands/plan-import';
import { productsAsCsv } from '@festivals/domain/stands/products-as-csv';
import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { receivedTable } from '../platform/table/received-table.ts';
import { deed, look, type Tx } from '../platform/transaction.ts';
import { names as pictureNames } from '../media/store.ts';
import { find as findFestival } from '../festival/store.ts';
import { offeredVat } from '../festival/require-vat.ts';
import { importStock } from './import-stock.ts';
import { writeProducts } from './save-products.ts';
import { showPicture } from './show-product-picture.ts';
import { lockStock, stock } from './stock-store.ts';
import * as store from './store.ts';

/** All products as a file. */
export async function exportProducts(
  ctx: Ctx,
  { params }: Input<typeof contract.exportProducts>,
): Promise<Output<typeof contract.exportProducts>> {
  const text = await look(ctx, params.festivalId, async (tx) =>
    productsAsCsv(await store.list(tx), { pictures: await pictureNames(tx), stock: await stock(tx) }),
  );
  return { body: Buffer.from(text), name: 'products.csv' };
}

/** What a file would change. */
export async function previewImport(
  ctx: Ctx,
  { params, body }: Input<typeof contract.previewImport>,
): Promise<Output<typeof contract.previewImport>> {
  const table = await receivedTable(body);
  const plan = await look(ctx, params.festivalId, (tx) => planned(tx, ctx, table));
  return { hash: hashOf(plan), rows: plan.rows };
}

/** Writes what the preview showed: planned again behind a lock, and refused when the plan is another one by now. */
export async function applyImport(
  ctx: Ctx,
  { params, query, body }: Input<typeof contract.applyImport>,
): Promise<Output<typeof contract.applyImport>> {
  const table = await receivedTable(body);
  return deed(ctx, params.festivalId, async (tx) => {
    await lockStock(tx);
    await store.lockMenus(tx);
    const counted = await stock(tx);
    const plan = await planned(tx, ctx, table);
    if (hashOf(plan) !== query.hash) fail('stands.import_changed');
    const refused = plan.rows.filter(({ outcome }) => outcome === 'refused').map(({ line }) => line);
    if (refused.length > 0) fail('stands.import_refused', { lines: refused.slice(0, 100) });
    const writes = plan.writes.map((write) => ({ ...write, id: write.before?.id ?? v7() }));
    const counts = writes.flatMap(({ id, stock: count }) => (count === null ? [] : [{ ...count, productId: id }]));
    if (counts.length > 0 && query.reason === undefined) fail('stands.count_without_reason');
    await writeProducts(tx, ctx, {
      created: writes.flatMap(({ before, after, id }) => (before === null ? [{ id, ...productOf(after) }] : [])),
      changed: writes.flatMap(({ before, after, isEdit }) =>
        before !== null && isEdit
          ? [{ before, after: { ...before, ...productOf(after), version: before.version + 1 } }]
          : [],
      ),
    });
    for (const { id, before, after } of writes) {
      const [was, now] = [before?.picture?.id ?? null, after.pictureId];
      if (was !== now) await showPicture(tx, ctx, { id, was, now });
    }
    const moved = writes.flatMap(({ before, after, id }) =>
      before !== null && before.standId !== after.standId ? [{ id, standId: after.standId }] : [],
    );
    await importStock(tx, ctx, { stock: counted, counts, moved, reason: query.reason ?? '' });
    const created = writes.filter(({ before }) => before === null).length;
    const after = { created, changed: writes.length - created, counted: counts.length };
    await record(tx, ctx, { name: 'stands.products_imported', subjectId: params.festivalId, after });
    return after;
  });
}

function productOf(after: ImportWrite['after']) {
  const { pictureId: _, ...product } = after;
  return product;
}

async function planned(tx: Tx, ctx: Ctx, table: Table): Promise<ImportPlan> {
  const mayBeVat = await offeredVat(tx, ctx);
  const { languages } = (await findFestival(tx)) ?? fail('general.not_found');
  const named = { language: languages[0] ?? 'en', pictures: await pictureNames(tx), stock: await stock(tx), mayBeVat };
  const plan = planImport(table, await store.list(tx), named);
  return 'reason' in plan ? fail('stands.file_unreadable', { ...plan }) : plan;
}

// What was shown and what will be written, and from which versions.
const hashOf = (plan: ImportPlan) =>
  createHash('sha256')
    // How a picture is kept may change while the file is looked at; which one is meant stands in the plan by its id.
    .update(JSON.stringify(plan, (key, value: unknown) => (key === 'picture' ? undefined : value)))
    .digest('hex');
