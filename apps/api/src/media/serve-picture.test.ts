import { request } from 'node:http';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertFestival } from '../festival/testing.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { mediaModule } from './module.ts';
import { file, picture } from './testing.ts';

let api: TestApi;
let path: string;
beforeAll(async () => {
  api = await startApi({ modules: [mediaModule] });
  const { id: festivalId } = await insertFestival(api.ownerPool, { status: 'DRAFT' });
  const { client } = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
  const body = file(await picture());
  ({ path } = await client.media.uploadPicture({ params: { festivalId }, query: { name: 'a.jpg' }, body }));
});
afterAll(() => api.stop());

/** Asks as it is written: `fetch` would tidy the path. */
const raw = (target: string) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const { hostname, port } = new URL(api.url);
    const asking = request({ hostname, port, path: target }, (response) => {
      let text = '';
      response.setEncoding('latin1').on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    asking.on('error', reject).end();
  });

test('is kept for ever by whoever asked once, and can do nothing but be looked at', async () => {
  const response = await fetch(`${api.url}${path}/320.webp`);
  const { headers } = response;
  expect(response.status).toBe(200);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-disposition': 'inline; filename="320.webp"',
    'content-length': String((await response.arrayBuffer()).byteLength),
  });
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
  expect(headers.get('set-cookie')).toBeNull();

  const again = await fetch(`${api.url}${path}/320.webp`, { headers: { 'if-none-match': headers.get('etag') ?? '' } });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const head = await fetch(`${api.url}${path}/320.webp`, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
    200,
    headers.get('content-length'),
    '',
  ]);
});

test('nothing else can be asked for, wherever a path leads', async () => {
  await writeFile(join(api.resources.env.FESTIVALS_DATA, 'secret.webp'), 'secret');
  await writeFile(join(api.resources.env.FESTIVALS_DATA, '320.webp'), 'secret');
  const address = path.slice(7);
  for (const asked of [
    `/api/media/${address}/original`,
    `/api/media/${address}/321.webp`,
    `/api/media/${address}/320.png`,
    `/api/media/${address}/320.webp%00.png`,
    `/api/media/${address}/0320.webp`,
    `/api/media/${address}/../../secret.webp`,
    `/api/media/..%2f..%2fsecret.webp/320.webp`,
    `/api/media/%2e%2e/320.webp`,
    `/api/media/../320.webp`,
    `/api/media/..%5c..%5csecret.webp/320.webp`,
    `/api/media/${address}/..%2f..%2f..%2fsecret.webp`,
    `/api/media/${'a'.repeat(32)}/320.webp`,
    `/api/media/${address.slice(0, 31)}/320.webp`,
    `/api/media/${address}`,
    '/api/media/',
    '/api/media//etc/passwd',
  ]) {
    const { status, text } = await raw(asked);
    expect([400, 404], `${asked} answered ${status}: ${text.slice(0, 80)}`).toContain(status);
    expect(text, asked).not.toContain('secret');
  }
});

test('a file that is not there is told in our own words, and nobody keeps that', async () => {
  const response = await fetch(`${api.url}/media/${'b'.repeat(32)}/320.webp`, { headers: { 'accept-language': 'fr' } });
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.json()).toMatchObject({ error: { name: 'NOT_FOUND', message: 'Introuvable.' } });
});
