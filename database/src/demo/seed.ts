import { withConnection } from '../connect.ts';
import { demoAccounts } from './accounts.ts';
import { demoTables } from './demo-tables.ts';
import { insertRows } from './insert-rows.ts';
import { tallySeason } from './tally-season.ts';

export interface SeedOptions {
  /** The moment at which the demo is set: everything sold was sold before it, the festivals are after it. Default: now. */
  base?: Date;
}

/**
 * Fills in the demo: four fictional festivals, their people and a season of sales. Does nothing where it was done before.
 * The same base makes the same rows, byte for byte.
 * @param databaseUrl the owner's connection, as for migrations
 */
export async function seedDemo(databaseUrl: string, options: SeedOptions = {}): Promise<void> {
  await withConnection(databaseUrl, async (client) => {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtextextended('festivals.demo', 0))`);
    const emails = demoAccounts.map((account) => account.email);
    const { rowCount } = await client.query('select from person where email = any($1::citext[]) limit 1', [emails]);
    if (rowCount === 0) {
      const tables = await demoTables(options.base ?? new Date());
      for (const [table, rows] of tables) await insertRows(client, table, rows);
      await tallySeason(client);
      await client.query('select platform.learn_orders(null)');
      await client.query('select platform.book_unbooked(null)');
      // Without figures the planner takes these tables for tiny until autovacuum comes by.
      await client.query(`analyze ${tables.map(([table]) => table).join(', ')}`);
    }
    await client.query('commit');
  });
}
