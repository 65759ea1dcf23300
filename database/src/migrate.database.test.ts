import { Logger, run } from 'graphile-worker';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiRole, openPool, withConnection } from './connect.ts';
import { type Migration, migrate, readMigrations } from './migrate.ts';
import { type TestDatabase, testDatabase } from './template.ts';

let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await testDatabase();
  pool = openPool(database.url, { role: apiRole });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const migration = (name: string, sql: string): Migration => ({ name, sql, sha256: name });

test('starters that come together apply each migration once', async () => {
  const more = [...readMigrations(), migration('9001-trial.sql', 'create table trial (id int primary key)')];
  const results = await Promise.all([1, 2, 3, 4].map(() => migrate(database.url, more)));
  expect(results.flat()).toEqual(['9001-trial.sql']);
});

test('a failing migration says where, and leaves nothing behind', async () => {
  const sql = 'create table half (id int);\n\ninsert into nowhere values (1)';
  const more = [...readMigrations(), migration('9001-trial.sql', ''), migration('9002-broken.sql', sql)];
  await expect(migrate(database.url, more)).rejects.toThrow(/9002-broken\.sql failed at line 3.*nowhere/);
  const { rows } = await pool.query(`select to_regclass('half') as half`);
  expect(rows).toEqual([{ half: null }]);
});

test('the API’s role owns nothing and cannot pass by row-level security', async () => {
  const { rows } = await pool.query(`
    select current_user as name, rolsuper, rolbypassrls, rolcanlogin,
      exists (select from pg_class where relowner = r.oid) as owns
    from pg_roles r where rolname = current_user`);
  expect(rows).toEqual([{ name: apiRole, rolsuper: false, rolbypassrls: false, rolcanlogin: false, owns: false }]);
});

test('the API’s role enqueues and runs jobs', async () => {
  const { promise: done, resolve } = Promise.withResolvers<unknown>();
  const runner = await run({
    pgPool: pool,
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
    crontab: '0 0 1 1 * trial',
    taskList: { trial: async (payload) => resolve(payload) },
  });
  await runner.addJob('trial', { ticket: 7 }, { queueName: 'trials', jobKey: 'once' });
  expect(await done).toEqual({ ticket: 7 });
  await runner.stop();
});

test('integers are exact numbers or an error, and dates have no zone', async () => {
  const { rows } = await pool.query(
    `select 9007199254740991::bigint as most, array[1, null]::bigint[] as some, '{}'::bigint[] as none, date '2027-07-09' as day`,
  );
  expect(rows).toEqual([{ most: Number.MAX_SAFE_INTEGER, some: [1, null], none: [], day: '2027-07-09' }]);
  await expect(pool.query('select 9007199254740993::bigint')).rejects.toThrow(RangeError);
});

test('each test database is a world of its own', async () => {
  const other = await testDatabase();
  await withConnection(database.url, (client) => client.query('create table only_here ()'));
  const seen = await withConnection(other.url, (client) => client.query(`select to_regclass('only_here') as seen`));
  expect(seen.rows).toEqual([{ seen: null }]);
  await other.drop();
});
