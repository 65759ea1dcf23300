/** What the editors of a programme share in SQL. */
import { sql } from 'kysely';
import type { Tx } from '../platform/transaction.ts';

/**
 * Until the transaction ends nobody else edits this festival's programme. Edits are rare and short, and one at a time each of
 * them can say exactly what stands in its way.
 */
export async function lockProgramme(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('programme ' || current_festival(), 0))`.execute(tx);
}

/** A record that came back goes on counting where it ended: nobody holds its new state by an old number. */
export async function putVersion(
  tx: Tx,
  table: 'artist' | 'stage' | 'slot',
  id: string,
  version: number,
): Promise<void> {
  await tx.updateTable(table).set({ version }).where('id', '=', id).execute();
}

/** Only what has a value: what a partial change leaves alone is undefined. */
export const definedOf = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

/** Fields of which each may be left out. */
export type Some<T> = { [K in keyof T]?: T[K] | undefined };
