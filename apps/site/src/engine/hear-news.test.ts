import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hearNews, type Hearing } from './hear-news.ts';
import { memory } from './memory.ts';
import { seeSlug, tagsOfPage } from './tags.ts';

/** Something that speaks as the API does, to whoever listens. */
const lines: ServerResponse[] = [];
const server = createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write('event: ready\ndata: {}\n\n');
  lines.push(response);
});
let hearing: Hearing;
let heard = 0;
const festivalId = v7();

beforeEach(async () => {
  lines.length = 0;
  heard = 0;
  await once(server.listen(0, '127.0.0.1'), 'listening');
  // A server that listens at a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  seeSlug(festivalId, 'heard');
  hearing = hearNews({ apiUrl: `http://127.0.0.1:${port}`, siteSecret: 'secret' }, () => (heard += 1));
  await until(() => heard === 1);
});
afterEach(async () => {
  hearing.stop();
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
});

async function until(isSo: () => boolean): Promise<void> {
  await expect.poll(isSo, { interval: 5 }).toBe(true);
}
const holds = (slug: string, moment: number) => memory().expiry.holds(tagsOfPage(`/en/${slug}`, 200), moment);

test('a line that is ready stays, and what it tells is out of date at once; the rest is not', async () => {
  const moment = memory().expiry.now();
  expect(memory().hears).toBe(true);
  lines[0]?.write(`data: ${JSON.stringify({ festivalId, domains: ['programme'] })}\n\n`);
  await until(() => heard === 2);
  expect(holds('heard', moment)).toBe(false);
  expect(holds('another', moment)).toBe(true);
  expect(lines).toHaveLength(1);
});

test('what is said in two pieces is one thing, and a sign of life is none', async () => {
  const moment = memory().expiry.now();
  const said = `:\n\ndata: ${JSON.stringify({ festivalId, domains: ['places'] })}\n\n:\n\n`;
  lines[0]?.write(said.slice(0, 30));
  await new Promise((next) => setImmediate(next));
  lines[0]?.write(said.slice(30));
  await until(() => heard === 2);
  expect(holds('heard', moment)).toBe(false);
});

test.each(['{}', 'null', 'nonsense', '{"festivalId":7,"domains":[]}'])(
  'of %s nobody knows what it changed: everything is out of date, and the line stays',
  async (said) => {
    const moment = memory().expiry.now();
    lines[0]?.write(`data: ${said}\n\n`);
    await until(() => heard === 2);
    expect(holds('another', moment)).toBe(false);
    expect(lines).toHaveLength(1);
  },
);

test('a line that was cut is opened again, and everything before is out of date', async () => {
  const moment = memory().expiry.now();
  lines[0]?.destroy();
  await until(() => heard === 2);
  expect(memory().hears).toBe(true);
  expect(holds('another', moment)).toBe(false);
});
