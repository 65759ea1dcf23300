/** Several processes of the API with one Redis: they count together, see who is there, and do without it while it is away. */
import { FestivalId } from '@festivals/domain/primitives';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertFestival } from '../festival/testing.ts';
import { eventually } from './eventually.ts';
import { liveClient, type LiveClient } from './live-client.ts';
import { hasRedis, startRedis, type RedisServer } from './redis-server.ts';
import { secondProcess } from './second-process.ts';
import { startApi, type TestApi } from './start-api.ts';

describe.skipIf(!hasRedis)('two processes with Redis', () => {
  let redis: RedisServer;
  let api: TestApi;
  let other: Awaited<ReturnType<typeof secondProcess>>;
  const open: LiveClient[] = [];

  beforeAll(async () => {
    redis = await startRedis();
    const env = { REDIS_URL: redis.url, RATE_LIMIT_FACTOR: '100' };
    api = await startApi({ env });
    other = await secondProcess(api, env);
    await bothHear();
  });
  afterAll(async () => {
    redis.thaw();
    for (const client of open) client.close();
    await redis.kill();
    other.end();
    await other.ended;
    await api.stop();
  });

  /** Processes that hear what others say by Redis. */
  async function subscribers(): Promise<number> {
    const client = createClient({ url: redis.url });
    await client.connect();
    const [count] = Object.values(await client.pubSubNumSub(['socket.io#/#']));
    await client.close();
    return Number(count);
  }
  const bothHear = () =>
    eventually(async () => {
      if ((await subscribers()) !== 2) throw new Error('Not both hear it yet.');
    });
  const forget = (url: string) =>
    fetch(`${url}/auth/password/forgot`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-face': 'site' },
      body: JSON.stringify({ email: 'nobody@example.org' }),
    });
  const remaining = async (url: string) => Number((await forget(url)).headers.get('ratelimit-remaining'));
  /** By how much three uses in turn count down. */
  const steps = async () => {
    const [first, second, third] = [await remaining(api.url), await remaining(other.url), await remaining(api.url)];
    return [first - second, second - third];
  };

  test('count the uses of a route together', async () => {
    // A process counts alone for a moment whenever Redis did not answer it at once.
    await eventually(async () => expect(await steps()).toEqual([1, 1]), 500);
  });

  test('see who looks at what in the other, by Redis and, while that is away, by the database', async () => {
    const festivalId = FestivalId.parse((await insertFestival(api.ownerPool, { status: 'PUBLISHED' })).id);
    const come = async (url: string) => {
      const person = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
      const live = await liveClient(url, { token: person.token });
      open.push(live);
      await live.subscribe(festivalId);
      return { ...person, live };
    };
    const [here, there] = [await come(api.url), await come(other.url)];
    const seen = (by: LiveClient) =>
      by.named('user:online').map((message) => (message as { personId: string }).personId);
    const notified = await listens();

    await here.live.say('presence', { festivalId, screen: 'programme' });
    await eventually(() => expect(seen(there.live)).toEqual([here.id]));
    expect(notified.heard).toEqual([]);

    await redis.kill();
    await there.live.say('presence', { festivalId, screen: 'map' });
    await eventually(() => expect(seen(here.live)).toContain(there.id));
    expect(await remaining(api.url)).toBeGreaterThan(0);
    expect((await forget(other.url)).status).toBeLessThan(300);

    await redis.start();
    await bothHear();
    const late = await come(api.url);
    await late.live.say('presence', { festivalId, screen: 'orders' });
    await eventually(() => expect(seen(there.live)).toContain(late.id));
    await eventually(async () => expect(await steps()).toEqual([1, 1]), 500);
    await notified.close();
  });

  test('refuse nobody and hold nobody up while it neither answers nor refuses', async () => {
    redis.freeze();
    const began = performance.now();
    const answers = await Promise.all(Array.from({ length: 5 }, () => fetch(`${api.url}/festivals`)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(performance.now() - began).toBeLessThan(5000);
    redis.thaw();
  });

  test('end cleanly though Redis went before them', async () => {
    await redis.kill();
    other.end();
    expect(await other.ended).toBe(0);
  });

  /** What is said of seats by the database. */
  async function listens() {
    const client = await api.ownerPool.connect();
    const heard: string[] = [];
    client.on('notification', ({ channel }) => {
      if (channel.includes('seat')) heard.push(channel);
    });
    await client.query('listen festivals_seats');
    return {
      heard,
      close: async () => {
        await client.query('unlisten *');
        client.release();
      },
    };
  }
});
