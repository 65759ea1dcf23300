import type { Gate } from '@festivals/domain/access/gate-contract';
import type { GateRow } from '@festivals/domain/access/list-view';
import type { Language } from '@festivals/domain/primitives';
import { sql } from 'kysely';
import type { z } from 'zod';
import { nameOfPlace } from '../places/store.ts';
import type { Tx } from '../platform/transaction.ts';

type View = z.input<typeof Gate>;
type Editable = Pick<View, 'name' | 'placeId'>;

/** The gates by name. */
export async function gates(tx: Tx): Promise<View[]> {
  const { rows } = await sql<View>`
    select id, name, place_id as "placeId", version from gate
    where festival_id = current_festival() and deleted_at is null order by lower(name), id`.execute(tx);
  return rows;
}

/** The gates with the names of their entrances, for whoever reads them in a file. */
export async function gatesToList(tx: Tx, language: Language): Promise<GateRow[]> {
  const { rows } = await sql<GateRow>`
    select g.name, ${nameOfPlace(sql.ref('g.place_id'), language)} as entrance from gate g
    where g.festival_id = current_festival() and g.deleted_at is null order by lower(g.name), g.id`.execute(tx);
  return rows;
}

/** One gate, held against changes until the end of the deed; undefined when it is not there any more. */
export async function lockGate(tx: Tx, id: string): Promise<View | undefined> {
  const { rows } = await sql<View>`
    select id, name, place_id as "placeId", version from gate
    where festival_id = current_festival() and id = ${id} and deleted_at is null for update`.execute(tx);
  return rows[0];
}

/** Holds every gate until the end of the deed: one import at a time, and none changes meanwhile. */
export async function lockGates(tx: Tx): Promise<void> {
  await sql`select from gate where festival_id = current_festival() order by id for update`.execute(tx);
}

/** Adds gates, and changes those that are there by their ids. */
export async function writeGates(tx: Tx, written: readonly (Editable & { id: string })[]): Promise<void> {
  if (written.length === 0) return;
  await sql`
    insert into gate (festival_id, id, name, place_id)
    select current_festival(), x.id, x.name, x."placeId"
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as x(id uuid, name text, "placeId" uuid)
    on conflict (festival_id, id) do update
      set name = excluded.name, place_id = excluded.place_id, version = gate.version + 1`.execute(tx);
}

export async function insertGate(tx: Tx, id: string, { name, placeId }: Editable): Promise<void> {
  await sql`
    insert into gate (festival_id, id, name, place_id) values (current_festival(), ${id}, ${name}, ${placeId})`.execute(
    tx,
  );
}

export async function updateGate(tx: Tx, id: string, { name, placeId }: Editable): Promise<void> {
  await sql`
    update gate set name = ${name}, place_id = ${placeId}, version = version + 1
    where festival_id = current_festival() and id = ${id}`.execute(tx);
}

export async function removeGate(tx: Tx, id: string): Promise<void> {
  await sql`
    update gate set deleted_at = now(), version = version + 1
    where festival_id = current_festival() and id = ${id}`.execute(tx);
}

/** False when there is no such gate among those that were taken away. */
export async function bringBackGate(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    update gate set deleted_at = null, version = version + 1
    where festival_id = current_festival() and id = ${id} and deleted_at is not null returning id`.execute(tx);
  return rows.length === 1;
}
