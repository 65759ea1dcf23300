import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { takePort } from './ports.ts';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

test.each(['127.0.0.1', '0.0.0.0'])('passes over a port that somebody uses on %s', async (host) => {
  const server = createServer();
  servers.push(server);
  const taken = await takePort(24_500);
  await new Promise<void>((resolve) => server.listen(taken + 1, host, resolve));
  expect(await takePort(taken + 1)).toBeGreaterThan(taken + 1);
});

test('gives no port twice', async () => {
  const ports = await Promise.all([takePort(24_700), takePort(24_700), takePort(24_700)]);
  expect(new Set(ports).size).toBe(3);
});

test('leaves the usual ports of the others to them', async () => {
  const taken = await takePort(24_900);
  expect(await takePort(taken, [taken + 1])).toBeGreaterThan(taken + 1);
});
