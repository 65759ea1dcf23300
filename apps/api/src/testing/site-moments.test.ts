/** When, by the clock alone, a festival's pages show something else: told to the site and to nobody else. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { FestivalId } from '@festivals/domain/primitives';
import { plainRules } from '@festivals/domain/ticketing/pricing/plain-rules';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startApi, type TestApi } from './start-api.ts';

const secret = randomBytes(32).toString('hex');
let api: TestApi;
let organiser: Awaited<ReturnType<TestApi['person']>>;
let params: { festivalId: FestivalId };
let count = 0;

beforeAll(async () => {
  api = await startApi({ env: { SITE_SECRET: secret } });
  organiser = await api.person();
});
afterAll(() => api.stop());
beforeEach(async () => {
  count += 1;
  // It was long ago: no day turns.
  const { id } = await organiser.client.festival.createFestival({
    body: {
      name: 'Turning',
      slug: `turning-${count}`,
      startsOn: '2020-07-01',
      endsOn: '2020-07-02',
      zone: 'Europe/Brussels',
      currency: 'EUR',
      languages: ['en'],
      place: { name: 'Field', address: 'Road 1', city: 'Town', country: 'BE', latitude: 50, longitude: 4 },
    },
  });
  params = { festivalId: id };
});

const ask = (festivalId: string, authorization = `Bearer ${secret}`) =>
  fetch(`${api.url.replace(/\/api$/, '')}/internal/site-moments/${festivalId}`, { headers: { authorization } });
const next = async () => ((await (await ask(params.festivalId)).json()) as { at: string | null }).at;
const inMinutes = (minutes: number) => new Date(Math.ceil(Date.now() / 1000) * 1000 + minutes * 60_000).toISOString();

test('nobody but the site is told, and of no festival that is none', async () => {
  for (const authorization of ['', 'Bearer wrong', `Basic ${secret}`])
    expect((await ask(params.festivalId, authorization)).status).toBe(404);
  expect((await ask('turning')).status).toBe(404);
  expect((await ask('%00')).status).toBe(404);
});

test('where nothing is to come, nothing is told', async () => {
  expect(await next()).toBeNull();
});

test('a sale that opens, one that ends, and news for later: whatever comes first', async () => {
  const type = { name: { en: 'Day' }, price: 1000, vat: 600, capacity: 5 };
  const [opens, ends, news] = [inMinutes(30), inMinutes(20), inMinutes(10)];
  await organiser.client.ticketing.createTicketType({ params, body: { ...type, onSaleFrom: opens } });
  expect(await next()).toBe(opens);
  await organiser.client.ticketing.createTicketType({ params, body: { ...type, onSaleUntil: ends } });
  expect(await next()).toBe(ends);
  await organiser.client.festival.createNews({ params, body: { title: { en: 'Soon' }, publishedAt: news } });
  expect(await next()).toBe(news);
});

test('a step of a price that ends, and a discount that begins', async () => {
  const { ticketing } = organiser.client;
  const [begins, stepEnds, ends] = [inMinutes(10), inMinutes(30), inMinutes(50)];
  const step = { name: { en: 'Early' }, price: 700, capacity: null };
  await ticketing.createTicketType({
    params,
    body: {
      name: { en: 'Day' },
      price: 1000,
      vat: 600,
      capacity: 5,
      tiers: [
        { ...step, id: randomUUID(), until: stepEnds },
        { ...step, id: randomUUID(), until: ends },
      ],
    },
  });
  expect(await next()).toBe(stepEnds);
  const rule = { kind: 'N_FOR_M' as const, buy: 3, pay: 2 };
  const discount = { id: randomUUID(), name: { en: '3 for 2' }, ticketTypeIds: [], from: begins, until: ends, rule };
  await ticketing.savePriceRules({ params, body: { version: 0, rules: { ...plainRules, discounts: [discount] } } });
  expect(await next()).toBe(begins);
});

test('a set is revealed, unless it is open or not yet sure', async () => {
  const { programme } = organiser.client;
  const { id: stageId } = await programme.createStage({ params, body: { name: 'Main' } });
  const set = (hour: number) => ({
    stageId,
    title: 'A surprise',
    startsAt: `2020-07-01T${hour}:00:00Z`,
    endsAt: `2020-07-01T${hour}:30:00Z`,
  });
  const [far, near, nearer] = [inMinutes(90), inMinutes(60), inMinutes(30)];
  const confirmed = { status: 'CONFIRMED' as const };
  await programme.createSlot({ params, body: { ...set(10), ...confirmed, announcement: 'SECRET', revealsAt: far } });
  await programme.createSlot({ params, body: { ...set(12), ...confirmed, announcement: 'SECRET', revealsAt: near } });
  await programme.createSlot({ params, body: { ...set(14), announcement: 'SECRET', revealsAt: nearer } });
  expect(await next()).toBe(near);
});

test('an artist is announced, unless they are already', async () => {
  const { programme } = organiser.client;
  const [far, near, nearer] = [inMinutes(90), inMinutes(60), inMinutes(30)];
  await programme.createArtist({ params, body: { name: 'Alba', announcement: 'HELD_BACK', revealsAt: far } });
  expect(await next()).toBe(far);
  await programme.createArtist({ params, body: { name: 'Brume', revealsAt: near } });
  await programme.createArtist({ params, body: { name: 'Cirrus', announcement: 'ANNOUNCED', revealsAt: nearer } });
  expect(await next()).toBe(near);
});

test('while it is to come, the day turns', async () => {
  const today = new Date();
  const { id } = await organiser.client.festival.createFestival({
    body: {
      name: 'Today',
      slug: 'today',
      startsOn: today.toISOString().slice(0, 10),
      endsOn: new Date(today.getTime() + 5 * 86_400_000).toISOString().slice(0, 10),
      // Where every day has 24 hours.
      zone: 'Africa/Lagos',
      currency: 'EUR',
      languages: ['en'],
      place: { name: 'Field', address: 'Road 1', city: 'Town', country: 'BE', latitude: 50, longitude: 4 },
    },
  });
  params = { festivalId: id };
  const turns = Date.parse((await next()) ?? '');
  expect(turns).toBeGreaterThan(today.getTime());
  expect(turns).toBeLessThanOrEqual(Date.now() + 86_400_000);
});
