/** However many festivals there are, the list has all of them, and so has the map of the site; a change of one asks for that one. */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { hearNews, type Hearing } from '../engine/hear-news.ts';
import { loadHosts, ownHosts } from '../engine/hosts.ts';
import { memory } from '../engine/memory.ts';
import { tagsOfPage } from '../engine/tags.ts';

interface Published {
  id: string;
  slug: string;
  name: string;
  status: string;
  description: { en: string };
  endsOn: string;
  startsOn: string;
  zone: string;
  cutOff: number;
  pictures: { cover: null };
}

const published = (at: number): Published => ({
  // In the order of their ids, as the API lists those that begin on one day.
  id: `0190b5a0-0000-7000-8000-${String(at).padStart(12, '0')}`,
  slug: `festival-${at}`,
  name: `Festival ${at}`,
  status: 'PUBLISHED',
  description: { en: 'long'.repeat(1000) },
  startsOn: '2040-07-13',
  endsOn: '2040-07-15',
  zone: 'Europe/Brussels',
  cutOff: 6,
  pictures: { cover: null },
});

/** What the API has: published festivals, and hosts of their own. */
let all: Published[];
let hosts: { host: string; slug: string; festivalId: string }[];
let asked: string[];
/** Whoever asks for this waits until it is let go, with what there was when it was asked for. */
let held: { path: string; reached: () => void; until: Promise<void> } | undefined;
const lines: ServerResponse[] = [];

function answerTo(path: string, query: URLSearchParams): { status: number; body: unknown } {
  const found = (item: unknown) =>
    item === undefined
      ? { status: 404, body: { error: { code: 1000, name: 'NOT_FOUND', message: 'Not found', details: null } } }
      : { status: 200, body: { data: item } };
  const [, , room, name, last] = path.split('/');
  if (room === 'site-hosts')
    return { status: 200, body: hosts.filter((own) => name === undefined || own.festivalId === name) };
  if (name === 'by-slug') return found(all.find(({ slug }) => slug === last));
  if (name !== undefined) return found(all.find(({ id }) => id === name));
  const from = Number(query.get('cursor') ?? 0);
  const to = from + Number(query.get('limit'));
  return { status: 200, body: { data: all.slice(from, to), meta: { next: to < all.length ? String(to) : null } } };
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://api.internal');
  if (pathname === '/internal/site-news') {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('event: ready\ndata: {}\n\n');
    return void lines.push(response);
  }
  asked.push(pathname.replace(/^\/api/, ''));
  const { status, body } = answerTo(pathname, searchParams);
  const send = () => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  if (held?.path !== pathname) return send();
  held.reached();
  void held.until.then(send);
});
await once(server.listen(0, '127.0.0.1'), 'listening');
// Where the API is, is read when the site's client is made. A server that listens at a port has an address of this kind.
const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
process.env['API_URL'] = apiUrl;
process.env['SITE_URL'] = 'https://fest.example';
const { loadFestivals } = await import('./load-festivals.ts');
const { loadFestival } = await import('./load-festival.ts');
const { GET } = await import('../app/sitemap.xml/route.ts');

const parts = { apiUrl, siteSecret: 'secret', siteUrl: 'https://fest.example', baseDomain: null };
let hearing: Hearing;
let heard = 0;
beforeAll(() => {
  hearing = hearNews({ apiUrl, siteSecret: 'secret' }, () => (heard += 1));
});
// A line that says nothing is taken for cut.
const beating = setInterval(() => lines.forEach((line) => line.write(':\n\n')), 1000);
afterAll(() => {
  clearInterval(beating);
  hearing.stop();
  server.closeAllConnections();
  server.close();
});
beforeEach(async () => {
  await until(() => memory().hears);
  [all, hosts, asked, held] = [Array.from({ length: 450 }, (_, at) => published(at)), [], [], undefined];
  memory().expiry.expireAll();
});

async function until(isSo: () => boolean): Promise<void> {
  await expect.poll(isSo, { interval: 5 }).toBe(true);
}

/** Tells the site, as the API does, and waits until it was heard. */
async function tell(festivalId: string | undefined, domains: string[]): Promise<void> {
  const before = heard;
  for (const line of lines) line.write(`data: ${JSON.stringify({ festivalId, domains })}\n\n`);
  await until(() => heard > before);
}

function change(at: number, changes: Partial<Published>): string {
  const before = all[at] ?? published(at);
  all[at] = { ...before, ...changes };
  return before.id;
}

const slugs = async () => (await loadFestivals()).all.map(({ slug }) => slug);

it('asks for all pages of the list, once for all who want it, and keeps no long text', async () => {
  const [festivals, again] = await Promise.all([loadFestivals(), loadFestivals()]);
  expect(festivals.all.map(({ slug }) => slug)).toEqual(all.map(({ slug }) => slug));
  expect(again).toBe(festivals);
  expect(asked).toHaveLength(3);
  expect(festivals.all.some((festival) => 'description' in festival)).toBe(false);
});

