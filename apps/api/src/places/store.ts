import type { DraftPlace, MapLayer, MapPlace } from '@festivals/domain/places/contract';
import type { Language } from '@festivals/domain/primitives';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../platform/transaction.ts';

/** A place as its row is. */
export type PlaceRow = z.input<typeof DraftPlace>;
type LayerRow = z.input<typeof MapLayer>;

// Large areas first, so that a map draws what stands on them over them.
const inOrder = sql`array_position(array['MultiPolygon', 'Polygon', 'MultiLineString', 'LineString', 'Point'], p.geometry->>'type'), p.kind, p.id`;
const publicColumns = sql`p.id, p.kind, p.name, p.note, p.geometry, p.capacity, p.icon, p.color, p.hours`;
const columns = sql`${publicColumns}, p.layer_id as "layerId", p.external_id as "externalId", p.version`;

/** The places that everyone may see. */
export async function listPublic(tx: Tx): Promise<z.input<typeof MapPlace>[]> {
  const { rows } = await sql<z.input<typeof MapPlace>>`
    select ${publicColumns} from place p
    left join map_layer l on l.festival_id = p.festival_id and l.id = p.layer_id
    where p.festival_id = current_festival() and p.deleted_at is null and (p.layer_id is null or l.audience = 'PUBLIC')
    order by ${inOrder}`.execute(tx);
  return rows;
}

/** Every place that is on the map. */
export async function list(tx: Tx): Promise<PlaceRow[]> {
  const { rows } = await sql<PlaceRow>`
    select ${columns} from place p where p.festival_id = current_festival() and p.deleted_at is null
    order by ${inOrder}`.execute(tx);
  return rows;
}

/** What the place with this id is called, for a statement of another domain; null where it has no name or is not on the map. */
export const nameOfPlace = (id: RawBuilder<unknown>, language: Language): RawBuilder<string | null> => sql`(
  select nullif(name_in(p.name, ${language}), '') from place p
  where p.festival_id = current_festival() and p.id = ${id} and p.deleted_at is null)`;

/** The places of the map through which people come in, by their names. */
export async function entrances(tx: Tx): Promise<Pick<PlaceRow, 'id' | 'name'>[]> {
  const { rows } = await sql<Pick<PlaceRow, 'id' | 'name'>>`
    select id, name from place
    where festival_id = current_festival() and kind = 'ENTRANCE' and deleted_at is null order by id`.execute(tx);
  return rows;
}

/** Whether the festival has this place on its map. */
export async function hasPlace(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from place where festival_id = current_festival() and id = ${id} and deleted_at is null`.execute(tx);
  return rows.length === 1;
}

/** Whether a place of the map is one through which people come in. */
export async function isEntrance(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from place where festival_id = current_festival() and id = ${id} and kind = 'ENTRANCE' and deleted_at is null`.execute(
    tx,
  );
  return rows.length === 1;
}

/** Places by id, also removed ones, held against changes until the end of the deed: always in one order, so that two deeds never wait for each other. */
export async function lockPlaces(tx: Tx, ids: readonly string[]): Promise<(PlaceRow & { removed: boolean })[]> {
  const { rows } = await sql<PlaceRow & { removed: boolean }>`
    select ${columns}, p.deleted_at is not null as removed from place p
    where p.festival_id = current_festival() and p.id = any(${ids}::uuid[])
    order by p.id for update`.execute(tx);
  return rows;
}

/** Holds the whole map until the end of the deed: one import at a time, and no place changes meanwhile. */
export async function lockMap(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('map:' || current_festival()::text, 0))`.execute(tx);
  await sql`select from place where festival_id = current_festival() order by id for update`.execute(tx);
}

const asRecords = (written: readonly PlaceRow[]) => sql`
  jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as x(id uuid, kind text, name jsonb, note jsonb, geometry jsonb,
    capacity int, icon text, color text, hours jsonb, "layerId" uuid, "externalId" text)`;

export async function insertPlaces(tx: Tx, written: readonly PlaceRow[]): Promise<void> {
  if (written.length === 0) return;
  await sql`
    insert into place (festival_id, id, kind, name, note, geometry, capacity, icon, color, hours, layer_id, external_id)
    select current_festival(), x.id, x.kind, x.name, x.note, x.geometry, x.capacity, x.icon, x.color, x.hours, x."layerId", x."externalId"
    from ${asRecords(written)}`.execute(tx);
}

/** Writes places as they are now, one version on; a removed one is there again. */
export async function updatePlaces(tx: Tx, written: readonly PlaceRow[]): Promise<void> {
  if (written.length === 0) return;
  await sql`
    update place p set kind = x.kind, name = x.name, note = x.note, geometry = x.geometry, capacity = x.capacity,
      icon = x.icon, color = x.color, hours = x.hours, layer_id = x."layerId", version = p.version + 1, deleted_at = null
    from ${asRecords(written)}
    where p.festival_id = current_festival() and p.id = x.id`.execute(tx);
}

export async function removePlaces(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update place set deleted_at = now(), version = version + 1
    where festival_id = current_festival() and id = any(${ids}::uuid[])`.execute(tx);
}

export async function layers(tx: Tx): Promise<LayerRow[]> {
  const { rows } = await sql<LayerRow>`
    select id, name, audience, sort_order as "order", version from map_layer
    where festival_id = current_festival() and deleted_at is null order by sort_order, id`.execute(tx);
  return rows;
}

/** Layers by id, kept from being taken away until the end of the deed. */
export async function holdLayers(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from map_layer where festival_id = current_festival() and id = any(${ids}::uuid[]) and deleted_at is null
    order by id for share`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** One layer, held against changes until the end of the deed; undefined when it is not there any more. */
export async function lockLayer(tx: Tx, id: string): Promise<LayerRow | undefined> {
  const { rows } = await sql<LayerRow>`
    select id, name, audience, sort_order as "order", version from map_layer
    where festival_id = current_festival() and id = ${id} and deleted_at is null for update`.execute(tx);
  return rows[0];
}

export async function insertLayer(tx: Tx, layer: LayerRow): Promise<void> {
  await sql`
    insert into map_layer (festival_id, id, name, audience, sort_order)
    values (current_festival(), ${layer.id}, ${JSON.stringify(layer.name)}, ${layer.audience}, ${layer.order})`.execute(
    tx,
  );
}

export async function updateLayer(tx: Tx, layer: LayerRow): Promise<void> {
  await sql`
    update map_layer set name = ${JSON.stringify(layer.name)}, audience = ${layer.audience}, sort_order = ${layer.order},
      version = version + 1
    where festival_id = current_festival() and id = ${layer.id}`.execute(tx);
}

export async function removeLayer(tx: Tx, id: string): Promise<void> {
  await sql`
    update map_layer set deleted_at = now(), version = version + 1
    where festival_id = current_festival() and id = ${id}`.execute(tx);
}

/** @returns undefined when there is no such layer among those that were taken away */
export async function bringBackLayer(tx: Tx, id: string): Promise<LayerRow | undefined> {
  const { rows } = await sql<LayerRow>`
    update map_layer set deleted_at = null, version = version + 1
    where festival_id = current_festival() and id = ${id} and deleted_at is not null
    returning id, name, audience, sort_order as "order", version`.execute(tx);
  return rows[0];
}

export async function countPlacesOn(tx: Tx, layerId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from place
    where festival_id = current_festival() and layer_id = ${layerId} and deleted_at is null`.execute(tx);
  return rows[0]?.count ?? 0;
}
