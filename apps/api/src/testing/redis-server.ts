/** A Redis for tests, where one is installed: nothing is kept, and it listens on this machine alone. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createClient } from 'redis';
import { eventually } from './eventually.ts';
import { freePort } from './free-port.ts';

const program = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'redis-server'))
  .find(existsSync);

export const hasRedis = program !== undefined;
if (!hasRedis)
  process.stderr.write(
    '\n!!! Tests with Redis are SKIPPED: no redis-server on the path (apt-get install redis-server).\n\n',
  );

export interface RedisServer {
  url: string;
  start(): Promise<void>;
  /** Stops it at once, as a machine that fails. */
  kill(): Promise<void>;
  /** Holds it still: connections stay, and nothing is answered. */
  freeze(): void;
  thaw(): void;
}

/** A Redis on a port of its own. @throws where none is installed: ask `hasRedis` */
export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const server: RedisServer = {
    url,
    start: async () => {
      if (program === undefined) throw new Error('redis-server is not installed');
      child = spawn(program, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
        stdio: 'ignore',
      });
      await eventually(async () => {
        const client = createClient({ url, socket: { reconnectStrategy: false } });
        client.on('error', () => undefined);
        await client.connect();
        await client.close();
      });
    },
    kill: async () => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child?.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    },
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
  };
  await server.start();
  return server;
}
