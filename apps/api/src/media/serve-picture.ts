import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Resources } from '../platform/context.ts';
import { answerFailure } from '../platform/failure-filter.ts';
import { Fault } from '../platform/fault.ts';
import { storageOf } from './storage-of.ts';

interface OfFile {
  Params: { address: string; file: string };
}

const year = 31_536_000;
/** The only names that are asked for: no other reaches the storage, not even the file as it was uploaded. */
const isAddress = (text: string) => /^[A-Za-z0-9_-]{32}$/.test(text);
const formatOf = (file: string) => /^[1-9]\d{0,4}\.(webp|avif)$/.exec(file)?.[1];
/** Whatever a file may turn out to be, opened by itself it can load, run and reach nothing. */
const policy = "default-src 'none'; style-src 'none'; sandbox; frame-ancestors 'none'";

/**
 * Pictures' files at `/api/media/<address>/<width>.<format>`. Who knows an address may look: it is 192 bits that only the
 * festival's own pages tell. The same name is the same bytes for ever, so nobody needs to ask twice.
 */
export function addPictures(server: FastifyInstance, { env }: Resources): void {
  server.get<OfFile>('/api/media/:address/:file', async (request, reply) => {
    const { address, file } = request.params;
    const format = formatOf(file);
    const refuse = (name: 'general.not_found' | 'general.unavailable') =>
      answerFailure(new Fault(name), request, reply.header('cache-control', 'no-store'));
    if (!isAddress(address) || !format) return refuse('general.not_found');
    const etag = `"${address}-${file}"`;
    const lasting = { etag, 'cache-control': `public, max-age=${year}, immutable` };
    if (request.headers['if-none-match']?.includes(etag)) return reply.status(304).headers(lasting).send();
    const stored = await read(env, `${address}/${file}`).catch((error: unknown) => {
      request.log.error({ err: error }, 'the storage does not answer');
      return undefined;
    });
    if (stored === undefined) return refuse('general.unavailable');
    if (stored === null) return refuse('general.not_found');
    return reply
      .headers(lasting)
      .header('content-security-policy', policy)
      .header('content-disposition', `inline; filename="${file}"`)
      .header('content-length', stored.bytes)
      .type(`image/${format}`)
      .send(Readable.from(stored.body));
  });
}

const read = async (env: Resources['env'], key: string) => (await storageOf(env)).get(key);
