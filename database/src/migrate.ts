import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { apiRole, withConnection } from './connect.ts';
import { env } from './env.ts';

/** Where the forward-only migrations of the project are. */
export const migrationsFolder = join(env.root, 'database/migrations');

export interface Migration {
  name: string;
  sql: string;
  sha256: string;
}

/** The migrations of a folder in their order. Each file is `NNNN-name.sql`; numbers are unique. */
export function readMigrations(folder = migrationsFolder): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted();
  const seen = new Map<string, string>();
  return names.map((name) => {
    const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1];
    if (number === undefined) throw new Error(`A migration is called NNNN-name.sql, not ${name}.`);
    const twin = seen.get(number);
    if (twin !== undefined) throw new Error(`Two migrations have the number ${number}: ${twin} and ${name}.`);
    seen.set(number, name);
    const sql = readFileSync(join(folder, name), 'utf8');
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
}

/**
 * Brings a database up to date: the role of the API, the job queue's schema, then every migration not yet applied, each
 * in its own transaction. Starters that come together wait for each other.
 * @returns the names of the migrations applied now
 * @throws when an applied migration was changed or is missing, or a statement fails (its transaction is rolled back)
 */
export function migrate(databaseUrl: string, migrations = readMigrations()): Promise<string[]> {
  return withConnection(databaseUrl, async (client) => {
    await client.query(`select pg_advisory_lock(hashtextextended('festivals.migrate', 0))`);
    await createApiRole(client);
    await client.query(`
      create schema if not exists platform;
      create table if not exists platform.migration (
        name text primary key,
        sha256 text not null,
        applied_at timestamptz not null default now()
      )`);
    const { rows } = await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from platform.migration order by name',
    );
    refuseRewrittenHistory(rows, migrations);
    await installJobQueue(client, databaseUrl);

    const applied = new Set(rows.map((row) => row.name));
    const pending = migrations.filter((migration) => !applied.has(migration.name));
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  });
}

async function apply(client: pg.Client, { name, sql, sha256 }: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(sql);
    await client.query('insert into platform.migration (name, sha256) values ($1, $2)', [name, sha256]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(
      `Migration ${name} failed${place(error, sql)}: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  } finally {
    // A migration may have set a search path or a role for itself; the next one begins from the same ground.
    await client.query('reset all');
  }
}

function place(error: unknown, sql: string): string {
  if (!(error instanceof pg.DatabaseError) || error.position === undefined) return '';
  return ` at line ${sql.slice(0, Number(error.position)).split('\n').length}`;
}

/** @throws naming the first applied migration that is missing, changed, or older than one already applied */
export function refuseRewrittenHistory(
  applied: readonly { name: string; sha256: string }[],
  migrations: readonly Migration[],
): void {
  const byName = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, sha256 } of applied) {
    const migration = byName.get(name);
    if (migration === undefined)
      throw new Error(`Migration ${name} was applied to this database, but its file is missing.`);
    if (migration.sha256 !== sha256)
      throw new Error(`Migration ${name} was changed after it was applied. Write a new migration instead.`);
  }
  const newest = applied.at(-1)?.name ?? '';
  const known = new Set(applied.map((row) => row.name));
  const late = migrations.find(({ name }) => !known.has(name) && name < newest);
  if (late !== undefined)
    throw new Error(
      `Migration ${late.name} comes before ${newest}, which is applied already. Give it a higher number.`,
    );
}

/** Roles belong to the cluster, not to the database: several databases may be migrated at the same moment. */
async function createApiRole(client: pg.Client): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(`
        do $$
        begin
          if not exists (select from pg_roles where rolname = '${apiRole}') then
            create role ${apiRole} nologin nobypassrls noinherit;
          end if;
          -- From PostgreSQL 16 on, whoever creates a role may grant it, but is not yet allowed to take it on.
          if not pg_has_role(current_user, '${apiRole}', case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) then
            execute format('grant ${apiRole} to %I', current_user);
          end if;
        end $$`);
      return;
    } catch (error) {
      const code = error instanceof pg.DatabaseError ? error.code : undefined;
      if (code === '42501') {
        throw new Error(
          `This database user may not create the role ${apiRole}. Let an administrator run: create role ${apiRole} nologin; grant ${apiRole} to <this user>;`,
          { cause: error },
        );
      }
      const metAnother = code === '42710' || code === '23505' || code === 'XX000';
      if (!metAnother || attempt === 5) throw error;
    }
  }
}

/**
 * Installs graphile-worker's schema as the owner and lets the API's role run it.
 * Its tables have row-level security without any policy, which shuts out everyone but their owner; grants alone would show
 * the worker an empty queue. The queue is no tenant's data, so the role gets one open policy a table, and API and worker
 * need no second, more powerful connection.
 */
async function installJobQueue(client: pg.Client, databaseUrl: string): Promise<void> {
  const silent = new Logger(() => () => undefined);
  await runMigrations({ connectionString: databaseUrl, logger: silent });
  await client.query(`
    do $$
    declare
      queue_table name;
    begin
      grant usage on schema graphile_worker to ${apiRole};
      grant select, insert, update, delete on all tables in schema graphile_worker to ${apiRole};
      grant usage, select on all sequences in schema graphile_worker to ${apiRole};
      grant execute on all functions in schema graphile_worker to ${apiRole};
      for queue_table in
        select c.relname from pg_class c
        where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
          and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = '${apiRole}')
      loop
        execute format('create policy ${apiRole} on graphile_worker.%I to ${apiRole} using (true) with check (true)', queue_table);
      end loop;
    end $$`);
}
