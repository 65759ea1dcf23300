/** A festival's files at an address that it had before lead to those at the one that it has now, as its pages do. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it } from 'vitest';

const server = createServer((request, response) => {
  const path = request.url ?? '';
  const found = /\/by-slug\/(?:before|after)$/.test(path);
  const error = { code: 1000, name: 'NOT_FOUND', message: '', details: null };
  response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' });
  response.end(JSON.stringify(found ? { data: { id: '1', slug: 'after', name: 'After' } } : { error }));
});
await once(server.listen(0, '127.0.0.1'), 'listening');
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
// Where the API is, is read when the site's client is made. A server that listens at a port has an address of this kind.
process.env['API_URL'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const icon = await import('../app/artwork/icon/[name]/route.ts');
const card = await import('../app/artwork/share/[...name]/route.ts');
const manifest = await import('../app/manifests/[name]/route.ts');
const map = await import('../app/sitemaps/[name]/route.ts');

const named = (get: typeof icon.GET) => (path: string, name: string) =>
  get(new Request(`http://site.internal${path}`), { params: Promise.resolve({ name }) });
const cardAt = (path: string, name: string) =>
  card.GET(new Request(`http://site.internal${path}`), { params: Promise.resolve({ name: name.split('/') }) });

it.each([
  [named(icon.GET), '/artwork/icon/', 'before.svg', 'after.svg'],
  [named(icon.GET), '/artwork/icon/', 'before-180.png', 'after-180.png'],
  [named(manifest.GET), '/manifests/', 'de-before.webmanifest', 'de-after.webmanifest'],
  [named(map.GET), '/sitemaps/', 'before.xml', 'after.xml'],
  [cardAt, '/artwork/share/', 'de/before.jpg?v=3', 'de/after.jpg?v=3'],
  [cardAt, '/artwork/share/', 'de/before/nina-vega.jpg?v=3', 'de/after/nina-vega.jpg?v=3'],
])('%# the file leads for good to the one of now', async (get, folder, before, after) => {
  const answer = await get(folder + before, before.replace(/\?.*/, ''));
  expect([answer.status, answer.headers.get('location')]).toEqual([308, folder + after]);
  expect(answer.headers.get('cache-control')).toBe('no-cache');
});

it.each([
  [named(icon.GET), 'nobody.svg'],
  [named(manifest.GET), 'de-nobody.webmanifest'],
  [named(map.GET), 'nobody.xml'],
  [cardAt, 'de/nobody.jpg'],
])('%# there is nothing at an address that was nobody’s', async (get, name) => {
  expect((await get(`/${name}`, name)).status).toBe(404);
});
