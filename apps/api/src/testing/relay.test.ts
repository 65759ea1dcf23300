/** Every committed event becomes its jobs exactly once, in whatever order transactions end and whoever dies on the way. */
import type pg from 'pg';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Resources } from '../platform/context.ts';
import type { DomainModule } from '../platform/domain-module.ts';
import { freeJobs } from '../platform/free-jobs.ts';
import { relayEvents } from '../platform/relay.ts';
import { platform } from '../platform/transaction.ts';
import { startApi, type TestApi } from './start-api.ts';

const seen: string[] = [];
const listener: DomainModule = {
  name: 'listener',
  controllers: [],
  jobs: { 'listener.note': async (_, { subjectId }) => void seen.push(subjectId) },
  subscriptions: { 'probe.happened': ['listener.note'] },
};
const modules = [listener];

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ modules, api: {} });
});
beforeEach(async () => {
  await api.runJobsOnce();
  seen.length = 0;
});
afterAll(() => api.stop());

const insert = `insert into event (festival_id, id, name, actor_kind, subject_id) select $1, gen_random_uuid(), 'probe.happened', 'system', unnest($2::uuid[])`;
const ids = (count: number) => Array.from({ length: count }, () => v7());
const happen = (subjects: string[]) => api.ownerPool.query(insert, [platform, subjects]);

async function queued(): Promise<number> {
  const { rows } = await api.ownerPool.query<{ count: number }>('select count(*) from graphile_worker.jobs');
  return rows[0]?.count ?? 0;
}

test('an event that is committed after a later one is not skipped', async () => {
  const [early, late] = ids(2) as [string, string];
  const slow = await api.ownerPool.connect();
  try {
    await slow.query('begin');
    await slow.query(insert, [platform, [early]]);
    await happen([late]);
    await relayEvents(api.resources, modules);
    expect(await queued()).toBe(0);
    await slow.query('commit');
  } finally {
    slow.release();
  }
  await api.runJobsOnce();
  expect(seen.toSorted()).toEqual([early, late].toSorted());
});

test('an event of a deed that was rolled back never happened', async () => {
  const [undone, done] = ids(2) as [string, string];
  const client = await api.ownerPool.connect();
  await client.query('begin');
  await client.query(insert, [platform, [undone]]);
  await client.query('rollback');
  client.release();
  await happen([done]);
  await api.runJobsOnce();
  expect(seen).toEqual([done]);
});

test('more than one batch is passed on whole', async () => {
  const all = ids(1200);
  await happen(all);
  await api.runJobsOnce();
  expect(seen.toSorted()).toEqual(all.toSorted());
});

test('relays that run at once pass each event once', async () => {
  const all = ids(300);
  await happen(all);
  await Promise.all(Array.from({ length: 6 }, () => relayEvents(api.resources, modules)));
  await api.runJobsOnce();
  expect(seen.toSorted()).toEqual(all.toSorted());
});

test.each(['update relay_cursor', 'commit'])(
  'a relay that dies at its "%s" has passed nothing, and the next passes all',
  async (statement) => {
    const all = ids(20);
    await happen(all);
    // Until the horizon lets the events through, there is nothing to die at.
    const died = () =>
      relayEvents(dyingAt(statement), modules).then(
        () => false,
        () => true,
      );
    await expect.poll(died).toBe(true);
    expect(await queued()).toBe(0);
    await api.runJobsOnce();
    expect(seen.toSorted()).toEqual(all.toSorted());
  },
);

test('a job whose worker was killed is done by another, and not before it is sure', async () => {
  const [job] = ids(1) as [string];
  await happen([job]);
  await expect.poll(async () => (await relayEvents(api.resources, modules), await queued())).toBe(1);
  const lockedFor = (minutes: number) =>
    api.ownerPool.query(
      `update graphile_worker._private_jobs set locked_by = 'a worker that died', locked_at = now() - make_interval(mins => $1)`,
      [minutes],
    );
  await lockedFor(4);
  await freeJobs(api.resources);
  await api.runJobsOnce();
  expect(seen).toEqual([]);
  await lockedFor(6);
  await freeJobs(api.resources);
  await api.runJobsOnce();
  expect(seen).toEqual([job]);
});

/** These resources, with connections that are cut from the server just when they would send this statement. */
function dyingAt(statement: string): Resources {
  const pool = new Proxy(api.resources.pool, {
    get: (target, property) => (property === 'connect' ? connect : Reflect.get(target, property, target)),
  });
  const connect = async () => {
    const client = await api.resources.pool.connect();
    return new Proxy(client, {
      get: (target, property) => {
        if (property !== 'query') return bound(target, property);
        return async (text: string, values?: unknown[]) => {
          if (text.startsWith(statement)) await cut(target);
          return target.query(text, values);
        };
      },
    });
  };
  return { ...api.resources, pool };
}

/** Ends a connection from the server's side, and waits until this side has noticed. */
async function cut(client: pg.PoolClient): Promise<void> {
  const noticed = new Promise((resolve) => client.once('end', resolve));
  await api.ownerPool.query('select pg_terminate_backend($1)', [Reflect.get(client, 'processID')]);
  await noticed;
}

function bound(target: object, property: string | symbol): unknown {
  const value: unknown = Reflect.get(target, property, target);
  return typeof value === 'function' ? value.bind(target) : value;
}
