/**
 * A rush through HTTP on a cluster of its own, while the API process and then PostgreSQL are killed outright under it. Buyers behave as
 * people and networks do: answers get lost, buttons are pressed twice, and whoever was not answered asks again with the same key.
 */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ApiError, createClient } from '@festivals/contract';
import { env } from '@festivals/database/env';
import { type Cluster, startPostgres } from '@festivals/database/postgres';
import { api as wholeApi } from '@festivals/domain';
import { FestivalId } from '@festivals/domain/primitives';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditFestival } from '../ledger/audit-money.ts';
import { systemContext } from '../platform/context.ts';
import { resolvePayments } from '../ticketing/paying/resolve-payments.ts';
import { newSecret, openShop, quotaOf, type Shop } from '../ticketing/testing.ts';
import { eventually } from './eventually.ts';
import { freePort } from './free-port.ts';
import { secondProcess } from './second-process.ts';
import { startApi, type TestApi } from './start-api.ts';

const buyers = 12;
/** Too few for everyone: the last places are fought for. */
const capacity = 400;

const shared = env.databaseUrl;
let folder: string;
let cluster: Cluster;
let api: TestApi;
let shop: Shop;
let port: number;
let seller: Awaited<ReturnType<typeof secondProcess>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'festivals-rush-'));
  chmodSync(folder, 0o755);
  cluster = await startPostgres({ home: join(folder, 'cluster') });
  env.databaseUrl = cluster.url();
  api = await startApi();
  shop = await openShop(api, { capacity });
  port = await freePort();
  await openSeller();
});
afterAll(async () => {
  seller.end();
  await seller.ended;
  await api.stop();
  env.databaseUrl = shared;
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The process that sells, always at the same address. */
async function openSeller(): Promise<void> {
  seller = await secondProcess(api, { DATABASE_POOL: '8', RATE_LIMIT_FACTOR: '1000', LOG_LEVEL: 'silent' }, { port });
}

/** A network that loses one answer in eight: the deed was done, and nobody was told. */
const lossyFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  if (Math.random() > 1 / 8) return response;
  await response.arrayBuffer();
  throw new TypeError('the answer was lost');
};

/** What an order's buyer was shown. */
const shown = new Map<string, string[]>();
let refusals = 0;
/** Whether buyers still come. */
const shopping = { isOpen: true };

/** Asks until there is an answer that means something, each time with the same key. */
async function insist<T>(ask: (options: { idempotencyKey: string }) => Promise<T>): Promise<T | ApiError> {
  const idempotencyKey = v7();
  const twice = Math.random() < 0.2;
  for (;;) {
    try {
      // A double click: both are the same deed, and either answer will do.
      return await (twice ? Promise.any([ask({ idempotencyKey }), ask({ idempotencyKey })]) : ask({ idempotencyKey }));
    } catch (failure) {
      const error: unknown = failure instanceof AggregateError ? failure.errors[0] : failure;
      const isFinal = error instanceof ApiError && error.status < 500 && error.name !== 'IDEMPOTENCY_IN_FLIGHT';
      if (isFinal) return error;
      await wait(30 + Math.random() * 120);
    }
  }
}

async function buyOn(): Promise<void> {
  const { ticketing } = createClient(wholeApi, {
    baseUrl: `http://127.0.0.1:${port}/api`,
    face: 'site',
    fetch: lossyFetch,
  });
  const params = { festivalId: shop.festivalId as FestivalId };
  while (shopping.isOpen) {
    const secret = newSecret();
    const items = [{ ticketTypeId: shop.ticketTypeId, quantity: 1 + Math.floor(Math.random() * 3) }];
    const basket = await insist((options) => ticketing.holdBasket({ params, body: { secret, items } }, options));
    if (basket instanceof ApiError) {
      refusals += 1;
      await wait(100);
      continue;
    }
    const buyer = { email: 'rush@example.org', name: 'Ada Rush', language: 'en' as const };
    const order = await insist((options) =>
      ticketing.placeOrder({ params, body: { ...buyer, secret, basketId: basket.id } }, options),
    );
    if (order instanceof ApiError) continue;
    const on = { ...params, orderId: order.id };
    const paid = await insist((options) =>
      ticketing.payOrder({ params: on, body: { secret, method: 'succeeds' } }, options),
    );
    if (!(paid instanceof ApiError))
      shown.set(
        order.id,
        paid.tickets.map(({ id }) => id),
      );
  }
}

/** Every process of PostgreSQL ends at once, as when the power goes; its first one is held, so that it starts no more meanwhile. */
function killPostgres(): void {
  const postmaster = Number(readFileSync(join(folder, 'cluster/data/postmaster.pid'), 'utf8').split('\n', 1)[0]);
  process.kill(postmaster, 'SIGSTOP');
  for (const pid of [...childrenOf(postmaster), postmaster]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // One may have ended by itself since it was listed.
    }
  }
}

