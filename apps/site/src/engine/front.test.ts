/** What is made for one reader is asked for as them, so that the API counts each for themselves; what all are shown knows of nobody. */
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { openFront } from './front.ts';
import { openMaker } from './make-page.ts';

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

it('an invitation is made for whoever calls, behind what they claim; another page for nobody', async () => {
  const asked = new Map<string, IncomingHttpHeaders>();
  const inside = await listening((request, response) => {
    asked.set(request.url ?? '', request.headers);
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Page</title>');
  });
  const maker = openMaker(inside, [], []);
  const front = openFront({
    faceAt: async () => ({ kind: 'platform' }),
    next: async (_request, response) => void response.writeHead(404).end(),
    api: async (_request, response) => void response.writeHead(404).end(),
    pages: { page: (wanted) => maker.make(wanted), warm: async () => undefined },
    preview: (wanted) => maker.make(wanted),
  });
  const door = await listening((request, response) => void front(request, response));
  const headers = { 'x-forwarded-for': '203.0.113.9' };
  for (const path of ['/en/invitation/abc', '/en/solbrume'])
    expect((await fetch(`http://127.0.0.1:${door}${path}`, { headers })).status).toBe(200);
  expect(from(asked.get('/en/invitation/abc'))).toBe('203.0.113.9, 127.0.0.1');
  expect(asked.has('/en/solbrume')).toBe(true);
  expect(from(asked.get('/en/solbrume'))).toBeUndefined();
});
