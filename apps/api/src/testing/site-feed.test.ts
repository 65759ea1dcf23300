/** The line over which the public site hears of changes. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemContext } from '../platform/context.ts';
import { record } from '../platform/record.ts';
import { step } from '../platform/transaction.ts';
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

/** A festival, while somebody holds a transaction open: what is told waits for no relay and for nobody else. */
async function createFestival(slug: string) {
  const organiser = await api.person();
  const { id } = await organiser.client.festival.createFestival({
    body: {
      name: 'Heard',
      slug,
      startsOn: '2027-07-01',
      endsOn: '2027-07-02',
      zone: 'Europe/Brussels',
      currency: 'EUR',
      languages: ['en'],
      place: { name: 'Field', address: 'Road 1', city: 'Town', country: 'BE', latitude: 50, longitude: 4 },
    },
  });
  return { id, organiser };
}

test('it is ready, then tells which festival changed in which domains as soon as it did, and nothing of it', async () => {
  const line = await openLine();
  expect(await line.next()).toBe('event: ready\ndata: {}');
  const slow = await api.ownerPool.connect();
  try {
    // Somebody's long transaction holds the relay's horizon back, and nobody relays here at all.
    await slow.query('begin');
    await slow.query('select pg_current_xact_id()');
    const { id, organiser } = await createFestival('heard');
    expect(await line.next()).toBe(`data: ${JSON.stringify({ festivalId: id, domains: ['festival'] })}`);
    const params = { festivalId: id };
    await organiser.client.stands.createStand({ params, body: { name: 'Bar', kind: 'BAR' } });
    await organiser.client.ticketing.createTicketType({
      params,
      body: { name: { en: 'Day' }, price: 1000, vat: 600, capacity: 10 },
    });
    // Of one festival the rest is gathered, as far as it comes within a moment.
    const heard = new Set<string>();
    while (heard.size < 2) {
      const { festivalId, domains } = JSON.parse((await line.next()).slice('data: '.length));
      expect(festivalId).toBe(id);
      for (const domain of domains) heard.add(domain);
    }
    expect([...heard].toSorted()).toEqual(['stands', 'ticketing']);
  } finally {
    await slow.query('rollback');
    slow.release();
    line.leave();
  }
});

test('a deed that fails after all is not told', async () => {
  const line = await openLine();
  expect(await line.next()).toBe('event: ready\ndata: {}');
  const { id, organiser } = await createFestival('unheard');
  // What came before is heard first: it would be told on a line that is opened right after it, too.
  expect(await line.next()).toBe(`data: ${JSON.stringify({ festivalId: id, domains: ['festival'] })}`);
  const params = { festivalId: id };
  const ctx = systemContext(api.resources);
  const failing = step(ctx, id, async (tx) => {
    await record(tx, ctx, { name: 'places.place_created', subjectId: id });
    throw new Error('after all');
  });
  await expect(failing).rejects.toThrow('after all');
  await organiser.client.stands.createStand({ params, body: { name: 'Bar', kind: 'BAR' } });
  expect(await line.next()).toBe(`data: ${JSON.stringify({ festivalId: id, domains: ['stands'] })}`);
  line.leave();
});

test('what pages show is recorded by the one function that tells of it, never by one of the database', async () => {
  const { rows } = await api.ownerPool.query<{ prosrc: string }>(
    `select prosrc from pg_proc where pronamespace in ('public'::regnamespace, 'lookup'::regnamespace)`,
  );
  const named = rows.flatMap(({ prosrc }) => [...prosrc.matchAll(/'([a-z]+\.[a-z_]+)'/g)].map(([, name = '']) => name));
  expect(named).toContain('ticketing.basket_held');
  expect(named.filter((name) => api.resources.shown.some((beginning) => name.startsWith(beginning)))).toEqual([]);
});

test('what happens with every sale is told to no page', () => {
  const { shown } = api.resources;
  const everySale = ['ticketing.basket_held', 'ticketing.order_placed', 'ticketing.order_paid', 'stands.stock_moved'];
  expect(everySale.filter((name) => shown.some((beginning) => name.startsWith(beginning)))).toEqual([]);
  expect(shown.filter((beginning) => !/^[a-z]+\.[a-z_]*$/.test(beginning))).toEqual([]);
});
