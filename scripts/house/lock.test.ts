import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Lock, type LockState, takeLock } from './lock.ts';
import { identify, isAlive } from './processes.ts';

let folder: string;
let file: string;
const started: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  file = join(folder, 'house.lock');
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

function sleeper(): { child: ChildProcess; pid: number; exit: Promise<unknown> } {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' });
  started.push(child);
  if (child.pid === undefined) throw new Error('No process was started.');
  return { child, pid: child.pid, exit: new Promise((resolve) => child.once('exit', resolve)) };
}

const isLock = (result: Lock | LockState): result is Lock => 'release' in result;
const written = (): LockState => JSON.parse(readFileSync(file, 'utf8'));

test('is taken, updated and released', async () => {
  const lock = await takeLock(file);
  if (!isLock(lock)) throw new Error('expected the lock');
  lock.update({ state: 'running', addresses: { site: 'http://localhost:3000' } });
  expect(written()).toMatchObject({ state: 'running', holder: { pid: process.pid } });
  lock.release();
  expect(isLock(await takeLock(file))).toBe(true);
});

test('tells the second house who is open and where', async () => {
  const { pid } = sleeper();
  const open: LockState = {
    holder: identify(pid),
    state: 'running',
    addresses: { site: 'http://localhost:3000' },
    children: [],
  };
  writeFileSync(file, JSON.stringify(open));
  expect(await takeLock(file, 0)).toEqual(open);
});

test('is taken over from a killed house, whose children are ended first', async () => {
  const holder = sleeper();
  const orphan = sleeper();
  const child = { name: 'api', ...identify(orphan.pid) };
  writeFileSync(
    file,
    JSON.stringify({ holder: identify(holder.pid), state: 'running', addresses: {}, children: [child] }),
  );
  holder.child.kill('SIGKILL');
  await holder.exit;
  expect(isLock(await takeLock(file, 0))).toBe(true);
  expect(isAlive(child)).toBe(false);
});

test('leaves alone a stranger who was given the number of an ended child', async () => {
  const stranger = sleeper();
  const dead = { pid: stranger.pid, birth: '1' };
  writeFileSync(
    file,
    JSON.stringify({ holder: dead, state: 'running', addresses: {}, children: [{ name: 'api', ...dead }] }),
  );
  expect(isLock(await takeLock(file, 0))).toBe(true);
  expect(isAlive(identify(stranger.pid))).toBe(true);
});

test('is taken over when its file was cut short', async () => {
  writeFileSync(file, '{"holder":{"pi');
  expect(isLock(await takeLock(file, 0))).toBe(true);
});

test('goes to exactly one of many who find it stale together', async () => {
  writeFileSync(
    file,
    JSON.stringify({ holder: { pid: process.pid, birth: '1' }, state: 'running', addresses: {}, children: [] }),
  );
  const results = await Promise.all(Array.from({ length: 8 }, () => takeLock(file, 0)));
  expect(results.filter(isLock)).toHaveLength(1);
});