it('the map of the site names each of them', async () => {
  const xml = await (await GET()).text();
  expect(xml.match(/<sitemap>/g)).toHaveLength(1 + all.length);
  expect(xml).toContain('<loc>https://fest.example/sitemaps/festival-449.xml</loc>');
});

it('after a change of one festival that one is asked for, in the list, among the hosts and at its address', async () => {
  const everything = () =>
    Promise.all([loadFestivals(), loadHosts(parts), loadFestival('festival-7'), loadFestival('festival-8')]);
  await everything();
  asked = [];
  const id = change(7, { name: 'Changed' });
  await tell(id, ['festival']);
  const [listed] = await everything();
  expect(listed.all.map(({ name }) => name)[7]).toBe('Changed');
  expect(asked.toSorted()).toEqual([`/festivals/${id}`, '/festivals/by-slug/festival-7', `/internal/site-hosts/${id}`]);
});

it('what no list shows asks for nothing of it', async () => {
  await loadFestivals();
  asked = [];
  await tell(all[7]?.id, ['programme']);
  await loadFestivals();
  expect(asked).toEqual([]);
});

it('one that appears, vanishes, is moved or is over stands where it belongs', async () => {
  await loadFestivals();
  await tell(change(450, { startsOn: '2040-01-01', endsOn: '2040-01-02' }), ['festival']);
  await tell(change(0, { startsOn: '2041-01-01', endsOn: '2041-01-02' }), ['festival']);
  await tell(change(1, { status: 'COMPLETED' }), ['festival']);
  const [gone] = all.splice(2, 1);
  await tell(gone?.id, ['festival']);
  const now = await slugs();
  expect(now).toHaveLength(450);
  expect([now[0], now[1], ...now.slice(-2)]).toEqual(['festival-450', 'festival-3', 'festival-0', 'festival-1']);
  expect((await loadFestivals()).past.map(({ slug }) => slug)).toEqual(['festival-1']);
});

it('where more changed than is worth asking one by one, the whole is asked for', async () => {
  await loadFestivals();
  asked = [];
  for (let at = 0; at < 40; at += 1) await tell(change(at, { name: `Changed ${at}` }), ['festival']);
  expect((await loadFestivals()).all.map(({ name }) => name).slice(0, 2)).toEqual(['Changed 0', 'Changed 1']);
  expect(asked).toEqual(['/festivals', '/festivals', '/festivals']);
});

it('a change that is told while the list is on its way is seen by whoever asks after it', async () => {
  const { promise: until, resolve: letGo } = Promise.withResolvers<void>();
  const reached = new Promise<void>((resolve) => (held = { path: '/api/festivals', reached: resolve, until }));
  const early = loadFestivals();
  await reached;
  const id = change(7, { name: 'Changed' });
  await tell(id, ['festival']);
  const late = loadFestivals();
  held = undefined;
  letGo();
  await early;
  expect((await late).all[7]?.name).toBe('Changed');
});

it('a host that a festival gets or gives up is known of that festival alone', async () => {
  await loadHosts(parts);
  const [first] = all;
  hosts = [{ host: 'own.example', slug: 'festival-0', festivalId: first?.id ?? '' }];
  await tell(first?.id, ['festival']);
  expect(await loadHosts(parts)).toEqual(new Map([['own.example', 'festival-0']]));
  expect(ownHosts().get('festival-0')).toBe('own.example');
  hosts = [];
  await tell(first?.id, ['festival']);
  expect(await loadHosts(parts)).toEqual(new Map());
  expect(ownHosts().size).toBe(0);
  expect(asked.filter((path) => path === '/internal/site-hosts')).toHaveLength(1);
});

it('an address at which there was nothing is asked again after any change, one that is there after its own', async () => {
  expect([await loadFestival('festival-9'), await loadFestival('soon')].map((one) => one?.slug)).toEqual([
    'festival-9',
    undefined,
  ]);
  asked = [];
  await tell(change(450, { slug: 'soon' }), ['festival']);
  expect([await loadFestival('festival-9'), await loadFestival('soon')].map((one) => one?.slug)).toEqual([
    'festival-9',
    'soon',
  ]);
  expect(asked).toEqual(['/festivals/by-slug/soon']);
});

it('of a festival that nobody had seen, a change that is told while it is on its way is not missed', async () => {
  const [id, slug] = [v7(), `unseen-${v7()}`];
  all.push({ ...published(0), id, slug, name: 'Before' });
  const { promise: until, resolve: letGo } = Promise.withResolvers<void>();
  const reached = new Promise<void>(
    (resolve) => (held = { path: `/api/festivals/by-slug/${slug}`, reached: resolve, until }),
  );
  const moment = memory().expiry.now();
  const early = loadFestival(slug);
  await reached;
  all = all.map((one) => (one.id === id ? { ...one, name: 'After' } : one));
  await tell(id, ['ticketing']);
  held = undefined;
  letGo();
  await early;
  // A page that was made of it meanwhile is out of date.
  expect(memory().expiry.holds(tagsOfPage(`/en/${slug}`, 200), moment)).toBe(false);
  expect((await loadFestival(slug))?.name).toBe('After');
});
