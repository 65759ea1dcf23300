import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { chooseEncoding, compressed } from './compress.ts';
import { fileStore, type ServedFile } from './files.ts';
import { apiProxy } from './proxy.ts';

export interface StaticServerOptions {
  /** The folder of a built single-page application. */
  dir: string;
  /** 0 takes any free port. */
  port: number;
  host: string;
  /** Where requests below /api go. */
  apiUrl: string;
  /** Whose pages may be shown in a frame: the office previews the site. Nobody's when left out. */
  framed?: string | undefined;
  /** Whether the pages are cross-origin isolated, which SQLite in the browser needs. */
  isolated: boolean;
}

/** Serves a web face's files, its index for every other page, and the API below /api on the same origin. */
export async function serveStatic(options: StaticServerOptions): Promise<{ address: string; close(): Promise<void> }> {
  const find = fileStore(options.dir);
  const proxy = apiProxy(options.apiUrl);
  const isApi = (request: IncomingMessage) => /^\/api(?:[/?]|$)/.test(request.url ?? '/');

  const server = createServer((request, response) => {
    if (isApi(request)) proxy.http(request, response);
    else
      answer(request, response).catch(() => {
        if (response.headersSent) response.destroy();
        else response.writeHead(500).end();
      });
  });
  server.on('upgrade', (request, socket, head) =>
    isApi(request) ? proxy.upgrade(request, socket, head) : socket.destroy(),
  );

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const path = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/';
    const file = (await find(path)) ?? (await page(path));
    if (file === undefined) {
      response
        .writeHead(404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
        .end('Not found\n');
      return;
    }
    await send(request, response, file);
  }

  /** The page for a path that is no file: its own when it was exported, else the application's index. */
  async function page(path: string): Promise<ServedFile | undefined> {
    const last = path.slice(path.lastIndexOf('/') + 1);
    // A missing script must not be answered with a page, or an old tab would try to run it.
    if (last.includes('.')) return undefined;
    const bare = path.replace(/\/+$/, '');
    return (await find(`${bare}.html`)) ?? (await find(`${bare}/index.html`)) ?? (await find('/index.html'));
  }

  async function send(request: IncomingMessage, response: ServerResponse, file: ServedFile): Promise<void> {
    const encoding = chooseEncoding(request.headers['accept-encoding'], file);
    const headers: Record<string, string> = {
      ...securityHeaders(file, options.isolated, options.framed),
      'content-type': file.type,
      'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag: file.etag,
      vary: 'Accept-Encoding',
      ...(encoding === undefined ? {} : { 'content-encoding': encoding }),
    };
    if (request.headers['if-none-match']?.includes(file.etag) === true) {
      response.writeHead(304, headers).end();
      return;
    }
    const body = encoding === undefined ? file.body : await compressed(file, encoding);
    response
      .writeHead(200, { ...headers, 'content-length': body.length })
      .end(request.method === 'HEAD' ? undefined : body);
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : options.port;
  return {
    address: `http://${options.host}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const policies = new WeakMap<ServedFile, string>();

function securityHeaders(file: ServedFile, isolated: boolean, framed: string | undefined): Record<string, string> {
  const always = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'strict-origin-when-cross-origin' };
  // Workers and wasm of an isolated page need the same headers as the page itself.
  const isolation = isolated
    ? {
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'credentialless',
        'cross-origin-resource-policy': 'same-origin',
      }
    : {};
  if (!file.type.startsWith('text/html')) return { ...always, ...isolation };
  const policy = policies.get(file) ?? contentPolicy(file.body.toString(), framed);
  policies.set(file, policy);
  return {
    ...always,
    ...isolation,
    'content-security-policy': policy,
    'x-frame-options': 'DENY',
    'permissions-policy': 'camera=(self), geolocation=(self), microphone=(), payment=(self), interest-cohort=()',
  };
}

/** Scripts of our own only; the few that are written into the page are allowed by their hash. Map tiles may come from anywhere by HTTPS. */
function contentPolicy(html: string, framed: string | undefined): string {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  return [
    "default-src 'self'",
    `script-src ${["'self'", "'wasm-unsafe-eval'", ...inline].join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: https:",
    "font-src 'self' data:",
    "media-src 'self' blob:",
    "connect-src 'self' https:",
    "worker-src 'self' blob:",
    `frame-src ${framed === undefined ? "'none'" : new URL(framed).origin}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