const childrenOf = (parent: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent);

function parentOf(pid: number): number | undefined {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

async function restartPostgres(): Promise<void> {
  const wanted = cluster.port;
  await eventually(async () => {
    cluster = await startPostgres({ home: join(folder, 'cluster'), port: wanted });
    if (cluster.port === wanted) return;
    await cluster.stop();
    throw new Error(`The port ${wanted} is still taken.`);
  }, 50);
}

/** Until so many more orders were seen through than at this moment, or the places are gone. */
async function untilSold(more: number): Promise<void> {
  const goal = shown.size + more;
  await eventually(() => expect(shown.size >= goal || refusals > 20).toBe(true));
}

const one = async <T extends object>(sql: string): Promise<T> => {
  const { rows } = await api.ownerPool.query<T>(sql, [shop.festivalId]);
  const [row] = rows;
  if (!row) throw new Error('no row');
  return row;
};

test(
  'a rush outlives the death of the API and of the database, and everyone has what they paid for',
  { timeout: 400_000 },
  async () => {
    const crowd = Promise.all(Array.from({ length: buyers }, buyOn));
    await untilSold(15);

    seller.kill();
    await seller.ended;
    await openSeller();
    await untilSold(15);

    killPostgres();
    await restartPostgres();
    await untilSold(15);

    shopping.isOpen = false;
    await crowd;
    expect(shown.size).toBeGreaterThanOrEqual(30);

    const ctx = systemContext(api.resources);
    // What is unknown is found out by the worker: charges without a booking are settled some seconds later, never charged again.
    await eventually(async () => {
      await resolvePayments(ctx);
      const unbooked = await one<{ charges: number }>(
        `select count(*)::int as charges from payment p join sandbox_charge c on c.key = p.id::text
         where p.festival_id = $1 and c.outcome = 'succeeded' and p.status not in ('COMPLETED', 'REFUNDED')`,
      );
      expect(unbooked.charges).toBe(0);
    }, 200);

    const { rows } = await api.ownerPool.query<{ id: string; tickets: string[] }>(
      `select o.id, array_agg(t.id::text order by t.id) as tickets from ticket_order o
     join ticket t on t.festival_id = o.festival_id and t.order_id = o.id
     where o.festival_id = $1 and o.status = 'PAID' group by o.id`,
      [shop.festivalId],
    );
    const stored = new Map(rows.map(({ id, tickets }) => [id, tickets]));
    const lost = [...shown].filter(([id, tickets]) => stored.get(id)?.join() !== tickets.toSorted().join());
    expect(lost, 'shown to a buyer and not there any more').toEqual([]);
    expect(
      await one(
        `select (select count(*)::int from sandbox_charge c join payment p on p.id::text = c.key and p.festival_id = $1
           where c.outcome = 'succeeded' and not exists (select from ticket t where t.festival_id = $1 and t.order_id = p.order_id)) as "paidForNothing",
         (select count(*)::int from ticket t where t.festival_id = $1 and not exists (select from payment p
           join sandbox_charge c on c.key = p.id::text and c.outcome = 'succeeded'
           where p.festival_id = $1 and p.order_id = t.order_id and p.status = 'COMPLETED')) as "ticketsUnpaid",
         (select count(*)::int from (select p.order_id from payment p join sandbox_charge c on c.key = p.id::text and c.outcome = 'succeeded'
           where p.festival_id = $1 group by 1 having count(*) > 1) as twice) as "chargedTwice"`,
      ),
    ).toEqual({ paidForNothing: 0, ticketsUnpaid: 0, chargedTwice: 0 });
    const quota = await quotaOf(api, shop);
    expect(quota.sold).toBe([...stored.values()].flat().length);
    expect(quota.sold + quota.held).toBeLessThanOrEqual(capacity);
    expect(await auditFestival(ctx, FestivalId.parse(shop.festivalId))).toEqual([]);
  },
);
