import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { plainHeaders } from './content-policy.ts';
import type { MadePage } from './made-page.ts';

const packers = {
  br: ({ body, isForOne }: MadePage) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: isForOne ? 1 : 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gzip: ({ body, isForOne }: MadePage) => promisify(gzip)(body, { level: isForOne ? 1 : 6 }),
};
type Packer = keyof typeof packers;

/** What is shorter is not worth packing. */
const leastPacked = 1000;

/** Sends a page that is made: whole, packed once for all who want it so, or not at all to who has it. */
export async function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  page: MadePage,
  // A browser asks each time, and is told in a few bytes that nothing changed.
  caching = page.status < 400 ? 'public, max-age=0, must-revalidate' : 'no-cache',
): Promise<void> {
  const headers: Record<string, string> = {
    ...plainHeaders,
    ...page.headers,
    'content-security-policy': page.policy,
    'cache-control': caching,
    etag: page.etag,
    vary: 'Accept-Encoding',
  };
  if (page.status === 200 && knows(request.headers['if-none-match'], page.etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const packer = page.body.length < leastPacked ? null : packerFor(request.headers['accept-encoding']);
  const body = packer === null ? page.body : await packed(page, packer);
  if (packer !== null) headers['content-encoding'] = packer;
  response.writeHead(page.status, { ...headers, 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function packed(page: MadePage, packer: Packer): Promise<Buffer> {
  const known = page.packed.get(packer);
  if (known) return known;
  const packing = packers[packer](page);
  page.packed.set(packer, packing);
  return packing;
}

const knows = (asked: string | undefined, etag: string): boolean =>
  asked !== undefined && asked.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);

function packerFor(accepted: string | string[] | undefined): Packer | null {
  const refused = /;\s*q=0(?:\.0*)?\s*$/;
  const names = new Set(
    [accepted ?? '']
      .flat()
      .join(',')
      .split(',')
      .filter((one) => !refused.test(one))
      .map((one) => one.split(';')[0]?.trim().toLowerCase()),
  );
  return names.has('br') ? 'br' : names.has('gzip') ? 'gzip' : null;
}
