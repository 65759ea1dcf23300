import { isSchema, type Input, type Route, type Upload } from '@festivals/contract';
import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { fail, Fault } from './fault.ts';
import { issuesOf } from './translate-error.ts';

/** Checks parameters, query and body against the route's contract; says of every fault where it is. */
export function readInput(route: Route, request: FastifyRequest): Input<Route> {
  const parts = {
    // An id that is no id cannot name anything: the thing does not exist.
    params: route.params ? parsed(route.params, request.params, 'params', 'general.not_found') : undefined,
    query: route.query ? parsed(route.query, request.query, 'query') : undefined,
    body: route.body ? bodyOf(route.body, request) : undefined,
  };
  // The loose input of "some route"; the handler's own type was checked against its route where it was bound.
  return parts as Input<Route>;
}

function parsed(
  schema: z.ZodType,
  value: unknown,
  part: string,
  error: 'general.validation_failed' | 'general.not_found' = 'general.validation_failed',
): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Fault(error, error === 'general.not_found' ? {} : { part, issues: issuesOf(result.error) });
}

function bodyOf(body: NonNullable<Route['body']>, request: FastifyRequest): unknown {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (isSchema(body)) {
    if (type !== '' && type !== 'application/json')
      fail('general.unsupported_media_type', { accepted: ['application/json'] });
    return parsed(body, request.body ?? {}, 'body');
  }
  if (!body.types.includes(type)) fail('general.unsupported_media_type', { accepted: body.types });
  // What says by itself that it is too large need not be received to be refused.
  if (Number(request.headers['content-length']) > body.maxBytes)
    fail('general.body_too_large', { maxBytes: body.maxBytes });
  // News whose bytes are signed were read as they came.
  const source = Buffer.isBuffer(request.body) ? Readable.from([request.body]) : request.raw;
  return { type, body: limited(source, body) };
}

async function* limited(source: Readable, { maxBytes }: Upload): AsyncGenerator<Uint8Array> {
  let received = 0;
  // Whoever is refused half-way must still hear why: their connection is not torn down here.
  for await (const chunk of source.iterator({ destroyOnReturn: false })) {
    received += chunk.byteLength;
    if (received > maxBytes) fail('general.body_too_large', { maxBytes });
    yield chunk;
  }
}
