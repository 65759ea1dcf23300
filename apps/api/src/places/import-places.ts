import type { Input, Output, Received } from '@festivals/contract';
import type * as contract from '@festivals/domain/places/contract';
import { placesAsGeoJson } from '@festivals/domain/places/geojson';
import { type ImportPlan, planImport } from '@festivals/domain/places/plan-import';
import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { find } from '../festival/store.ts';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { receivedBytes } from '../platform/received-bytes.ts';
import { record } from '../platform/record.ts';
import { deed, look, type Tx } from '../platform/transaction.ts';
import * as store from './store.ts';

/** The whole map as a file. */
export async function exportPlaces(
  ctx: Ctx,
  { params }: Input<typeof contract.exportPlaces>,
): Promise<Output<typeof contract.exportPlaces>> {
  const text = await look(ctx, params.festivalId, async (tx) =>
    placesAsGeoJson(await store.list(tx), await store.layers(tx)),
  );
  return { body: Buffer.from(text), name: 'places.geojson' };
}

/** What a file would change. */
export async function previewPlacesImport(
  ctx: Ctx,
  { params, query, body }: Input<typeof contract.previewPlacesImport>,
): Promise<Output<typeof contract.previewPlacesImport>> {
  const text = await textOf(body);
  const plan = await look(ctx, params.festivalId, (tx) => planned(tx, text, query));
  return { hash: hashOf(plan, query), rows: plan.rows, swapped: plan.swapped };
}

/** Writes what the preview showed: planned again behind a lock, and refused when the plan is another one by now. */
export async function applyPlacesImport(
  ctx: Ctx,
  { params, query, body }: Input<typeof contract.applyPlacesImport>,
): Promise<Output<typeof contract.applyPlacesImport>> {
  const text = await textOf(body);
  const { layerId = null } = query;
  return deed(ctx, params.festivalId, async (tx) => {
    await store.lockMap(tx);
    const held = await store.holdLayers(tx, layerId === null ? [] : [layerId]);
    if (layerId !== null && !held.has(layerId)) fail('places.layer_gone');
    const plan = await planned(tx, text, query);
    if (hashOf(plan, query) !== query.hash) fail('places.import_changed');
    const refused = plan.rows.filter(({ outcome }) => outcome === 'refused').map(({ index }) => index);
    if (refused.length > 0 && !query.leaveOut) fail('places.import_refused', { features: refused.slice(0, 100) });
    const created = plan.writes.flatMap(({ before, after }): store.PlaceRow[] =>
      before === null ? [{ id: v7(), ...after, layerId, version: 1 }] : [],
    );
    const changed = plan.writes.flatMap(({ before, after }) =>
      before === null ? [] : [{ before, after: { ...before, ...after, version: before.version + 1 } }],
    );
    await store.insertPlaces(tx, created);
    await store.updatePlaces(
      tx,
      changed.map(({ after }) => after),
    );
    // New places of a file have one event, which names them; what was there before keeps a history of its own.
    for (const { before, after } of changed)
      await record(tx, ctx, { name: 'places.place_changed', subjectId: before.id, before, after });
    await record(tx, ctx, {
      name: 'places.imported',
      subjectId: params.festivalId,
      after: {
        created: created.length,
        changed: changed.length,
        ...(refused.length > 0 && { leftOut: refused.length }),
        places: created.map(({ id }) => id),
      },
    });
    return { created: created.length, changed: changed.length };
  });
}

async function planned(tx: Tx, text: string, { swap }: { swap: boolean }): Promise<ImportPlan> {
  const { place, languages } = (await find(tx)) ?? fail('general.not_found');
  const setting = { festival: place, language: languages[0] ?? 'en', swap };
  const plan = planImport(text, await store.list(tx), setting);
  if (!('reason' in plan)) return plan;
  if (plan.reason === 'foreign_coordinates') fail('places.foreign_coordinates', { crs: plan.crs });
  return fail('places.file_unreadable', { reason: plan.reason });
}

// What was shown and what will be written, from which versions and onto which layer.
const hashOf = (plan: ImportPlan, { layerId }: { layerId?: string | undefined }) =>
  createHash('sha256')
    .update(JSON.stringify([plan, layerId ?? null]))
    .digest('hex');

async function textOf(file: Received): Promise<string> {
  const bytes = await receivedBytes(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fail('places.file_unreadable', { reason: 'not_json' });
  }
}
