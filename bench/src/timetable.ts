// How fluid the timetable is: a real drag over a hundred stages and five thousand sets, and how long the API takes to list them.
// Measures in the house at OFFICE_URL and DATABASE_URL, or in one that it opens.
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from '@festivals/contract';
import { api } from '@festivals/domain';
import { FestivalId } from '@festivals/domain/primitives';
import { openLargeFestival } from './large-festival.ts';
import { percentile, rounded } from './percentile.ts';
import { timetableFps } from './timetable-fps.ts';

const root = join(import.meta.dirname, '../..');
const organiser = { email: 'harbour@demo.example', password: 'festivals-demo' };
const browser = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

interface House {
  office: string;
  database: string;
  close(): Promise<void>;
}

async function openHouse(): Promise<House> {
  const { OFFICE_URL, DATABASE_URL } = process.env;
  if (OFFICE_URL && DATABASE_URL) return { office: OFFICE_URL, database: DATABASE_URL, close: async () => undefined };
  const data = mkdtempSync(join(tmpdir(), 'festivals-bench-timetable-'));
  // A temporary folder is its maker's alone, and PostgreSQL runs as somebody else when root starts it.
  chmodSync(data, 0o755);
  const readyFile = join(data, 'ready.json');
  const house: ChildProcess = spawn(
    process.execPath,
    ['scripts/start.mjs', '--only', 'api,office', '--ready-file', readyFile],
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

/** How long the whole draft takes through HTTP, one at a time, in milliseconds. */
async function listP95(office: string, festivalId: string): Promise<number> {
  const guest = createClient(api, { baseUrl: `${office}/api`, face: 'app' });
  const { tokens } = await guest.identity.login({ body: organiser }, { headers: { 'x-tokens': 'body' } });
  const client = createClient(api, { baseUrl: `${office}/api`, face: 'app', token: () => tokens?.access });
  const params = { festivalId: FestivalId.parse(festivalId) };
  const times: number[] = [];
  for (let call = 0; call < 60; call += 1) {
    const began = performance.now();
    await client.programme.getProgrammeDraft({ params });
    times.push(performance.now() - began);
  }
  return rounded(percentile(times.slice(10), 0.95));
}

const house = await openHouse();
try {
  const { festivalId, slug } = await openLargeFestival(house.database, organiser.email);
  const list_p95_ms = await listP95(house.office, festivalId);
  const drag = await timetableFps({ ...organiser, office: house.office, chromium: browser, slug, day: '2040-07-12' });
  const figures = { ...drag, list_p95_ms };
  if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
  else for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(16)} ${value}`);
} finally {
  await house.close();
}
