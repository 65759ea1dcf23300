/** The address service is played by a double that holds us to its policy: who asks, and how often. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { failureOf } from './testing.ts';

interface Question {
  at: number;
  query: string;
  userAgent: string;
  language: string;
}

let asked: Question[] = [];
let answer: (query: string) => { status: number; body: string; delayMs?: number };
let nominatim: Server;
let api: TestApi;
let off: TestApi;

const place = (name: string) => ({
  lat: '50.6184123456',
  lon: '4.7342',
  display_name: `${name}, Chemin des Saules 1, Valbrume`,
  name,
  address: { road: 'Chemin des Saules', house_number: '1', town: 'Valbrume', country_code: 'be' },
});
const found = (query: string) => ({ status: 200, body: JSON.stringify([place(query)]) });

beforeAll(async () => {
  nominatim = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost');
    const query = url.searchParams.get('q') ?? '';
    asked.push({
      at: performance.now(),
      query,
      userAgent: request.headers['user-agent'] ?? '',
      language: request.headers['accept-language'] ?? '',
    });
    const { status, body, delayMs = 0 } = answer(query);
    setTimeout(() => response.writeHead(status, { 'content-type': 'application/json' }).end(body), delayMs);
  });
  await new Promise<void>((resolve) => nominatim.listen(0, '127.0.0.1', resolve));
  const { port } = nominatim.address() as AddressInfo;
  api = await startApi({ env: { NOMINATIM_URL: `http://127.0.0.1:${port}/` } });
  off = await startApi();
});
afterAll(async () => {
  nominatim.closeAllConnections();
  nominatim.close();
  await Promise.all([api.stop(), off.stop()]);
});
beforeEach(() => {
  asked = [];
  answer = found;
});
const search = async (query: string, on = api) =>
  (await on.person()).client.festival.searchAddresses({ query: { query } });

describe('an address', () => {
  test('is looked up once, then known, however it is written', async () => {
    const [first] = await search('Prés de la Valette');
    expect(first).toEqual({
      label: 'prés de la valette, Chemin des Saules 1, Valbrume',
      name: 'prés de la valette',
      address: 'Chemin des Saules 1',
      city: 'Valbrume',
      country: 'BE',
      latitude: 50.618412,
      longitude: 4.7342,
    });
    await search('  prés   de la VALETTE ');
    expect(asked).toHaveLength(1);
    expect(asked[0]?.userAgent).toMatch(/^Festivals\/[\d.]+ \(http.+; .+@.+\)$/);
    expect(asked[0]?.language).toBe('en');
  });

  test('is asked for at most once a second, by however many people', async () => {
    await Promise.all(['one', 'two', 'three'].map((query) => search(query)));
    expect(asked).toHaveLength(3);
    const times = asked.map(({ at }) => at).toSorted((a, b) => a - b);
    for (const [index, at] of times.entries())
      if (index > 0) expect(at - (times[index - 1] ?? 0)).toBeGreaterThan(1000);
  });

  test('sent by many at once makes nobody wait for long', async () => {
    const crowd = await Promise.all(Array.from({ length: 12 }, () => api.person()));
    const outcomes = await Promise.all(
      crowd.map(({ client }, index) =>
        failureOf(client.festival.searchAddresses({ query: { query: `crowd ${index}` } })),
      ),
    );
    const busy = outcomes.filter((failure) => failure?.name === 'ADDRESS_SEARCH_BUSY');
    expect(busy.length).toBeGreaterThan(4);
    expect(asked.length).toBe(12 - busy.length);
  });

  test('asked for by two at once is asked of the service once', async () => {
    await Promise.all([search('the same'), search('The Same')]);
    expect(asked).toHaveLength(1);
  });
});

describe('a service', () => {
  test.each([
    { name: 'fails', body: 'oops', status: 500 },
    { name: 'speaks nonsense', body: '<html>', status: 200 },
    { name: 'answers in another shape', body: '{"error":"x"}', status: 200 },
    { name: 'never ends', body: JSON.stringify([place('x'.repeat(300_000))]), status: 200 },
  ])('that $name is told calmly, and not remembered', async ({ name, ...wrong }) => {
    answer = () => wrong;
    expect(await failureOf(search(name))).toMatchObject({ status: 502, name: 'ADDRESS_SEARCH_FAILED' });
    answer = found;
    expect(await search(name)).toHaveLength(1);
  });

  test('that is silent is waited for five seconds', async () => {
    answer = () => ({ status: 200, body: '[]', delayMs: 8000 });
    expect(await failureOf(search('silence'))).toMatchObject({ name: 'ADDRESS_SEARCH_FAILED' });
  });

  test('that is not there is said to be so', async () => {
    const { client } = await off.person();
    expect(await client.festival.getAddressService({})).toEqual({ available: false });
    expect(await failureOf(search('anything', off))).toMatchObject({ name: 'ADDRESS_SEARCH_OFF' });
    expect(await (await api.person()).client.festival.getAddressService({})).toEqual({ available: true });
  });
});

test('guests look nothing up', async () => {
  expect((await failureOf(api.client('site').festival.searchAddresses({ query: { query: 'x' } })))?.status).toBe(401);
});

test.each(['', 'a\u0000b', 'x'.repeat(201)])('a question that is none is refused: %#', async (query) => {
  expect(await failureOf(search(query))).toMatchObject({ name: 'VALIDATION_FAILED' });
  expect(asked).toEqual([]);
});
