import type { TestApi } from './start-api.ts';

/** How many sessions of the test's own database wait for a lock. */
export async function waitingSessions({ ownerPool }: TestApi): Promise<number> {
  const { rowCount } = await ownerPool.query(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rowCount ?? 0;
}
