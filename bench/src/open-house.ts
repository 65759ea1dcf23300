import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const root = join(import.meta.dirname, '../..');

interface OpenedHouse {
  addresses: Record<string, string>;
  close(): Promise<void>;
}

export interface House {
  office: string;
  database: string;
  close(): Promise<void>;
}

/** The house at OFFICE_URL and DATABASE_URL, or one of API, worker and office that is opened and closed again. */
export async function openHouse(): Promise<House> {
  const { OFFICE_URL, DATABASE_URL } = process.env;
  if (OFFICE_URL && DATABASE_URL) return { office: OFFICE_URL, database: DATABASE_URL, close: async () => undefined };
  const { addresses, close } = await open('api,worker,office');
  return { office: addresses['office'] ?? '', database: addresses['database'] ?? '', close };
}

export interface SiteHouse {
  site: string;
  api: string;
  database: string;
  close(): Promise<void>;
}

/** The house at SITE_URL, API_URL and DATABASE_URL, or one of API, worker and site that is opened and closed again. */
export async function openSiteHouse(): Promise<SiteHouse> {
  const { SITE_URL, API_URL, DATABASE_URL } = process.env;
  if (SITE_URL && API_URL && DATABASE_URL)
    return { site: SITE_URL, api: API_URL, database: DATABASE_URL, close: async () => undefined };
  const { addresses, close } = await open('api,worker,site');
  const { site = '', api = '', database = '' } = addresses;
  return { site, api, database, close };
}

async function open(parts: string): Promise<OpenedHouse> {
  const data = mkdtempSync(join(tmpdir(), 'festivals-bench-house-'));
  // A temporary folder is its maker's alone, and PostgreSQL runs as somebody else when root starts it.
  chmodSync(data, 0o755);
  const readyFile = join(data, 'ready.json');
  const house: ChildProcess = spawn(
    process.execPath,
    ['scripts/start.mjs', '--only', parts, '--ready-file', readyFile],
    {
      cwd: root,
      env: { ...process.env, FESTIVALS_DATA: data, RATE_LIMIT_FACTOR: '1000000' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  const ended = new Promise<void>((resolve) => house.once('exit', () => resolve()));
  while (!existsSync(readyFile) && house.exitCode === null) await wait(50);
  if (house.exitCode !== null) throw new Error('The house did not open.');
  const addresses: Record<string, string> = JSON.parse(readFileSync(readyFile, 'utf8'));
  const close = async () => {
    house.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  return { addresses, close };
}
