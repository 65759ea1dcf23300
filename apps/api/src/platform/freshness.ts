import type { Download } from '@festivals/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';

/** Says of a file how long it may be kept, and which state of it this is. */
export function sayFreshness(reply: FastifyReply, { etag, maxAgeSeconds }: Download): void {
  if (etag !== undefined) reply.header('etag', `"${etag}"`);
  if (maxAgeSeconds !== undefined) reply.header('cache-control', `public, max-age=${maxAgeSeconds}`);
}

/** Whether the caller already has this state (RFC 9110, 13.1.2). */
function isKnown(known: string | undefined, etag: unknown): boolean {
  if (known === undefined || typeof etag !== 'string') return false;
  const weak = (tag: string) => tag.trim().replace(/^W\//, '');
  return known.trim() === '*' || known.split(',').some((tag) => weak(tag) === etag);
}

/** Answers 304 without a body where the caller has what it asks for. */
export async function leaveOutWhatIsKnown(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (!isRead || reply.statusCode !== 200) return payload;
  if (!isKnown(request.headers['if-none-match'], reply.getHeader('etag'))) return payload;
  if (payload instanceof Readable) payload.destroy();
  reply.code(304).removeHeader('content-length').removeHeader('content-type').removeHeader('content-disposition');
  return null;
}
