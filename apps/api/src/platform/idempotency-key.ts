import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Caller, Ctx, IdempotencyKey } from './context.ts';
import { fail } from './fault.ts';

/** The key of a write, if it carries one: bound to its caller, its address and its body. */
export function idempotencyKeyOf(request: FastifyRequest, ctx: Ctx): IdempotencyKey | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(key)) {
    fail('general.validation_failed', {
      part: 'headers',
      issues: [{ path: 'idempotency-key', code: 'invalid_format', message: 'key' }],
    });
  }
  return {
    caller: sha256(callerOf(ctx.caller, request)),
    key,
    bodyHash: sha256(`${request.method} ${request.url} ${bodyTextOf(request)}`),
  };
}

function bodyTextOf({ body }: FastifyRequest): string {
  try {
    return JSON.stringify(body ?? null);
  } catch {
    // Parsed without recursion, written with: brackets so deep that no deed wants them.
    return fail('general.malformed_request');
  }
}

/** A guest is whoever has the basket's secret; without one, the address must do. */
function callerOf(caller: Caller, request: FastifyRequest): string {
  if (caller.kind === 'person') return `person ${caller.personId}`;
  if (caller.kind === 'device') return `device ${caller.deviceId}`;
  const body: unknown = request.body;
  if (typeof body === 'object' && body !== null && 'secret' in body) return `secret ${String(body.secret)}`;
  return `address ${request.ip}`;
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
