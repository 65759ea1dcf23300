/**
 * The API as the account's pages call it. They know its contract as types alone: method, path, input and answer are checked
 * by the compiler, and no schema reaches the browser.
 */
import type { Call, Result, Route } from '@festivals/contract';
import { fillPath, queryString } from '@festivals/contract/path';
import { renewSession } from '../shell/session.ts';

/** The API said no, in the reader's language. */
export class Refusal extends Error {
  override readonly name: string;
  readonly status: number;
  readonly details: Record<string, unknown>;

  constructor(
    status: number,
    { name, message, details = {} }: { name: string; message: string; details?: Record<string, unknown> },
  ) {
    super(message);
    this.name = name;
    this.status = status;
    this.details = details;
  }
}

/** Calls a route: `ask<typeof me>('GET', '/auth/me', {})`. @throws a `Refusal`, or what `fetch` throws without an answer */
export async function ask<R extends Route>(
  method: R['method'],
  path: R['path'],
  call: Call<R>,
  how: { idempotencyKey?: string } = {},
): Promise<Result<R>> {
  // What any call may carry; its type was checked above.
  const { params, query, body } = call as {
    params?: Record<string, unknown>;
    query?: Record<string, unknown>;
    body?: unknown;
  };
  const send = () =>
    fetch(`/api${fillPath(path, params)}${queryString(query)}`, {
      method,
      credentials: 'same-origin',
      headers: {
        'x-face': 'site',
        'accept-language': document.documentElement.lang,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(how.idempotencyKey !== undefined && { 'idempotency-key': how.idempotencyKey }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  let response = await send();
  if (response.status === 401 && (await renewSession())) response = await send();
  if (!response.ok) throw await refusalOf(response);
  // The server's answers have the shape of their contract, or it does not compile.
  return (await read(response)) as Result<R>;
}

async function read(response: Response): Promise<unknown> {
  if (response.status === 204 || response.headers.get('content-length') === '0') return undefined;
  const type = response.headers.get('content-type') ?? '';
  if (!type.startsWith('application/json') || response.headers.has('content-disposition')) return response.blob();
  const text = await response.text();
  if (text === '') return undefined;
  const answer: { data: unknown; meta?: { next: string | null } } = JSON.parse(text);
  return answer.meta ? { items: answer.data, next: answer.meta.next } : answer.data;
}

async function refusalOf(response: Response): Promise<Refusal> {
  const unknown = { name: 'UNKNOWN', message: '' };
  const answer: { error?: { name: string; message: string; details?: Record<string, unknown> } } | null = await response
    .json()
    .catch(() => null);
  return new Refusal(response.status, answer?.error ?? unknown);
}
