import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from '@festivals/database/template';
import { expect, test } from 'vitest';
import { eventually } from './eventually.ts';
import { gate, probeApi, probeModule } from './probe.ts';
import { startApi } from './start-api.ts';

test('what was begun is finished and answered; what comes later is turned away', async () => {
  const api = await startApi({ modules: [probeModule], api: probeApi });
  const act = (mood: string) =>
    fetch(`${api.url}/probe/acts`, {
      method: 'POST',
      body: JSON.stringify({ secret: 'x', mood }),
      headers: { 'content-type': 'application/json', connection: 'close' },
    });
  const begun = act('slow');
  await eventually(() => expect(gate.waiting).toBe(1));
  const stopped = api.stop();
  await eventually(() =>
    expect(
      act('calm').then(
        ({ status }) => status,
        () => 'refused',
      ),
    ).resolves.toSatisfy((answer) => answer === 503 || answer === 'refused'),
  );
  gate.open();
  expect((await begun).status).toBe(201);
  await stopped;
});

test('the process itself starts under plain Node, answers, and ends cleanly on SIGTERM', async () => {
  const database = await testDatabase();
  const data = await mkdtemp(join(tmpdir(), 'festivals-process-'));
  const child = spawn(process.execPath, [join(import.meta.dirname, '../main.ts'), 'both'], {
    env: {
      ...process.env,
      NODE_ENV: 'test',
      DATABASE_URL: database.url,
      API_PORT: '0',
      FESTIVALS_DATA: data,
      JWT_SECRET: 'j'.repeat(32),
      SEALING_SECRET: 's'.repeat(32),
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  try {
    let lines = '';
    child.stdout.on('data', (chunk: Buffer) => {
      lines += chunk.toString();
    });
    await eventually(() => expect(lines).toContain('"msg":"started"'), 100);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  } finally {
    child.kill('SIGKILL');
    await database.drop();
    await rm(data, { recursive: true, force: true });
  }
});
