import { Agent, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';

/** Belong to one connection, not to the message (RFC 9110, 7.6.1). */
const hopByHop: ReadonlySet<string> = new Set([
  'connection',
  'expect',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** What the API says of its own host would hold for a festival's own domain, and for all that lies below it. */
const saidOfHost: ReadonlySet<string> = new Set([...hopByHop, 'strict-transport-security']);

/** What is shorter is not worth packing. */
const leastPacked = 1000;

/**
 * Passes a call on to the API, both ways as streams, so that browsers reach it at our own origin. Not by Next, which would take longer
 * for it than the API does.
 */
export function passToApi(apiUrl: string) {
  const target = new URL(apiUrl);
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  return (from: IncomingMessage, to: ServerResponse): Promise<void> =>
    new Promise((resolve) => {
      to.once('close', resolve);
      const asking = request(
        {
          host: target.hostname,
          port: target.port,
          agent,
          method: from.method,
          path: from.url,
          headers: {
            ...without(from.headers, hopByHop),
            // Packed once, on the way out.
            'accept-encoding': 'identity',
            'x-forwarded-host': from.headers['x-forwarded-host'] ?? from.headers.host ?? '',
            'x-forwarded-proto': from.headers['x-forwarded-proto'] ?? 'http',
          },
        },
        (answer) => {
          const headers = without(answer.headers, saidOfHost);
          const packs = isPacked(from, answer);
          if (packs) {
            delete headers['content-length'];
            Object.assign(headers, {
              'content-encoding': 'gzip',
              vary: [headers['vary'], 'Accept-Encoding'].flat().filter(Boolean).join(', '),
            });
          }
          to.writeHead(answer.statusCode ?? 502, headers);
          // What is told bit by bit begins with its headers, before the first bytes are there.
          to.flushHeaders();
          const done = () => undefined;
          if (packs) pipeline(answer, createGzip({ level: 4 }), to, done);
          else pipeline(answer, to, done);
        },
      );
      asking.once('error', () => (to.headersSent ? to.destroy() : unreachable(to)));
      to.once('close', () => asking.destroy());
      from.pipe(asking);
    });
}

function isPacked(
  { headers: { 'accept-encoding': accepted } }: IncomingMessage,
  { headers }: IncomingMessage,
): boolean {
  const isData = (headers['content-type'] ?? '').startsWith('application/json');
  const isLong = Number(headers['content-length'] ?? leastPacked) >= leastPacked;
  return isData && isLong && headers['content-encoding'] === undefined && /\bgzip\b/.test([accepted].flat().join());
}

const without = <T>(headers: Readonly<Record<string, T>>, names: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.has(name)));

/** As the API itself says that it cannot answer. */
export function unreachable(to: ServerResponse): void {
  const error = { code: 'ERR_1006', name: 'UNAVAILABLE', message: 'The API does not answer', details: {} };
  to.writeHead(503, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': '2',
  });
  to.end(JSON.stringify({ error }));
}
