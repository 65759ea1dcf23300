import { join } from 'node:path';
import { withConnection } from './connect.ts';
import { env } from './env.ts';
import { startPostgres } from './postgres.ts';
import { dropLeftovers, prepareTemplate } from './template.ts';

/**
 * Vitest's global set-up for tests that need a database: starts a disposable cluster unless `DATABASE_URL` names one,
 * and prepares the template that `testDatabase()` clones.
 */
export default async function startTestCluster(): Promise<() => Promise<void>> {
  if (env.databaseUrl !== undefined) {
    await dropLeftovers(env.databaseUrl, await prepareTemplate(env.databaseUrl));
    return async () => undefined;
  }
  const cluster = await startPostgres({ home: join(env.data, 'postgres-test'), disposable: true });
  const url = cluster.url();
  env.databaseUrl = url;
  await dropLeftovers(url, await prepareTemplate(url));
  return async () => {
    env.databaseUrl = undefined;
    // Two runs may share the cluster: the last to leave turns off the light.
    if (await isDeserted(url)) await cluster.stop();
  };
}

const isDeserted = (url: string): Promise<boolean> =>
  withConnection(url, async (client) => {
    const { rowCount } = await client.query(
      `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1`,
    );
    return rowCount === 0;
  });
