/** How the API behaves whatever the route: answers, errors, languages, headers, bodies of all kinds. */
import { Socket } from 'node:net';
import { createClient } from '@festivals/contract';
import { Language } from '@festivals/domain/primitives';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { probeApi, probeModule } from './probe.ts';
import { startApi, type TestApi } from './start-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ modules: [probeModule], api: probeApi, env: { RATE_LIMIT_FACTOR: '1' } });
});
afterAll(() => api.stop());

const get = (path: string, headers: Record<string, string> = {}) => fetch(api.url + path, { headers });
const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(api.url + path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
const errorOf = async (response: Response) => {
  const { error } = (await response.json()) as {
    error: { code: string; name: string; message: string; details: Record<string, unknown> };
  };
  return { status: response.status, ...error };
};
const probe = () => createClient(probeApi, { baseUrl: api.url, face: 'site' }).probe;

describe('an answer', () => {
  test('has data, and says which request and version it answers', async () => {
    const response = await get('/probe/words?count=2&loud=true&words=a&words=b');
    expect(await response.json()).toEqual({ data: { count: 2, loud: true, words: ['a', 'b'] } });
    expect(response.headers.get('x-api-version')).toBe('1');
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
  test('keeps the request id that it was given, unless that could break a log line', async () => {
    expect((await get('/probe/rare', { 'x-request-id': 'from-the-proxy-1' })).headers.get('x-request-id')).toBe(
      'from-the-proxy-1',
    );
    expect((await get('/probe/numbers', { 'x-request-id': 'a b{}<script>' })).headers.get('x-request-id')).toMatch(
      /^[0-9a-f-]{36}$/,
    );
  });
  test('is kept by nobody on the way, be it good or bad', async () => {
    for (const path of ['/probe/numbers', '/probe/closed', '/probe/broken'])
      expect((await get(path)).headers.get('cache-control'), path).toBe('no-store');
  });
  test('forbids framing, sniffing and scripts', async () => {
    const { headers } = await get('/probe/numbers');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
  test('reads a list to its end by cursors, each item once', async () => {
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const { items, next } = await probe().list({ query: { limit: 10, ...(cursor && { cursor }) } });
      seen.push(...items);
      cursor = next ?? undefined;
    } while (cursor);
    expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
  });
  test.each(['garbage', 'WyJhIl0', '%00', 'W10'])('refuses the cursor %s', async (cursor) => {
    expect(await errorOf(await get(`/probe/numbers?cursor=${cursor}`))).toMatchObject({
      status: 400,
      name: 'INVALID_CURSOR',
    });
  });
});

describe('an error', () => {
  test('is said in each of the six languages', async () => {
    const messages = await Promise.all(
      Language.options.map(
        async (language) => (await errorOf(await get('/probe/closed', { 'accept-language': language }))).message,
      ),
    );
    expect(new Set(messages).size).toBe(6);
  });
  test('takes the best of the languages that the caller knows', async () => {
    const portuguese = await errorOf(await get('/probe/closed', { 'accept-language': 'pt' }));
    const weighed = await errorOf(await get('/probe/closed', { 'accept-language': 'nl, de;q=0.1, pt-BR;q=0.9' }));
    expect(weighed.message).toBe(portuguese.message);
  });
  test('has a stable code and a name', async () => {
    expect(await errorOf(await get('/probe/closed'))).toMatchObject({
      status: 401,
      code: 'ERR_2000',
      name: 'NOT_SIGNED_IN',
      details: {},
    });
  });
  test('says of a bug nothing but where to find it', async () => {
    const response = await get('/probe/broken');
    const text = await response.clone().text();
    expect(await errorOf(response)).toMatchObject({
      status: 500,
      name: 'INTERNAL',
      details: { requestId: response.headers.get('x-request-id') },
    });
    expect(text).not.toMatch(/hunter2|TypeError|\.ts/);
  });
  test('tells an unknown address from a thing that is not there', async () => {
    expect(await errorOf(await get('/nowhere'))).toMatchObject({ status: 404, name: 'ROUTE_NOT_FOUND' });
    expect(await errorOf(await get('/probe/items/not-an-id'))).toMatchObject({ status: 404, name: 'NOT_FOUND' });
    expect(await errorOf(await get('/probe/items/%00'))).toMatchObject({ status: 404 });
    expect(await errorOf(await get('/probe/items/%E0%A4%A'))).toMatchObject({ status: 400 });
  });
  test('says which field of what is wrong, without repeating it', async () => {
    const response = await post('/probe/acts', JSON.stringify({ secret: 'x', mood: 'furious <b>' }));
    const text = await response.clone().text();
    expect(await errorOf(response)).toMatchObject({
      status: 400,
      name: 'VALIDATION_FAILED',
      details: { part: 'body', issues: [{ path: 'mood' }] },
    });
    expect(text).not.toContain('furious');
  });
  test('refuses an unknown version of the API, and serves the known one', async () => {
    expect(await errorOf(await get('/probe/numbers', { 'x-api-version': '7' }))).toMatchObject({
      status: 400,
      details: { supported: ['1'] },
    });
    expect((await get('/probe/numbers', { 'x-api-version': '1' })).status).toBe(200);
  });
});

describe('a body', () => {
  test.each([
    ['malformed JSON', '{"secret": ', 400, 'MALFORMED_REQUEST'],
    ['no JSON at all', 'secret=1', 400, 'MALFORMED_REQUEST'],
    ['an empty body', '', 400, 'MALFORMED_REQUEST'],
    ['a prototype', '{"secret":"x","__proto__":{"superAdmin":true}}', 400, 'MALFORMED_REQUEST'],
    ['null', 'null', 400, 'VALIDATION_FAILED'],
    ['an array', '[]', 400, 'VALIDATION_FAILED'],
    ['more than 256 KiB', JSON.stringify({ secret: 'x'.repeat(300_000) }), 413, 'BODY_TOO_LARGE'],
  ])('of %s is refused', async (_, body, status, name) => {
    expect(await errorOf(await post('/probe/acts', body))).toMatchObject({ status, name });
  });
  test('a hundred thousand brackets deep does not fell the server', async () => {
    const response = await post('/probe/acts', `{"secret":"x","note":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
    expect(response.status).toBeLessThan(500);
    expect((await get('/probe/numbers')).status).toBe(200);
  });
  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml'])(
    'of the type %s is refused where JSON is due',
    async (type) => {
      expect(await errorOf(await post('/probe/acts', '{"secret":"x"}', { 'content-type': type }))).toMatchObject({
        status: 415,
        name: 'UNSUPPORTED_MEDIA_TYPE',
      });
    },
  );
  test.each(['a\u0000b', '\ud800'])(
    'with text that PostgreSQL cannot hold is a mistake of the caller (%j)',
    async (text) => {
      const response = await post('/probe/texts', JSON.stringify({ text }));
      expect(response.status).toBeLessThan(500);
    },
  );
});

describe('files and lines', () => {
  const file = (bytes: BodyInit, type: string) =>
    fetch(`${api.url}/probe/file`, { method: 'PUT', body: bytes, headers: { 'content-type': type } });

  test('an upload arrives as it was sent', async () => {
    const sent = Uint8Array.from({ length: 700_000 }, (_, index) => (index * 31) % 256);
    const sum = sent.reduce((all, byte) => (all + byte) % 1_000_003, 0);
    expect(await probe().send({ body: new Blob([sent], { type: 'application/octet-stream' }) })).toEqual({
      type: 'application/octet-stream',
      size: 700_000,
      sum,
    });
    expect(await (await file('été', 'text/plain; charset=utf-8')).json()).toMatchObject({
      data: { type: 'text/plain', size: 5 },
    });
  });
  test('an upload of another type or above its size is refused', async () => {
    expect(await errorOf(await file('<svg/>', 'image/svg+xml'))).toMatchObject({ status: 415 });
    expect(await errorOf(await file(new Uint8Array(1_000_001), 'image/png'))).toMatchObject({
      status: 413,
      details: { maxBytes: 1_000_000 },
    });
  });
  test('a download has its own type and a name that every system takes', async () => {
    const response = await get('/probe/file');
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toBe('inline; filename="Billets___t__.pdf"');
    expect(await response.text()).toBe('%PDF-1.7 …');
    expect((await probe().fetch({})).type).toBe('application/pdf');
  });
  test('ten thousand lines arrive one by one', async () => {
    let expected = 0;
    for await (const { n } of await probe().count({ query: { to: 10_000 } })) {
      expected += 1;
      if (n !== expected) throw new Error(`line ${n} came instead of ${expected}`);
    }
    expect(expected).toBe(10_000);
  });
});

describe('a rate limit', () => {
  test('is said with every answer, and when to come again', async () => {
    const answers = [await get('/probe/rare'), await get('/probe/rare')];
    const refused = await get('/probe/rare');
    expect(answers.at(-1)?.headers.get('ratelimit-limit')).toBe('2');
    expect(refused.headers.get('ratelimit-remaining')).toBe('0');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await errorOf(refused)).toMatchObject({ status: 429, name: 'TOO_MANY_REQUESTS' });
  });
  test('cannot be walked round by pretending to be someone else', async () => {
    for (let use = 0; use < 3; use += 1) await get('/probe/rare');
    const refused = await get('/probe/rare', { authorization: 'Bearer nonsense', cookie: 'site_access=nonsense' });
    expect(refused.status).toBe(429);
  });
  test('counts by the address that a trusted proxy names, and believes nobody else', async () => {
    const from = (address: string) => ({ 'x-forwarded-for': `203.0.113.9, ${address}` });
    const trusting = [await get('/probe/rare', from('198.51.100.1')), await get('/probe/rare', from('198.51.100.2'))];
    expect(trusting.map(({ status }) => status)).toEqual([204, 204]);

    const alone = await startApi({
      modules: [probeModule],
      api: probeApi,
      env: { RATE_LIMIT_FACTOR: '1', TRUST_PROXY: '192.0.2.1' },
    });
    const statuses: number[] = [];
    for (const last of [1, 2, 3]) {
      statuses.push((await fetch(`${alone.url}/probe/rare`, { headers: from(`198.51.100.${last}`) })).status);
    }
    expect(statuses).toEqual([204, 204, 429]);
    await alone.stop();
  });
});

describe('beside the contract', () => {
  const origin = () => api.url.replace(/\/api$/, '');

  test('health, readiness and figures answer', async () => {
    expect(await (await fetch(`${origin()}/health`)).json()).toEqual({ status: 'ok' });
    expect((await fetch(`${origin()}/ready`)).status).toBe(200);
    expect(await (await fetch(`${origin()}/metrics`)).text()).toContain(
      'http_request_duration_seconds_bucket{le="0.005",route="/api/probe/numbers"',
    );
  });
  test('the documentation is served with all it needs', async () => {
    for (const path of [
      '/docs',
      '/docs/swagger-ui.css',
      '/docs/swagger-ui-bundle.js',
      '/docs/start.js',
      '/openapi.json',
    ]) {
      expect((await get(path)).status, path).toBe(200);
    }
    for (const file of ['..%2fpackage.json', 'constructor', '__proto__'])
      expect((await get(`/docs/${file}`)).status, file).toBe(404);
  });
  test('a client that says nothing is not waited for by the others', async () => {
    const silent = new Socket().connect(Number(new URL(api.url).port), '127.0.0.1');
    await new Promise((resolve) => silent.once('connect', resolve));
    silent.write('POST /api/probe/acts HTTP/1.1\r\ncontent-length: 10\r\n');
    expect((await get('/probe/numbers')).status).toBe(200);
    silent.destroy();
  });
});
