/** The addresses that the transaction's festival had before; its own row of the table is written by the festival's (migration 0086). */
import { sql } from 'kysely';
import type { Tx } from '../platform/transaction.ts';

interface FormerRow {
  slug: string;
  leftAt: string;
}

const former = sql`festival_id = current_festival() and left_at is not null`;

/** The last one first. */
export async function list(tx: Tx): Promise<FormerRow[]> {
  const { rows } = await sql<FormerRow>`
    select slug, iso(left_at) as "leftAt" from festival_address where ${former} order by left_at desc, slug`.execute(
    tx,
  );
  return rows;
}

/** @returns undefined where the festival never had it, or has it now */
export async function remove(tx: Tx, slug: string): Promise<FormerRow | undefined> {
  const { rows } = await sql<FormerRow>`
    delete from festival_address where ${former} and slug = ${slug} returning slug, iso(left_at) as "leftAt"`.execute(
    tx,
  );
  return rows[0];
}
