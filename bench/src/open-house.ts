import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const root = join(import.meta.dirname, '../..');

export interface House {
  office: string;
  database: string;
  close(): Promise<void>;
}

/** The house at OFFICE_URL and DATABASE_URL, or one of API, worker and office that is opened and closed again. */
export async function openHouse(): Promise<House> {
  const { OFFICE_URL, DATABASE_URL } = process.env;
  if (OFFICE_URL && DATABASE_URL) return { office: OFFICE_URL, database: DATABASE_URL, close: async () => undefined };
  const data = mkdtempSync(join(tmpdir(), 'festivals-bench-office-'));
  // A temporary folder is its maker's alone, and PostgreSQL runs as somebody else when root starts it.
  chmodSync(data, 0o755);
  const readyFile = join(data, 'ready.json');
  const house: ChildProcess = spawn(
    process.execPath,
    ['scripts/start.mjs', '--only', 'api,worker,office', '--ready-file', readyFile],
    { cwd: root, env: { ...process.env, FESTIVALS_DATA: data }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  const ended = new Promise<void>((resolve) => house.once('exit', () => resolve()));
  while (!existsSync(readyFile) && house.exitCode === null) await wait(50);
  if (house.exitCode !== null) throw new Error('The house did not open.');
  const { office, database }: { office: string; database: string } = JSON.parse(readFileSync(readyFile, 'utf8'));
  const close = async () => {
    house.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  return { office, database, close };
}
