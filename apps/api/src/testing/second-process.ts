import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'vitest';
import { eventually } from './eventually.ts';
import { freePort } from './free-port.ts';
import type { TestApi } from './start-api.ts';

interface ProcessOptions {
  /** Where it listens; any free port when left out. */
  port?: number;
}

/** The API once more, as a process of its own on the same database. */
export async function secondProcess(api: TestApi, more: Record<string, string> = {}, options: ProcessOptions = {}) {
  const port = options.port ?? (await freePort());
  const { env } = api.resources;
  const child = spawn(process.execPath, [join(import.meta.dirname, '../main.ts'), 'api'], {
    env: {
      ...process.env,
      NODE_ENV: 'test',
      DATABASE_URL: env.DATABASE_URL,
      DATABASE_POOL: '2',
      API_PORT: String(port),
      FESTIVALS_DATA: env.FESTIVALS_DATA,
      JWT_SECRET: env.JWT_SECRET,
      SEALING_SECRET: env.SEALING_SECRET,
      ...more,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = `http://127.0.0.1:${port}/api`;
  await eventually(async () => expect((await fetch(`http://127.0.0.1:${port}/ready`)).status).toBe(200), 100);
  return { url, ended, end: () => child.kill('SIGTERM'), kill: () => child.kill('SIGKILL') };
}
