import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withConnection } from './connect.ts';
import { type Cluster, startPostgres } from './postgres.ts';

let folder: string;
let home: string;
let cluster: Cluster | undefined;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  chmodSync(folder, 0o755);
  home = join(folder, 'cluster');
});
afterAll(async () => {
  await cluster?.stop();
  rmSync(folder, { recursive: true });
});

const count = (url: string) =>
  withConnection(url, async (client) => (await client.query('select count(*) from kept')).rows);

/** Starts the cluster in a process that is killed at once, as `kill -9` of a start would. */
function startAndDie(): Promise<string | null> {
  const program = join(folder, 'die.ts');
  writeFileSync(
    program,
    `import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, 'postgres.ts'))}
     await startPostgres({ home: ${JSON.stringify(home)} })
     process.kill(process.pid, 'SIGKILL')`,
  );
  return new Promise((resolve) =>
    spawn(process.execPath, [program], { stdio: 'inherit' }).once('exit', (_, signal) => resolve(signal)),
  );
}

test('a server whose starter was killed is used again, and one that was stopped keeps its data', async () => {
  expect(await startAndDie()).toBe('SIGKILL');
  cluster = await startPostgres({ home });
  expect(cluster.reused).toBe(true);
  await withConnection(cluster.url(), (client) => client.query('create table kept as select 1'));

  await cluster.stop();
  cluster = await startPostgres({ home });
  expect(cluster.reused).toBe(false);
  expect(await count(cluster.url())).toEqual([{ count: 1 }]);
});

test('a server that was killed itself starts again from what was committed', async () => {
  cluster = await startPostgres({ home });
  const pid = Number(readFileSync(join(home, 'data/postmaster.pid'), 'utf8').split('\n', 1)[0]);
  process.kill(pid, 'SIGKILL');
  cluster = await startPostgres({ home });
  expect(await count(cluster.url())).toEqual([{ count: 1 }]);
});

test('a stale pid file whose number belongs to a stranger does not stop it', async () => {
  await cluster?.stop();
  writeFileSync(join(home, 'data/postmaster.pid'), `${process.pid}\n${home}/data\n1\n5432\n\n127.0.0.1\n\nready   \n`);
  cluster = await startPostgres({ home });
  expect(await count(cluster.url())).toEqual([{ count: 1 }]);
});

test('is UTF-8 with one order everywhere, whatever the machine’s language', async () => {
  cluster = await startPostgres({ home });
  const facts = await withConnection(cluster.url(), async (client) => {
    const { rows } = await client.query(`
      select current_setting('server_encoding') as encoding, datlocprovider as provider,
        (select rolsuper from pg_roles where rolname = current_user) as superuser
      from pg_database where datname = current_database()`);
    return rows;
  });
  expect(facts).toEqual([{ encoding: 'UTF8', provider: 'b', superuser: false }]);
});

test.runIf(process.getuid?.() === 0)(
  'lives elsewhere when its folder is one that only root can enter, and is new when that folder is',
  async () => {
    const closed = join(folder, 'closed');
    const hidden = join(closed, 'cluster');
    mkdirSync(closed, { mode: 0o700 });
    const first = await startPostgres({ home: hidden, disposable: true });
    await withConnection(first.url(), (client) => client.query('create table kept as select 1'));
    rmSync(hidden, { recursive: true });

    // Deleted under a running server: the next start begins anew and leaves no server behind.
    const second = await startPostgres({ home: hidden, disposable: true });
    expect(second.reused).toBe(false);
    await expect(count(second.url())).rejects.toThrow(/kept/);
    await expect(count(first.url())).rejects.toThrow(/ECONNREFUSED|password|kept/);
    await second.stop();
    const moved = readFileSync(join(hidden, 'moved-to'), 'utf8').trim();
    expect(existsSync(moved)).toBe(true);
    rmSync(dirname(moved), { recursive: true });
  },
  180_000,
);
