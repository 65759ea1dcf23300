import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { ServerUser } from './cluster-home.ts';

/** One embedded server: who it runs as, its programs, its folder and the data in it. */
export interface Server {
  user: ServerUser;
  programs: string;
  home: string;
  data: string;
}

export const readPassword = (home: string) => readFileSync(join(home, 'password'), 'utf8').trim();
export const address = (role: string, password: string, port: number, database: string) =>
  `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;

/** Makes the data folder under another name and renames it at the end: a killed `initdb` leaves nothing half made. */
export async function initialise(
  { user, programs, home, data }: Server,
  { disposable = false, settings: more = [] }: { disposable?: boolean; settings?: readonly string[] },
): Promise<void> {
  if (existsSync(data)) return;
  const passwordFile = join(home, 'password');
  try {
    writeFileSync(passwordFile, randomBytes(18).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch {
    // It is there already: another process is making the same cluster and wrote it first.
  }
  if (user !== undefined) chownSync(passwordFile, user.uid, user.gid);

  const unfinished = `${data}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  if (user !== undefined) chownSync(unfinished, user.uid, user.gid);
  // Without LANG initdb would choose SQL_ASCII, and with it the machine's own collation: one encoding, one order everywhere.
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  await run(user, join(programs, 'initdb'), [
    `--pgdata=${unfinished}`,
    '--no-instructions',
    ...(disposable ? ['--no-sync'] : []),
    ...access,
    ...locale,
  ]);
  appendFileSync(join(unfinished, 'postgresql.conf'), settings(disposable, more));
  if (existsSync(data)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, data);
}

function settings(disposable: boolean, more: readonly string[]): string {
  const lines = [
    "listen_addresses = '127.0.0.1'",
    "unix_socket_directories = ''",
    'max_connections = 200',
    'shared_buffers = 256MB',
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    'logging_collector = off',
  ];
  const careless = [
    'fsync = off',
    'synchronous_commit = off',
    'full_page_writes = off',
    'autovacuum = off',
    'max_wal_size = 4GB',
  ];
  return `\n${[...lines, ...(disposable ? careless : []), ...more].join('\n')}\n`;
}

/** The port of a server that already runs on this folder; one that runs but does not answer is stopped. */
export async function runningPort(server: Server): Promise<number | undefined> {
  const found = readPidFile(server.data);
  if (found === undefined) return undefined;
  if (!serves(found.pid, server.data)) {
    // The number now belongs to a stranger, and PostgreSQL would refuse to start because of it.
    rmSync(join(server.data, 'postmaster.pid'), { force: true });
    return undefined;
  }
  const password = readPassword(server.home);
  for (let attempt = 0; attempt < 100 && serves(found.pid, server.data); attempt += 1) {
    if (await answers(address('postgres', password, found.port, 'postgres'))) return found.port;
    await wait(100);
  }
  await stopServer(server);
  return undefined;
}

/** Starts the server and returns its port. */
export async function launch(server: Server, preferred: number | undefined): Promise<number> {
  const log = join(server.home, 'server.log');
  for (let attempt = 0; ; attempt += 1) {
    const port = await freePort(attempt === 0 ? preferred : undefined);
    try {
      await run(server.user, join(server.programs, 'pg_ctl'), [
        'start',
        '--wait',
        '--silent',
        '--timeout=60',
        `--pgdata=${server.data}`,
        `--log=${log}`,
        `--options=-p ${port}`,
      ]);
      return port;
    } catch (error) {
      // Another process may have launched the same cluster, or taken the port, in this very moment.
      const running = await runningPort(server);
      if (running !== undefined) return running;
      if (attempt < 5) {
        // What is left of a server that was killed holds its memory for a moment longer.
        await wait(250 * (attempt + 1));
        continue;
      }
      const lastLines = existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-15).join('\n') : '';
      throw new Error(`PostgreSQL did not start. Its log ${log} ends with:\n${lastLines}`, { cause: error });
    }
  }
}

/** Stops the server if it runs; at once, should it not end in an orderly way. */
export async function stopServer(server: Server): Promise<void> {
  const found = readPidFile(server.data);
  if (found === undefined || !serves(found.pid, server.data)) return;
  const stop = (mode: string, seconds: number) =>
    run(server.user, join(server.programs, 'pg_ctl'), [
      'stop',
      '--wait',
      '--silent',
      `--mode=${mode}`,
      `--timeout=${seconds}`,
      `--pgdata=${server.data}`,
    ]);
  await stop('fast', 30).catch(() => (serves(found.pid, server.data) ? stop('immediate', 30) : undefined));
}

function readPidFile(data: string): { pid: number; port: number } | undefined {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return undefined;
  }
}

/** Whether that process lives and is a PostgreSQL of that folder: numbers of ended processes are given out again. */
function serves(pid: number, data: string): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (!existsSync('/proc/self/cmdline')) return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(data);
  } catch {
    return false;
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The preferred port, or the next free one of the twenty after it; without a preference any free one. */
async function freePort(preferred: number | undefined): Promise<number> {
  const candidates = preferred === undefined ? [0] : [...Array.from({ length: 20 }, (_, step) => preferred + step), 0];
  for (const candidate of candidates) {
    const port = await new Promise<number | undefined>((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(undefined));
      probe.listen(candidate, '127.0.0.1', () => {
        const bound = probe.address();
        probe.close(() => resolve(typeof bound === 'object' && bound !== null ? bound.port : undefined));
      });
    });
    if (port !== undefined) return port;
  }
  throw new Error(`No free port for PostgreSQL at ${preferred} or after it.`);
}

function run(user: ServerUser, program: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    // The programs look at their working folder, which the server's user may be unable to enter.
    const child = spawn(program, args, { ...user, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} ${args[0] ?? ''} failed:\n${output}`)),
    );
  });
}
