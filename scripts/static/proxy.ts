import { Agent, type IncomingMessage, request, type RequestOptions, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Passes requests and WebSockets on to the API, both ways as streams. */
export function apiProxy(apiUrl: string) {
  const target = new URL(apiUrl);
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });

  const options = (from: IncomingMessage): RequestOptions => ({
    host: target.hostname,
    port: target.port,
    method: from.method,
    path: from.url,
    headers: forwarded(from),
  });

  function http(from: IncomingMessage, to: ServerResponse): void {
    const headers = Object.fromEntries(Object.entries(forwarded(from)).filter(([name]) => !hopByHop.has(name)));
    const upstream = request({ ...options(from), headers, agent }, (answer) => {
      to.writeHead(
        answer.statusCode ?? 502,
        Object.fromEntries(Object.entries(answer.headers).filter(([name]) => !hopByHop.has(name))),
      );
      // Streams (server-sent events, exports) begin with their headers, before the first bytes are there.
      to.flushHeaders();
      answer.pipe(to);
      answer.once('error', () => to.destroy());
    });
    const onlyAsks = from.method === 'GET' || from.method === 'HEAD';
    upstream.once('error', (error: NodeJS.ErrnoException) => {
      if (to.headersSent) to.destroy();
      // The API hung up on a connection that had rested, just as it was taken again: nobody heard the question.
      else if (onlyAsks && upstream.reusedSocket && error.code === 'ECONNRESET' && !to.destroyed) http(from, to);
      else unreachable(to);
    });
    to.once('close', () => upstream.destroy());
    if (onlyAsks) upstream.end();
    else from.pipe(upstream);
  }

  function upgrade(from: IncomingMessage, socket: Duplex, head: Buffer): void {
    const upstream = request({
      ...options(from),
      headers: { ...forwarded(from), connection: 'Upgrade', upgrade: from.headers.upgrade },
    });
    upstream.once('upgrade', (answer, apiSocket, apiHead) => {
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${rawHeaders(answer)}\r\n`);
      if (apiHead.length > 0) socket.write(apiHead);
      if (head.length > 0) apiSocket.write(head);
      apiSocket.pipe(socket).pipe(apiSocket);
      for (const [one, other] of [
        [socket, apiSocket],
        [apiSocket, socket],
      ] as const) {
        one.once('error', () => other.destroy());
        one.once('close', () => other.destroy());
      }
    });
    upstream.once('response', (answer) => {
      socket.write(`HTTP/1.1 ${answer.statusCode ?? 502} ${answer.statusMessage ?? ''}\r\n${rawHeaders(answer)}\r\n`);
      answer.pipe(socket);
    });
    upstream.once('error', () => socket.destroy());
    socket.once('error', () => upstream.destroy());
    upstream.end();
  }

  return { http, upgrade };
}

/** The caller's headers, with who called and by which name: the API makes links and limits rates by them. */
function forwarded(from: IncomingMessage) {
  const address = from.socket.remoteAddress ?? '';
  const before = from.headers['x-forwarded-for'];
  return {
    ...from.headers,
    'x-forwarded-for': before === undefined ? address : `${String(before)}, ${address}`,
    'x-forwarded-host': from.headers['x-forwarded-host'] ?? from.headers.host ?? '',
    'x-forwarded-proto': from.headers['x-forwarded-proto'] ?? 'http',
  };
}

function rawHeaders(answer: IncomingMessage): string {
  let text = '';
  for (let i = 0; i < answer.rawHeaders.length; i += 2)
    text += `${answer.rawHeaders[i] ?? ''}: ${answer.rawHeaders[i + 1] ?? ''}\r\n`;
  return text;
}

function unreachable(to: ServerResponse): void {
  const body = JSON.stringify({
    error: { code: 'ERR_1006', name: 'UNAVAILABLE', message: 'The API does not answer', details: {} },
  });
  to.writeHead(503, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': '2',
  }).end(body);
}
