import type { MapPlace } from '@festivals/domain/places/contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../platform/transaction.ts';

/** The festival's places; large areas first, so that a map draws what stands on them over them. */
export async function list(tx: Tx): Promise<z.input<typeof MapPlace>[]> {
  const { rows } = await sql<z.input<typeof MapPlace>>`
    select id, kind, name, geometry, capacity from place
    where festival_id = current_festival()
    order by array_position(array['Polygon', 'LineString', 'Point'], geometry->>'type'), kind, id`.execute(tx);
  return rows;
}

/** Whether the festival has this place. */
export async function hasPlace(tx: Tx, id: string): Promise<boolean> {
  return (await tx.selectFrom('place').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}
