import { sql } from 'kysely';
import type { Tx } from '../platform/transaction.ts';

export type Use = 'COVER' | 'LOGO' | 'GALLERY';

/** The pictures that the festival shows for one use, in their order. */
export async function shownFor(tx: Tx, use: Use): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select picture_id as id from festival_picture
    where festival_id = current_festival() and use = ${use} order by position`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Writes them anew. */
export async function show(tx: Tx, use: Use, ids: readonly string[]): Promise<void> {
  await sql`delete from festival_picture where festival_id = current_festival() and use = ${use}`.execute(tx);
  await sql`
    insert into festival_picture (festival_id, use, position, picture_id)
    select current_festival(), ${use}, place - 1, id from unnest(${ids}::uuid[]) with ordinality as shown (id, place)`.execute(
    tx,
  );
}
