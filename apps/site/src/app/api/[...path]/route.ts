import { env } from '../../../env.ts';

/** Belong to one connection, not to the message (RFC 9110, 7.6.1). */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/**
 * Passes a call on to the API, both ways as streams, so that browsers reach it at our own origin.
 * Who calls is in `x-forwarded-for`, which Next fills in from the connection.
 */
async function forward(request: Request): Promise<Response> {
  const { pathname, search, host, protocol } = new URL(request.url);
  const headers = without(request.headers, [...hopByHop, 'host', 'content-length', 'expect', 'accept-encoding']);
  if (!headers.has('x-forwarded-host')) headers.set('x-forwarded-host', request.headers.get('host') ?? host);
  if (!headers.has('x-forwarded-proto')) headers.set('x-forwarded-proto', protocol.slice(0, -1));
  // Next compresses on the way out; twice would only cost.
  headers.set('accept-encoding', 'identity');
  const init: RequestInit & { duplex: 'half' } = {
    method: request.method,
    headers,
    redirect: 'manual',
    cache: 'no-store',
    signal: request.signal,
    duplex: 'half',
  };
  if (request.body) init.body = request.body;
  try {
    const answer = await fetch(env.apiUrl + pathname + search, init);
    return new Response(answer.body, { status: answer.status, headers: without(answer.headers, hopByHop) });
  } catch {
    const error = { code: 'ERR_1006', name: 'UNAVAILABLE', message: 'The API does not answer', details: {} };
    return Response.json({ error }, { status: 503, headers: { 'retry-after': '2', 'cache-control': 'no-store' } });
  }
}

function without(headers: Headers, names: readonly string[]): Headers {
  const kept = new Headers(headers);
  for (const name of names) kept.delete(name);
  return kept;
}

export { forward as DELETE, forward as GET, forward as HEAD, forward as PATCH, forward as POST, forward as PUT };
