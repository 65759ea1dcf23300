import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { memory } from './memory.ts';
import { passToApi } from './pass-to-api.ts';
import { offersAsked, shareOffers } from './share-offers.ts';
import { seeSlug, tagsOfChange } from './tags.ts';

/** The API, and the door before it. */
let api: Server;
let door: Server;
let site: string;
let left = 10;
let asked: { url: string | undefined; cookie: string | undefined; forwarded: string | undefined }[] = [];
let isDown = false;

beforeEach(async () => {
  [left, asked, isDown] = [10, [], false];
  api = createServer((request, response) => {
    const { cookie, 'x-forwarded-for': forwarded } = request.headers;
    asked.push({ url: request.url, cookie, forwarded: [forwarded].flat()[0] });
    if (isDown) return void response.writeHead(503).end();
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains');
    response.end(JSON.stringify({ data: [{ left }], filling: 'x'.repeat(2000) }));
  });
  const apiUrl = `http://127.0.0.1:${await listening(api)}`;
  const [share, pass] = [shareOffers(apiUrl), passToApi(apiUrl)];
  door = createServer(async (request, response) => {
    const of = offersAsked(request);
    if (of === null || !(await share(of, request, response))) await pass(request, response);
  });
  site = `http://127.0.0.1:${await listening(door)}`;
});
afterEach(async () => {
  vi.useRealTimers();
  for (const server of [api, door]) {
    server.closeAllConnections();
    await once(server.close(), 'close');
  }
});

async function listening(server: Server): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  // A server that listens at a port has an address of this kind.
  return (server.address() as AddressInfo).port;
}

function seen(): string {
  const id = v7();
  seeSlug(id, `seen-${id}`);
  return id;
}
const offers = async (id: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${site}/api/festivals/${id}/offers`, { headers });
  return {
    status: answer.status,
    headers: answer.headers,
    left: answer.ok ? (await answer.json()).data[0].left : null,
  };
};

test('a thousand who look at once are one who asks, as nobody in particular', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const id = seen();
  const all = await Promise.all(Array.from({ length: 200 }, (_, at) => offers(id, { cookie: `session=${at}` })));
  expect(new Set(all.map(({ left: one }) => one))).toEqual(new Set([10]));
  expect(asked).toEqual([{ url: `/api/festivals/${id}/offers`, cookie: undefined, forwarded: undefined }]);
  expect(all[0]?.headers.get('cache-control')).toBe('no-store');
});

test('what is gone is promised for a second at the most', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const id = seen();
  expect((await offers(id)).left).toBe(10);
  left = 0;
  vi.advanceTimersByTime(999);
  expect((await offers(id)).left).toBe(10);
  vi.advanceTimersByTime(1);
  expect((await offers(id)).left).toBe(0);
});

test('what the office changed is asked for at once', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const id = seen();
  await offers(id);
  left = 5;
  memory().expiry.expire(tagsOfChange(id, ['ticketing']));
  expect((await offers(id)).left).toBe(5);
});

test('an API that is down is not asked a thousand times, and nothing is promised in its name', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const id = seen();
  await offers(id);
  isDown = true;
  memory().expiry.expireAll();
  const all = await Promise.all(Array.from({ length: 50 }, () => offers(id)));
  expect(new Set(all.map(({ status }) => status))).toEqual(new Set([503]));
  expect(asked).toHaveLength(2);
});

test('of a festival that nobody saw the API itself is asked, by whoever asks', async () => {
  const id = v7();
  await Promise.all([offers(id, { cookie: 'session=1' }), offers(id, { cookie: 'session=2' })]);
  expect(asked.map(({ cookie }) => cookie).toSorted()).toEqual(['session=1', 'session=2']);
});

test('everything else goes through, both ways and packed', async () => {
  const id = seen();
  const answer = await fetch(`${site}/api/festivals/${id}/baskets?x=1`, { method: 'POST', body: '{"a":1}' });
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  // It would hold for all that lies below somebody's own domain.
  expect(answer.headers.get('strict-transport-security')).toBeNull();
  expect((await answer.json()).data).toEqual([{ left: 10 }]);
  expect(asked[0]?.url).toBe(`/api/festivals/${id}/baskets?x=1`);
  api.close();
  api.closeAllConnections();
  const unanswered = await fetch(`${site}/api/festivals`);
  expect(unanswered.status).toBe(503);
  expect(await unanswered.json()).toMatchObject({ error: { name: 'UNAVAILABLE' } });
  // So that it can be closed again.
  await listening(api);
});
