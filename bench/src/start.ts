// How long `npm start` takes until everything answers, fresh (no cluster, no data) and warm, and what each process weighs.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const root = join(import.meta.dirname, '../..');
const data = mkdtempSync(join(tmpdir(), 'festivals-bench-start-'));
// A temporary folder is its maker's alone, and PostgreSQL runs as somebody else when root starts it.
chmodSync(data, 0o755);
const readyFile = join(data, 'ready.json');

interface Start {
  seconds: number;
  memory: Record<string, number>;
}

async function measureStart(): Promise<Start> {
  const began = performance.now();
  const house = spawn(process.execPath, ['scripts/start.mjs', '--ready-file', readyFile], {
    cwd: root,
    env: { ...process.env, FESTIVALS_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [house.stdout, house.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<void>((resolve) => house.once('exit', () => resolve()));
  while (!existsSync(readyFile) && house.exitCode === null) await wait(20);
  if (house.exitCode !== null) throw new Error(`The house did not open:\n${output}`);
  const took = performance.now() - began;
  await wait(1000);
  const memory = memoryOfHouse(house.pid);
  house.kill('SIGTERM');
  await ended;
  return { seconds: Math.round(took / 10) / 100, memory };
}

/** Proportional set size in MB: what is shared, as PostgreSQL's buffers are, counts once. */
function memoryOfHouse(starter: number | undefined): Record<string, number> {
  const { children }: { children: { name: string; pid: number }[] } = JSON.parse(
    readFileSync(join(data, 'house.lock'), 'utf8'),
  );
  const memory: Record<string, number> = {};
  if (starter !== undefined) memory['start'] = memoryOf([starter]);
  for (const { name, pid } of children) memory[name] = memoryOf([pid, ...descendants(pid)]);
  const pidFile = join(clusterHome(), 'data/postmaster.pid');
  if (existsSync(pidFile)) {
    const server = Number(readFileSync(pidFile, 'utf8').split('\n', 1)[0]);
    memory['postgres'] = memoryOf([server, ...descendants(server)]);
  }
  memory['all'] = Object.values(memory).reduce((sum, each) => sum + each, 0);
  return memory;
}

function clusterHome(): string {
  const moved = join(data, 'postgres/moved-to');
  return existsSync(moved) ? readFileSync(moved, 'utf8').trim() : join(data, 'postgres');
}

function memoryOf(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      return 0;
    }
  });
  return Math.round(kilobytes.reduce((sum, each) => sum + each, 0) / 1024);
}

function descendants(of: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === of);
  return children.flatMap((pid) => [pid, ...descendants(pid)]);
}

function parentOf(pid: number): number | undefined {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

try {
  const fresh = await measureStart();
  const warm = await measureStart();
  const figures = { fresh_s: fresh.seconds, warm_s: warm.seconds, memory_mb: warm.memory };
  if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
  else {
    console.log(
      `fresh  ${fresh.seconds} s (new cluster, migrations, demo; parts built before are not built again)\nwarm   ${warm.seconds} s\n`,
    );
    for (const [name, megabytes] of Object.entries(warm.memory))
      console.log(`${name.padEnd(10)} ${String(megabytes).padStart(6)} MB`);
  }
} finally {
  rmSync(data, { recursive: true, force: true });
}
