import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, get, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveStatic } from './server.ts';

let folder: string;
let api: Server;
let face: Awaited<ReturnType<typeof serveStatic>>;
let endStream: () => void = () => undefined;

const script = 'console.log(1);'.repeat(200);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'static-'));
  const dir = join(folder, 'dist');
  mkdirSync(join(dir, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(
    join(dir, 'index.html'),
    '<!doctype html><script>dark()</script><script src="/assets/index-B3f9a1Qx.js"></script>',
  );
  writeFileSync(join(dir, 'about.html'), 'about');
  writeFileSync(join(dir, 'assets/index-B3f9a1Qx.js'), script);
  writeFileSync(join(dir, 'assets/icon-settings.svg'), '<svg/>');
  writeFileSync(join(dir, 'worker.mjs'), '');
  writeFileSync(join(dir, 'sqlite.wasm'), '');
  writeFileSync(join(dir, '.build-of'), 'hidden');
  symlinkSync(join(folder, 'secret.txt'), join(dir, 'linked.txt'));

  api = createServer((incoming, outgoing) => {
    if (incoming.url === '/api/stream') {
      outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
      outgoing.write('data: first\n\n');
      endStream = () => outgoing.end('data: last\n\n');
      return;
    }
    let body = '';
    incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
    incoming.on('end', () =>
      outgoing
        .writeHead(201, { 'set-cookie': ['a=1', 'b=2'] })
        .end(JSON.stringify({ url: incoming.url, method: incoming.method, headers: incoming.headers, body })),
    );
  });
  api.on('upgrade', (_, socket) => {
    socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n');
    socket.pipe(socket);
  });
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  const { port } = api.address() as AddressInfo; // It listens on a port, not on a pipe.
  face = await serveStatic({ dir, port: 0, host: '127.0.0.1', apiUrl: `http://127.0.0.1:${port}`, isolated: true });
});

afterAll(async () => {
  await face.close();
  api.closeAllConnections();
  api.close();
  rmSync(folder, { recursive: true });
});

/** A request whose path is sent as it is; `fetch` would tidy it up first. */
function ask(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number | undefined; headers: IncomingMessage['headers']; body: Buffer }> {
  const { hostname, port } = new URL(face.address);
  return new Promise((resolve, reject) => {
    get({ hostname, port, path, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    }).once('error', reject);
  });
}

describe('files', () => {
  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/linked.txt',
    '/.build-of',
    '/index.html%00.txt',
    '//secret.txt',
    '/%ff.txt',
  ])('%s leads nowhere', async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBe(404);
    expect(body.toString()).not.toContain('secret');
  });

  test('a page of the application is its index, an exported page is itself, a missing script is missing', async () => {
    expect((await ask('/festivals/solbrume?tab=a.b')).body.toString()).toContain('dark()');
    expect((await ask('/about')).body.toString()).toBe('about');
    expect((await ask('/assets/gone-B3f9a1Qy.js')).status).toBe(404);
  });

  test('hashed names are kept for ever, all others are asked for again', async () => {
    expect((await ask('/assets/index-B3f9a1Qx.js')).headers['cache-control']).toContain('immutable');
    expect((await ask('/assets/icon-settings.svg')).headers['cache-control']).toBe('no-cache');
    const page = await ask('/');
    expect(page.headers['cache-control']).toBe('no-cache');
    expect((await ask('/', { 'if-none-match': String(page.headers.etag) })).status).toBe(304);
  });

  test('modules and wasm have the types browsers insist on', async () => {
    expect((await ask('/worker.mjs')).headers['content-type']).toContain('text/javascript');
    expect((await ask('/sqlite.wasm')).headers['content-type']).toBe('application/wasm');
  });

  test('compresses for those who can unpack', async () => {
    const packed = await ask('/assets/index-B3f9a1Qx.js', { 'accept-encoding': 'gzip, br' });
    expect(packed.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(packed.body).toString()).toBe(script);
    expect(
      (await ask('/assets/index-B3f9a1Qx.js', { 'accept-encoding': 'br;q=0' })).headers['content-encoding'],
    ).toBeUndefined();
  });

  test('is isolated, and runs only our scripts', async () => {
    const { headers } = await ask('/');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['cross-origin-embedder-policy']).toBe('credentialless');
    expect(headers['content-security-policy']).toMatch(/script-src 'self' 'wasm-unsafe-eval' 'sha256-[^']+';/);
  });
});

describe('the API below /api', () => {
  test('gets the request as it was, and who sent it', async () => {
    const answer = await fetch(`${face.address}/api/festivals?limit=1`, {
      method: 'POST',
      body: 'hello',
      headers: { 'x-face': 'office' },
    });
    const seen = await answer.json();
    expect(answer.status).toBe(201);
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(seen).toMatchObject({
      url: '/api/festivals?limit=1',
      method: 'POST',
      body: 'hello',
      headers: { 'x-face': 'office', 'x-forwarded-for': '127.0.0.1', 'x-forwarded-host': new URL(face.address).host },
    });
  });

  test('streams: the first bytes come before the last are there', async () => {
    const answer = await fetch(`${face.address}/api/stream`);
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain('first');
    endStream();
    expect((await reader?.read())?.value).toContain('last');
  });

  test('speaks through an upgraded connection', async () => {
    const { hostname, port } = new URL(face.address);
    const echoed = await new Promise((resolve, reject) => {
      const ask = request({ hostname, port, path: '/api/socket', headers: { connection: 'Upgrade', upgrade: 'echo' } });
      ask.once('upgrade', (_, socket) => {
        socket.once('data', (chunk: Buffer) => {
          socket.destroy();
          resolve(chunk.toString());
        });
        socket.write('hello');
      });
      ask.once('error', reject).end();
    });
    expect(echoed).toBe('hello');
  });

  test('is said to be away when it is away', async () => {
    const alone = await serveStatic({
      dir: join(folder, 'dist'),
      port: 0,
      host: '127.0.0.1',
      apiUrl: 'http://127.0.0.1:9',
      isolated: false,
    });
    const answer = await fetch(`${alone.address}/api/me`);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ error: { code: 'ERR_1006' } });
    await alone.close();
  });
});
