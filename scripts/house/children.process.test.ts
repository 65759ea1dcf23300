import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Child, type ChildEvent, runChild } from './children.ts';
import { takePort } from './ports.ts';
import { identify, isAlive } from './processes.ts';

let folder: string;
let child: Child | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'children-'));
});
afterEach(async () => {
  await child?.stop();
  rmSync(folder, { recursive: true });
});

/** A part that answers on its port, and ends when it is asked for /crash. */
async function server(): Promise<{ url: string; events: ChildEvent[] }> {
  const port = await takePort(24_000);
  const program = `require('node:http').createServer((q, r) => { r.end(); if (q.url === '/crash') process.exit(3) }).listen(${port}, '127.0.0.1')`;
  const events: ChildEvent[] = [];
  const url = `http://127.0.0.1:${port}/`;
  child = runChild({
    name: 'part',
    command: ['-e', program],
    cwd: folder,
    env: process.env,
    readyUrl: url,
    output: { file: join(folder, 'part.log') },
    tell: (event) => events.push(event),
  });
  return { url, events };
}

test('is ready when it answers, and gone when it was stopped', async () => {
  const { url } = await server();
  await child?.ready;
  expect((await fetch(url)).ok).toBe(true);
  const id = child?.id;
  await child?.stop();
  expect(id !== undefined && isAlive(id)).toBe(false);
});

test('is started again after a crash, and the user hears of both', async () => {
  const { url, events } = await server();
  await child?.ready;
  const before = child?.id;
  await fetch(`${url}crash`).catch(() => undefined);
  await vi.waitFor(
    () => expect(events.map((event) => event.kind)).toEqual(['started', 'crashed', 'started', 'recovered']),
    { timeout: 60_000 },
  );
  expect(child?.id).not.toEqual(before);
});

test('gives up on a part that never came to answer, with the end of its log', async () => {
  child = runChild({
    name: 'part',
    command: ['-e', `console.error('no such table'); process.exit(1)`],
    cwd: folder,
    env: process.env,
    readyUrl: 'http://127.0.0.1:9/',
    output: { file: join(folder, 'part.log') },
    tell: () => undefined,
  });
  await expect(child.ready).rejects.toThrow(/three times[\s\S]*no such table/);
});

test('ends with whoever started it, even when that was killed', async () => {
  const program = join(folder, 'starter.ts');
  const pidFile = join(folder, 'pid');
  writeFileSync(
    program,
    `import { writeFileSync } from 'node:fs'
     import { runChild } from ${JSON.stringify(join(import.meta.dirname, 'children.ts'))}
     const child = runChild({ name: 'part', command: ['-e', 'setInterval(() => {}, 1000)'], cwd: '/', env: process.env, output: { file: ${JSON.stringify(join(folder, 'part.log'))} }, tell: () => {} })
     await child.ready
     writeFileSync(${JSON.stringify(pidFile)}, String(child.id.pid))
     setInterval(() => {}, 1000)`,
  );
  const starter = spawn(process.execPath, [program], { stdio: 'ignore' });
  const part = await vi.waitFor(() => identify(Number(readFileSync(pidFile, 'utf8') || Number.NaN)), {
    timeout: 60_000,
  });
  expect(isAlive(part)).toBe(true);
  starter.kill('SIGKILL');
  await vi.waitFor(() => expect(isAlive(part)).toBe(false), { timeout: 60_000 });
});
