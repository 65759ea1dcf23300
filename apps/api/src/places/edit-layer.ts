import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/places/contract';
import { v7 } from 'uuid';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { given } from '../platform/given.ts';
import { record } from '../platform/record.ts';
import { deed, type Tx } from '../platform/transaction.ts';
import * as store from './store.ts';

/** Adds a layer that has no places yet. */
export function createLayer(
  ctx: Ctx,
  { params, body }: Input<typeof contract.createLayer>,
): Promise<Output<typeof contract.createLayer>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const layer = { id: v7(), ...body, version: 1 };
    await store.insertLayer(tx, layer);
    await record(tx, ctx, { name: 'places.layer_created', subjectId: layer.id, after: layer });
    return layer;
  });
}

/** Changes a layer that nobody changed meanwhile; all its places are shown or hidden with it. */
export function updateLayer(
  ctx: Ctx,
  { params, body }: Input<typeof contract.updateLayer>,
): Promise<Output<typeof contract.updateLayer>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const before = await layerAt(tx, params.layerId, body.version);
    const after = { ...before, ...given(body.changes), version: before.version + 1 };
    await store.updateLayer(tx, after);
    await record(tx, ctx, { name: 'places.layer_changed', subjectId: before.id, before, after });
    return after;
  });
}

/** Takes an empty layer away. */
export async function deleteLayer(ctx: Ctx, { params, query }: Input<typeof contract.deleteLayer>): Promise<void> {
  await deed(ctx, params.festivalId, async (tx) => {
    const before = await layerAt(tx, params.layerId, query.version);
    const places = await store.countPlacesOn(tx, before.id);
    if (places > 0) fail('places.layer_in_use', { places });
    await store.removeLayer(tx, before.id);
    await record(tx, ctx, { name: 'places.layer_removed', subjectId: before.id, before });
  });
}

/** Brings a layer back, as it was. */
export function restoreLayer(
  ctx: Ctx,
  { params }: Input<typeof contract.restoreLayer>,
): Promise<Output<typeof contract.restoreLayer>> {
  return deed(ctx, params.festivalId, async (tx) => {
    if (await store.lockLayer(tx, params.layerId)) fail('general.conflict');
    const after = (await store.bringBackLayer(tx, params.layerId)) ?? fail('general.not_found');
    await record(tx, ctx, { name: 'places.layer_restored', subjectId: after.id, after });
    return after;
  });
}

async function layerAt(tx: Tx, id: string, version: number) {
  const layer = await store.lockLayer(tx, id);
  if (!layer) fail('general.not_found');
  if (layer.version !== version) fail('general.conflict', { version: layer.version });
  return layer;
}
