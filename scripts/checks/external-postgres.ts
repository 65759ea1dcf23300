import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverUser } from '../../database/src/cluster-home.ts';
import { withConnection } from '../../database/src/connect.ts';
import { takePort } from '../house/ports.ts';
import { postgresPrograms } from './debian.ts';

/** A cluster of Debian's PostgreSQL in a temporary folder, with an owner who is no superuser; undefined where there is none. */
export async function startExternalPostgres(): Promise<{ url: string; version: string; stop(): void } | undefined> {
  const programs = postgresPrograms();
  if (programs === undefined) return undefined;
  const user = serverUser();
  const home = mkdtempSync(join(tmpdir(), 'festivals-external-'));
  if (user !== undefined) chownSync(home, user.uid, user.gid);
  const data = join(home, 'data');
  const run = (program: string, ...args: string[]) =>
    execFileSync(join(programs, program), args, {
      ...user,
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    });

  run(
    'initdb',
    `--pgdata=${data}`,
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  );
  const port = await takePort(15_433);
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=200`;
  // Without a pipe of ours: the server would keep it open, and we would wait for its end.
  execFileSync(
    join(programs, 'pg_ctl'),
    ['start', '--wait', '--silent', `--pgdata=${data}`, `--log=${join(home, 'log')}`, `--options=${options}`],
    { ...user, cwd: '/', stdio: 'ignore' },
  );

  const url = (role: string, database: string) => `postgres://${role}@127.0.0.1:${port}/${database}`;
  const version = await withConnection(url('postgres', 'postgres'), async (client) => {
    await client.query('create role festivals login createdb createrole');
    await client.query('create database festivals owner festivals');
    return (await client.query<{ server_version: string }>('show server_version')).rows[0]?.server_version ?? '';
  });
  return {
    url: url('festivals', 'festivals'),
    version,
    stop: () => {
      run('pg_ctl', 'stop', '--wait', '--silent', '--mode=immediate', `--pgdata=${data}`);
      rmSync(home, { recursive: true, force: true });
    },
  };
}
