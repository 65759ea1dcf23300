import type pg from 'pg';
import { expect } from 'vitest';
import { eventually } from './eventually.ts';

/**
 * Waits for all transactions under way, those of other databases of the server too: what follows events, entries and tickets in the
 * order of their transactions passes nothing on before.
 */
export async function allEnded(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ xid: string }>('select pg_snapshot_xmax(pg_current_snapshot())::text as xid');
  await eventually(async () => {
    const ended = 'select pg_snapshot_xmin(pg_current_snapshot()) >= $1::xid8 as ended';
    expect((await pool.query(ended, [rows[0]?.xid])).rows).toEqual([{ ended: true }]);
  });
}
