/** PostgreSQL is killed under a selling API, on a cluster of its own that keeps what it commits. */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ApiError } from '@festivals/contract';
import { env } from '@festivals/database/env';
import { type Cluster, startPostgres } from '@festivals/database/postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorker } from '../platform/worker.ts';
import { buyer, openShop, quotaOf, type Shop } from '../ticketing/testing.ts';
import { eventually } from './eventually.ts';
import { startApi, type TestApi } from './start-api.ts';

const shared = env.databaseUrl;
let folder: string;
let cluster: Cluster;
let api: TestApi;
let shop: Shop;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'festivals-crash-'));
  chmodSync(folder, 0o755);
  cluster = await startPostgres({ home: join(folder, 'cluster') });
  env.databaseUrl = cluster.url();
  api = await startApi();
  shop = await openShop(api, { capacity: 1000 });
});
afterAll(async () => {
  await api.stop();
  env.databaseUrl = shared;
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Ends every process of the server at once, as a loss of power would: what was not written down is gone. */
function kill(backends: readonly number[]): void {
  const postmaster = Number(readFileSync(join(folder, 'cluster/data/postmaster.pid'), 'utf8').split('\n', 1)[0]);
  for (const pid of [postmaster, ...backends]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // A backend may have ended by itself since it was listed.
    }
  }
}

/** Every process of the server but the one that is asked. */
async function backends(): Promise<number[]> {
  const { rows } = await api.ownerPool.query<{ pid: number }>('select pid from pg_stat_activity');
  return rows.map(({ pid }) => pid);
}

/** Starts it again where the API will look for it; the dead may hold the port a moment longer. */
async function restart(): Promise<void> {
  const { port } = cluster;
  await eventually(async () => {
    cluster = await startPostgres({ home: join(folder, 'cluster'), port });
    if (cluster.port === port) return;
    await cluster.stop();
    throw new Error(`The port ${port} is still taken.`);
  }, 50);
}

/** What the database says of an order once it answers again. */
const found = (orderId: string) =>
  eventually(async () => {
    const { rows } = await api.ownerPool.query<{ paid: boolean; tickets: number; allTickets: number }>(
      `select exists (select from ticket_order where id = $1 and status = 'PAID') as paid,
         (select count(*)::int from ticket where order_id = $1) as tickets,
         (select count(*)::int from ticket where festival_id = $2) as "allTickets"`,
      [orderId, shop.festivalId],
    );
    return { ...rows[0], quota: await quotaOf(api, shop) };
  });

test.each([1, 2, 3, 4, 5])('a payment that was answered survives the death of the database (%i)', async () => {
  const visitor = buyer(api, shop);
  const order = await visitor.order((await visitor.hold(2)).id);
  const doomed = await backends();
  const { tickets } = await visitor.pay(order.id);
  kill(doomed);
  await restart();
  const { quota, ...after } = await found(order.id);
  expect(after).toMatchObject({ paid: true, tickets: tickets.length });
  expect(quota).toMatchObject({ sold: after.allTickets, held: 0 });
  expect((await visitor.view(order.id)).tickets.map(({ id }) => id)).toEqual(tickets.map(({ id }) => id));
});

test('one that nobody waited for is lost wholly or not at all', async () => {
  const visitor = buyer(api, shop);
  const order = await visitor.order((await visitor.hold(3)).id);
  const asked = await visitor.pay(order.id, 'three_d_secure');
  const doomed = await backends();
  await api.ownerPool.query(
    'select settle_payments($1, array[$2::uuid], array[$3::jsonb], array[null::bytea], array[null], array[null::bytea])',
    [shop.festivalId, asked.payment?.id, { kind: 'system' }],
  );
  kill(doomed);
  await restart();
  const { paid, tickets, allTickets, quota } = await found(order.id);
  expect({ tickets, held: quota.held, sold: quota.sold }).toEqual({
    tickets: paid ? 3 : 0,
    held: paid ? 0 : 3,
    sold: allTickets,
  });
});

test('while it is away the API says so, and serves again by itself when it is back', async () => {
  const { token } = await api.person();
  const ask = async (path: string, init: RequestInit = {}) =>
    (await fetch(api.url + path, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } })).status;
  const askAll = () =>
    Promise.all([
      ask('/festivals'),
      ask('/auth/me'),
      ask(`/festivals/${shop.festivalId}/offers`),
      ask('/auth/login', {
        method: 'POST',
        body: JSON.stringify({ email: 'a@example.org', password: 'x' }),
        headers: { 'content-type': 'application/json' },
      }),
      buyer(api, shop)
        .hold()
        .then(
          () => 201,
          (error: unknown) => (error instanceof ApiError ? error.status : 0),
        ),
    ]);
  const ready = async () => (await fetch(api.url.replace(/\/api$/, '/ready'))).status;

  await Promise.all(Array.from({ length: 4 }, askAll));
  const doomed = await backends();
  const underway = Promise.all(Array.from({ length: 6 }, askAll));
  kill(doomed);
  expect((await underway).flat().filter((status) => status >= 500 && status !== 503)).toEqual([]);
  expect(await ready()).toBe(503);
  expect(await askAll()).toEqual([503, 503, 503, 503, 503]);
  await restart();
  await eventually(async () => expect(await ready()).toBe(200));
  expect(await askAll()).toEqual([200, 200, 200, 401, 201]);
});

test('jobs go on by themselves when it is back, also those that were under way', async () => {
  const done = new Set<string>();
  const begun = new Set<string>();
  const note = async (_: unknown, { eventId }: { eventId: string }) => {
    begun.add(eventId);
    await setTimeout(eventId === 'underway' ? 300 : 0);
    done.add(eventId);
  };
  const worker = await startWorker(api.resources, [{ name: 'noting', controllers: [], jobs: { 'noting.note': note } }]);
  const add = (eventId: string) =>
    api.ownerPool.query(`select graphile_worker.add_job('noting.note', json_build_object('eventId', $1::text))`, [
      eventId,
    ]);
  await add('underway');
  await eventually(() => expect(begun).toContain('underway'), 5);
  kill(await backends());
  // It ends while nobody can be told: the queue itself goes down with that.
  await setTimeout(600);
  await restart();
  await eventually(() => add('after'));
  await eventually(() => expect([...done]).toEqual(expect.arrayContaining(['underway', 'after'])));
  await worker.stop();
});
