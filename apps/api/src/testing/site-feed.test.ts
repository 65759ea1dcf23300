/** The line over which the public site hears of changes. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type TestApi } from './start-api.ts';

const secret = randomBytes(32).toString('hex');
let api: TestApi;
beforeAll(async () => {
  api = await startApi({ env: { SITE_SECRET: secret } });
});
afterAll(() => api.stop());

/** Opens the line; `next` resolves with what is said next. */
async function openLine() {
  const leaving = new AbortController();
  const answer = await fetch(`${api.url.replace(/\/api$/, '')}/internal/site-news`, {
    headers: { authorization: `Bearer ${secret}` },
    signal: leaving.signal,
  });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  const next = async (): Promise<string> => {
    for (;;) {
      const end = rest.indexOf('\n\n');
      if (end !== -1) {
        const said = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (said !== ':') return said;
        continue;
      }
      const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
      if (done) return 'closed';
      rest += value;
    }
  };
  return { next, leave: () => leaving.abort() };
}

test.each(['', 'Bearer', 'Bearer wrong', `Basic ${secret}`])('with %j there is no such line', async (authorization) => {
  const url = `${api.url.replace(/\/api$/, '')}/internal/site-news`;
  expect((await fetch(url, { headers: { authorization } })).status).toBe(404);
});

test('it is ready, then tells which festival changed in which domains, and nothing of it', async () => {
  const organiser = await api.person();
  const line = await openLine();
  expect(await line.next()).toBe('event: ready\ndata: {}');
  const festival = await organiser.client.festival.createFestival({
    body: {
      name: 'Heard',
      slug: 'heard',
      startsOn: '2027-07-01',
      endsOn: '2027-07-02',
      zone: 'Europe/Brussels',
      currency: 'EUR',
      languages: ['en'],
      place: { name: 'Field', address: 'Road 1', city: 'Town', country: 'BE', latitude: 50, longitude: 4 },
    },
  });
  await api.runJobsOnce();
  expect(await line.next()).toBe(`data: ${JSON.stringify({ festivalId: festival.id, domains: ['festival'] })}`);
  line.leave();
});

test('what happens with every sale is told to no page', () => {
  const shown = api.modules.flatMap((module) => module.shown ?? []);
  const everySale = ['ticketing.basket_held', 'ticketing.order_placed', 'ticketing.order_paid', 'stands.stock_moved'];
  expect(everySale.filter((name) => shown.some((beginning) => name.startsWith(beginning)))).toEqual([]);
  expect(shown.filter((beginning) => !/^[a-z]+\.[a-z_]*$/.test(beginning))).toEqual([]);
});
