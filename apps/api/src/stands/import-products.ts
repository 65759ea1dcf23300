import type { Input, Output, Received } from '@festivals/contract';
import { decodeText } from '@festivals/domain/csv';
import type * as contract from '@festivals/domain/stands/contract';
import { type ImportPlan, planImport, productsAsCsv } from '@festivals/domain/stands/plan-import';
import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed, look, type Tx } from '../platform/transaction.ts';
import { names as pictureNames } from '../media/store.ts';
import { writeProducts } from './save-products.ts';
import { showPicture } from './show-product-picture.ts';
import * as store from './store.ts';

/** All products as a file. */
export async function exportProducts(
  ctx: Ctx,
  { params }: Input<typeof contract.exportProducts>,
): Promise<Output<typeof contract.exportProducts>> {
  const text = await look(ctx, params.festivalId, async (tx) =>
    productsAsCsv(await store.list(tx), await pictureNames(tx)),
  );
  return { body: Buffer.from(text), name: 'products.csv' };
}

/** What a file would change. */
export async function previewImport(
  ctx: Ctx,
  { params, body }: Input<typeof contract.previewImport>,
): Promise<Output<typeof contract.previewImport>> {
  const text = await textOf(body);
  const plan = await look(ctx, params.festivalId, (tx) => planned(tx, text));
  return { hash: hashOf(plan), rows: plan.rows };
}

/** Writes what the preview showed: planned again behind a lock, and refused when the plan is another one by now. */
export async function applyImport(
  ctx: Ctx,
  { params, query, body }: Input<typeof contract.applyImport>,
): Promise<Output<typeof contract.applyImport>> {
  const text = await textOf(body);
  return deed(ctx, params.festivalId, async (tx) => {
    await store.lockMenus(tx);
    const plan = await planned(tx, text);
    if (hashOf(plan) !== query.hash) fail('stands.import_changed');
    const refused = plan.rows.filter(({ outcome }) => outcome === 'refused').map(({ line }) => line);
    if (refused.length > 0) fail('stands.import_refused', { lines: refused.slice(0, 100) });
    const created = plan.writes.flatMap(({ before, after }) => (before === null ? [{ id: v7(), ...after }] : []));
    const pictured: { id: string; was: string | null; now: string | null }[] = [];
    const changed = plan.writes.flatMap(({ before, after }) =>
      before === null ? [] : [{ before, after: { ...before, ...after, version: before.version + 1 } }],
    );
    await writeProducts(tx, ctx, {
      created: created.map(({ pictureId, ...product }) => {
        if (pictureId !== null) pictured.push({ id: product.id, was: null, now: pictureId });
        return product;
      }),
      changed: changed.map(({ before, after: { pictureId, ...after } }) => {
        const was = before.picture?.id ?? null;
        if (pictureId !== was) pictured.push({ id: before.id, was, now: pictureId });
        return { before, after };
      }),
    });
    for (const { id, was, now } of pictured) await showPicture(tx, ctx, { id, was, now });
    const after = { created: created.length, changed: changed.length };
    await record(tx, ctx, { name: 'stands.products_imported', subjectId: params.festivalId, after });
    return after;
  });
}

async function planned(tx: Tx, text: string): Promise<ImportPlan> {
  const plan = planImport(text, await store.list(tx), await pictureNames(tx));
  return 'reason' in plan ? fail('stands.file_unreadable', { ...plan }) : plan;
}

// What was shown and what will be written, and from which versions.
const hashOf = (plan: ImportPlan) =>
  createHash('sha256')
    // How a picture is kept may change while the file is looked at; which one is meant stands in the plan by its id.
    .update(JSON.stringify(plan, (key, value: unknown) => (key === 'picture' ? undefined : value)))
    .digest('hex');

async function textOf({ body }: Received): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return decodeText(Buffer.concat(chunks));
}
