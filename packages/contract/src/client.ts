import { ApiError, Unreachable } from './api-error.ts';
import type { Call, Result } from './exchange.ts';
import { fillPath, queryString } from './path.ts';
import { Failure } from './failure.ts';
import type { Api, Route } from './route.ts';
import { isSchema } from './shapes.ts';

export interface ClientOptions {
  /** Where the API is mounted, without a final slash; `/api` on a web face. */
  baseUrl: string;
  /** Which face calls; decides the names of the session's cookies. */
  face: 'site' | 'office' | 'app';
  language?: () => string | undefined;
  /** Bearer token of a native app, a device or an API client. */
  token?: () => string | undefined | Promise<string | undefined>;
  /** Called once on a 401 of a call; true means that the session was renewed and the call may be repeated. */
  renew?: () => Promise<boolean>;
  fetch?: typeof fetch;
}

export interface CallOptions {
  /** Give the same key to repeat the same deed; a fresh one is made when left out. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  headers?: Record<string, string>;
}

export type Client<A extends Api> = {
  [D in keyof A]: { [N in keyof A[D]]: (call: Call<A[D][N]>, options?: CallOptions) => Promise<Result<A[D][N]>> };
};

/** What any call may carry, before its route gives it its type. */
interface LooseCall {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** A client with one typed function per route: `client.ticketing.placeOrder({ params, body })`. */
export function createClient<A extends Api>(api: A, options: ClientOptions): Client<A> {
  const bind = (routes: Api[string]) =>
    Object.fromEntries(
      Object.entries(routes).map(([name, route]) => [
        name,
        (call: LooseCall = {}, how: CallOptions = {}) => send(route, call, how, options),
      ]),
    );
  // The mapped type says of each function what its own route says; Object.fromEntries forgets it.
  return Object.fromEntries(
    Object.entries(api).map(([domain, routes]) => [domain, bind(routes)]),
  ) as unknown as Client<A>;
}

async function send(route: Route, call: LooseCall, how: CallOptions, options: ClientOptions): Promise<unknown> {
  const keyed = route.idempotent ? { ...how, idempotencyKey: how.idempotencyKey ?? crypto.randomUUID() } : how;
  let response = await attempt(route, call, keyed, options);
  if (response.status === 401 && options.renew && (await options.renew())) {
    response = await attempt(route, call, keyed, options);
  }
  if (!response.ok) throw await failureOf(response);
  return read(route, response);
}

async function attempt(route: Route, call: LooseCall, how: CallOptions, options: ClientOptions): Promise<Response> {
  const url = options.baseUrl + fillPath(route.path, call.params) + queryString(call.query);
  const file = call.body instanceof Blob ? call.body : null;
  const headers: Record<string, string> = { 'x-face': options.face, accept: 'application/json', ...how.headers };
  const language = options.language?.();
  if (language) headers['accept-language'] = language;
  const token = await options.token?.();
  if (token) headers['authorization'] = `Bearer ${token}`;
  if (how.idempotencyKey) headers['idempotency-key'] = how.idempotencyKey;
  if (call.body !== undefined) headers['content-type'] = file ? file.type : 'application/json';
  const init: RequestInit = { method: route.method, headers, credentials: 'same-origin' };
  if (how.signal) init.signal = how.signal;
  if (call.body !== undefined) init.body = file ?? JSON.stringify(call.body);
  try {
    return await (options.fetch ?? fetch)(url, init);
  } catch (cause) {
    if (how.signal?.aborted) throw cause;
    throw new Unreachable(cause);
  }
}

async function failureOf(response: Response): Promise<ApiError> {
  const body = Failure.safeParse(await response.json().catch(() => null));
  const unknown = { code: `HTTP_${response.status}`, name: 'UNKNOWN', message: response.statusText, details: {} };
  return new ApiError(response.status, body.success ? body.data.error : unknown, response.headers.get('x-request-id'));
}

async function read(route: Route, response: Response): Promise<unknown> {
  const shape = route.response;
  if (isSchema(shape)) return ((await response.json()) as { data: unknown }).data;
  if (shape.kind === 'bytes') return response.blob();
  if (shape.kind === 'lines') return readLines(response);
  if (shape.kind === 'nothing') return undefined;
  const body = (await response.json()) as { data: unknown[]; meta: { next: string | null } };
  return { items: body.data, next: body.meta.next };
}

async function* readLines(response: Response): AsyncGenerator<unknown> {
  if (!response.body) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    const parts = (rest + (value ?? '')).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) if (part) yield JSON.parse(part);
    if (done) break;
  }
  if (rest) yield JSON.parse(rest);
}
