/** What is made for one reader is asked for as them, so that the API counts each for themselves; what all are shown knows of nobody. */
import { createServer, get, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { openFront } from './front.ts';
import { openMaker } from './make-page.ts';
import { memory, remembered } from './memory.ts';

// What the API would have said.
memory().hears = true;
await remembered('festival solbrume', [], async () => null);
await remembered('festival before', [], async () => ({ id: 'renamed', slug: 'after' }));
await remembered('turn renamed', [], async () => true);

const servers: Server[] = [];
const listening = async (answer: RequestListener): Promise<number> => {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  // A server that listens at a port has an address of this kind.
  return (server.address() as AddressInfo).port;
};
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const from = (headers: IncomingHttpHeaders | undefined) => headers?.['x-forwarded-for'];

/** Where an address leads, asked for without reading it as one. */
const led = (port: number, path: string, host = 'localhost') =>
  new Promise<{ status: number | undefined; location: string | undefined }>((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers: { host } }, ({ statusCode, headers }) =>
      resolve({ status: statusCode, location: headers.location }),
    ).on('error', reject);
  });

/** The door of a site whose pages are made by `inside`. */
const doorTo = (inside: number): Promise<number> => {
  const maker = openMaker(inside, [], []);
  const front = openFront({
    faceAt: async (host) => (host?.startsWith('before.') ? { kind: 'festival', slug: 'before' } : { kind: 'platform' }),
    originOf: (slug) => `https://${slug}.fest.example`,
    next: async (_request, response) => void response.writeHead(404).end(),
    api: async (_request, response) => void response.writeHead(404).end(),
    pages: { page: (wanted) => maker.make(wanted), warm: async () => undefined },
    preview: (wanted) => maker.make(wanted),
  });
  return listening((request, response) => {
    front(request, response).catch(() => response.writeHead(500).end());
  });
};

it('an invitation is made for whoever calls, behind what they claim; another page for nobody', async () => {
  const asked = new Map<string, IncomingHttpHeaders>();
  const inside = await listening((request, response) => {
    asked.set(request.url ?? '', request.headers);
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Page</title>');
  });
  const door = await doorTo(inside);
  const headers = { 'x-forwarded-for': '203.0.113.9' };
  for (const path of ['/en/invitation/abc', '/en/solbrume'])
    expect((await fetch(`http://127.0.0.1:${door}${path}`, { headers })).status).toBe(200);
  expect(from(asked.get('/en/invitation/abc'))).toBe('203.0.113.9, 127.0.0.1');
  expect(asked.has('/en/solbrume')).toBe(true);
  expect(from(asked.get('/en/solbrume'))).toBeUndefined();
});

it.each([
  ['//', '/en'],
  ['//elsewhere.example/en', '/en/elsewhere.example/en'],
  ['///?a=b', '/en?a=b'],
  ['http://a:bad/', '/en'],
])('%j leads to %j: a caller may write what is no address', async (path, location) => {
  const door = await doorTo(0);
  expect(await led(door, path)).toEqual({ status: 307, location });
});

it.each([
  ['localhost', '/de/before', '/de/after'],
  ['localhost', '/de/before/', '/de/after/'],
  ['localhost', '/fr/before/artists/nina-vega?from=poster&x=%20y', '/fr/after/artists/nina-vega?from=poster&x=%20y'],
  ['localhost', '/en/before/line-up/search?q=nina', '/en/after/line-up/search?q=nina'],
  ['localhost', '/en/before/orders/1?secret=s', '/en/after/orders/1?secret=s'],
  ['localhost', '/en/before/before', '/en/after/before'],
  ['before.fest.example', '/de/tickets?a=b', 'https://after.fest.example/de/tickets?a=b'],
])('at %s, %s leads for good to the address that the festival has now', async (host, path, location) => {
  expect(await led(await doorTo(0), path, host)).toEqual({ status: 308, location });
});

it('an address that cannot be read is the address of nothing, on a page that leads back', async () => {
  const inside = await listening((_request, response) => void response.writeHead(400).end('Bad Request'));
  const answer = await fetch(`http://127.0.0.1:${await doorTo(inside)}/de/%E0%A4`);
  expect(answer.status).toBe(404);
  expect(answer.headers.get('content-type')).toContain('text/html');
  expect(await answer.text()).toContain('href="/de"');
});
