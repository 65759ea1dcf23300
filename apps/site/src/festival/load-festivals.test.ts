/** However many festivals there are, the list has all of them, and so has the map of the site. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it } from 'vitest';

const all = Array.from({ length: 450 }, (_, at) => ({
  id: `festival-${at}`,
  slug: `festival-${at}`,
  description: { en: 'long'.repeat(1000) },
  endsOn: '2040-07-15',
  zone: 'Europe/Brussels',
  cutOff: 6,
}));
const asked: string[] = [];
const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://api.internal');
  asked.push(pathname);
  const from = Number(searchParams.get('cursor') ?? 0);
  const to = from + Number(searchParams.get('limit'));
  const answer = { data: all.slice(from, to), meta: { next: to < all.length ? String(to) : null } };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
});
await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
afterAll(() => void server.close());
// Where the API is, is read when the site's client is made. A server that listens at a port has an address of this kind.
process.env['API_URL'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
process.env['SITE_URL'] = 'https://fest.example';
const { loadFestivals } = await import('./load-festival.ts');
const { GET } = await import('../app/sitemap.xml/route.ts');

it('asks for all pages of the list, once for all who want it, and keeps no long text', async () => {
  const [festivals, again] = await Promise.all([loadFestivals(), loadFestivals()]);
  expect(festivals.map(({ slug }) => slug)).toEqual(all.map(({ slug }) => slug));
  expect(again).toBe(festivals);
  expect(asked).toHaveLength(3);
  expect(festivals.some((festival) => 'description' in festival)).toBe(false);
});

it('the map of the site names each of them', async () => {
  const xml = await (await GET()).text();
  expect(xml.match(/<sitemap>/g)).toHaveLength(1 + all.length);
  expect(xml).toContain('<loc>https://fest.example/sitemaps/festival-449.xml</loc>');
});
