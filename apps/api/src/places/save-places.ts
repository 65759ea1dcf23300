import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/places/contract';
import type { Geometry } from '@festivals/domain/places/geometry';
import { mapPositions } from '@festivals/domain/places/positions';
import { rounded } from '@festivals/domain/places/measure';
import { v7 } from 'uuid';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { given } from '../platform/given.ts';
import { record } from '../platform/record.ts';
import { deed, type Tx } from '../platform/transaction.ts';
import * as store from './store.ts';

type Held = ReadonlyMap<string, store.PlaceRow & { removed: boolean }>;

/** Does many things to the map, all or none. */
export function savePlaces(
  ctx: Ctx,
  { params, body }: Input<typeof contract.savePlaces>,
): Promise<Output<typeof contract.savePlaces>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const held = await hold(tx, body.rows);
    const refused = refusedRows(body.rows, held.places, held.layers);
    if (refused.length > 0) fail('places.rows_refused', { rows: refused });
    return write(tx, ctx, body.rows, held.places);
  });
}

/** Puts one place on the map. */
export function createPlace(
  ctx: Ctx,
  { params, body }: Input<typeof contract.createPlace>,
): Promise<Output<typeof contract.createPlace>> {
  return deed(ctx, params.festivalId, (tx) => saveOne(tx, ctx, { op: 'create', place: body }));
}

/** Changes a place that nobody changed meanwhile. */
export function updatePlace(
  ctx: Ctx,
  { params, body }: Input<typeof contract.updatePlace>,
): Promise<Output<typeof contract.updatePlace>> {
  return deed(ctx, params.festivalId, (tx) => saveOne(tx, ctx, { op: 'change', id: params.placeId, ...body }));
}

/** Takes a place off the map. */
export async function deletePlace(ctx: Ctx, { params, query }: Input<typeof contract.deletePlace>): Promise<void> {
  await deed(ctx, params.festivalId, (tx) =>
    saveOne(tx, ctx, { op: 'remove', id: params.placeId, version: query.version }),
  );
}

/** Puts a place back as it was when it was taken off. */
export function restorePlace(
  ctx: Ctx,
  { params }: Input<typeof contract.restorePlace>,
): Promise<Output<typeof contract.restorePlace>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const [place] = await store.lockPlaces(tx, [params.placeId]);
    if (place?.removed === false) fail('general.conflict');
    return saveOne(tx, ctx, { op: 'restore', id: params.placeId, version: place?.version ?? 1 });
  });
}

async function saveOne(tx: Tx, ctx: Ctx, row: contract.PlaceDeed): Promise<store.PlaceRow> {
  const held = await hold(tx, [row]);
  const [refused] = refusedRows([row], held.places, held.layers);
  if (refused?.reason === 'layer_gone') fail('places.layer_gone');
  if (refused?.reason === 'conflict') fail('general.conflict', { version: refused.version });
  if (refused) fail('general.not_found');
  const [written] = await write(tx, ctx, [row], held.places);
  return written ?? fail('general.internal');
}

/** Layers before places: whoever takes a layer away asks in the same order. */
async function hold(tx: Tx, rows: readonly contract.PlaceDeed[]) {
  const ids = rows.flatMap((row) => (row.op === 'create' ? [] : [row.id]));
  const locked = await store.lockPlaces(tx, ids);
  const places: Held = new Map(locked.map((place) => [place.id, place]));
  const wanted = rows.map((row) => layerOf(row, places)).filter((id) => id !== null);
  return { places, layers: await store.holdLayers(tx, [...new Set(wanted)]) };
}

/** The layer on which a row puts its place; null for the ground, or where it stays where it is. */
function layerOf(row: contract.PlaceDeed, places: Held): string | null {
  if (row.op === 'create') return row.place.layerId;
  if (row.op === 'change') return row.changes.layerId ?? null;
  return row.op === 'restore' ? (places.get(row.id)?.layerId ?? null) : null;
}

function refusedRows(
  rows: readonly contract.PlaceDeed[],
  places: Held,
  layers: ReadonlySet<string>,
): contract.RefusedPlace[] {
  const named = new Set<string>();
  return rows.flatMap((deed, row): contract.RefusedPlace[] => {
    const layer = layerOf(deed, places);
    if (layer !== null && !layers.has(layer)) return [{ row, reason: 'layer_gone' }];
    if (deed.op === 'create') return [];
    if (named.has(deed.id)) return [{ row, reason: 'duplicate' }];
    named.add(deed.id);
    const place = places.get(deed.id);
    if (!place || place.removed !== (deed.op === 'restore')) return [{ row, reason: 'not_found' }];
    return place.version === deed.version ? [] : [{ row, reason: 'conflict', version: place.version }];
  });
}

async function write(tx: Tx, ctx: Ctx, rows: readonly contract.PlaceDeed[], held: Held): Promise<store.PlaceRow[]> {
  const done = rows.flatMap((row) => {
    const { removed: _, ...before } = (row.op === 'create' ? undefined : held.get(row.id)) ?? { removed: false };
    const known = 'id' in before ? before : null;
    const after = row.op === 'create' ? created(row.place) : known && next(known, row);
    return after === null ? [] : [{ op: row.op, before: known, after }];
  });
  const of = (...ops: contract.PlaceDeed['op'][]) =>
    done.filter(({ op }) => ops.includes(op)).map(({ after }) => after);
  await store.insertPlaces(tx, of('create'));
  await store.updatePlaces(tx, of('change', 'restore'));
  await store.removePlaces(
    tx,
    of('remove').map(({ id }) => id),
  );
  for (const { op, before, after } of done)
    await record(tx, ctx, {
      name: deedNames[op],
      subjectId: after.id,
      ...(before !== null && op !== 'restore' ? { before } : {}),
      ...(op === 'remove' ? {} : { after }),
    });
  return done.map(({ after }) => after);
}

const deedNames = {
  create: 'places.place_created',
  change: 'places.place_changed',
  remove: 'places.place_removed',
  restore: 'places.place_restored',
} as const;

const created = (place: contract.NewPlace): store.PlaceRow => ({
  id: v7(),
  ...place,
  geometry: tidy(place.geometry),
  externalId: null,
  version: 1,
});

function next(before: store.PlaceRow, row: contract.PlaceDeed): store.PlaceRow {
  const version = before.version + 1;
  if (row.op !== 'change') return { ...before, version };
  const { geometry, ...changes } = given(row.changes);
  return { ...before, ...changes, ...(geometry ? { geometry: tidy(geometry) } : {}), version };
}

const tidy = (geometry: Geometry): Geometry => mapPositions(geometry, ([x, y]) => [rounded(x), rounded(y)]);
