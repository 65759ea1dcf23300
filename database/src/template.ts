import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { withConnection } from './connect.ts';
import { env } from './env.ts';
import { migrate, readMigrations } from './migrate.ts';

export interface TestDatabase {
  /** The owner's connection string to a fresh, migrated database of its own. */
  url: string;
  drop(): Promise<void>;
}

/** How a database is called that belongs to the process `pid`; another run drops it once that process is gone. */
const testName = /^festivals_test_(?<pid>\d+)_[0-9a-f]+$/;

/**
 * Clones a migrated database in about 60 ms. The template is made once for each state of the migrations.
 * Needs the cluster that `test-cluster.ts` starts, or a `DATABASE_URL` whose user may create databases.
 */
export async function testDatabase(migrations = readMigrations()): Promise<TestDatabase> {
  const cluster = env.databaseUrl;
  if (cluster === undefined)
    throw new Error('Set DATABASE_URL, or list database/src/test-cluster.ts as globalSetup of these tests.');
  const template = await prepareTemplate(cluster, migrations);
  const name = `festivals_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await withConnection(cluster, (client) =>
    patiently(() => client.query(`create database ${name} template ${template}`)),
  );
  return {
    url: withDatabase(cluster, name),
    drop: () =>
      withConnection(
        cluster,
        async (client) => void (await patiently(() => client.query(`drop database if exists ${name} with (force)`))),
      ),
  };
}

/** Makes the template of these migrations unless it is there, drops older ones, and returns its name. */
export async function prepareTemplate(cluster: string, migrations = readMigrations()): Promise<string> {
  const state = createHash('sha256');
  for (const { name, sha256 } of migrations) state.update(`${name} ${sha256}\n`);
  const template = `festivals_template_${state.digest('hex').slice(0, 12)}`;
  const exists = 'select from pg_database where datname = $1';
  await withConnection(cluster, async (client) => {
    if ((await client.query(exists, [template])).rowCount === 1) return;
    await client.query(`select pg_advisory_lock(hashtextextended('festivals.template', 0))`);
    if ((await client.query(exists, [template])).rowCount === 1) return;
    // Migrated under another name and renamed at the end, so that a killed run leaves no half-made template.
    const unfinished = `${template}_unfinished`;
    await client.query(`drop database if exists ${unfinished} with (force)`);
    await client.query(`create database ${unfinished}`);
    await migrate(withDatabase(cluster, unfinished), migrations);
    await patiently(() => client.query(`alter database ${unfinished} rename to ${template}`));
  });
  return template;
}

/** Drops what ended test runs left behind: their databases, and templates of other states of the migrations. */
export async function dropLeftovers(cluster: string, template: string): Promise<void> {
  await withConnection(cluster, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      `select datname from pg_database where datname like 'festivals\\_te%'`,
    );
    const leftovers = rows
      .map((row) => row.datname)
      .filter((name) => {
        const pid = testName.exec(name)?.groups?.['pid'];
        return pid === undefined
          ? name.startsWith('festivals_template_') && !name.startsWith(template)
          : !isAlive(Number(pid));
      });
    // Not forced: a template that another checkout's run is using right now stays.
    for (const name of leftovers) await client.query(`drop database if exists ${name}`).catch(() => undefined);
  });
}

/** The same connection string, to another database of the cluster. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/**
 * Repeats what PostgreSQL refuses while another session has just left, or is just copying, the same database, or while its own
 * vacuum is there, which the tests' user may not end.
 */
async function patiently<T>(statement: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await statement();
    } catch (error) {
      const busy = error instanceof pg.DatabaseError && (error.code === '55006' || error.code === '42501');
      if (!busy || attempt === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 + 10 * attempt));
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
