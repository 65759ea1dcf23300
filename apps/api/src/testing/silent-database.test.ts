/** A database that neither answers nor refuses: whoever asks is told so in time, and once it is back all is well. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from './eventually.ts';
import { startApi, type TestApi } from './start-api.ts';

/** A way to the database on which what is sent can be held back. */
async function wayTo(target: () => URL) {
  const sockets = new Set<Socket>();
  let silent = false;
  const server = createServer((client) => {
    const database = connect(Number(target().port), target().hostname);
    for (const [from, to] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(from);
      if (silent) from.pause();
      else from.on('data', (bytes) => to.write(bytes));
      from.on('error', () => undefined).on('close', () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    fallSilent: () => {
      silent = true;
      for (const socket of sockets) socket.pause();
    },
    speak: () => {
      silent = false;
      for (const socket of sockets) socket.destroy();
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

let api: TestApi;
let way: Awaited<ReturnType<typeof wayTo>>;
let database = new URL('postgres://127.0.0.1');

beforeAll(async () => {
  way = await wayTo(() => database);
  api = await startApi({
    env: { DATABASE_PATIENCE_SECONDS: '3' },
    reachedBy: (url) => {
      database = new URL(url);
      const through = new URL(url);
      through.hostname = '127.0.0.1';
      through.port = String(way.port);
      return through.href;
    },
  });
});
afterAll(async () => {
  await api.stop();
  way.close();
});

const ask = () => fetch(`${api.url}/festivals`, { signal: AbortSignal.timeout(15_000) });

test('is answered 503 with its code, in time, whether the connection was there or not; then as ever', async () => {
  await eventually(async () => expect((await ask()).status).toBe(200));
  way.fallSilent();
  // More than there are connections: some find one that was open, others wait for a new one.
  const answers = await Promise.all(Array.from({ length: 12 }, ask));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
  expect(await answers[0]?.json()).toMatchObject({ error: { code: 'ERR_1006' } });
  way.speak();
  await eventually(async () => expect((await ask()).status).toBe(200));
});

test('says so of a statement that takes too long', async () => {
  await expect(api.resources.pool.query('select pg_sleep(20)')).rejects.toMatchObject({ code: '57014' });
  expect((await ask()).status).toBe(200);
});
