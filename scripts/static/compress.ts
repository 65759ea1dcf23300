import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { ServedFile } from './files.ts';

export type Encoding = 'br' | 'gzip' | undefined;

const worthIt = /^(?:text|application\/(?:json|wasm|manifest|geo|xml)|image\/svg)/;
const brotli = promisify(brotliCompress);
const gzipAsync = promisify(gzip);
const done = new WeakMap<ServedFile, Partial<Record<'br' | 'gzip', Promise<Buffer>>>>();

/** The best encoding both sides know, or none for what is small or compressed already. */
export function chooseEncoding(accepted: string | undefined, file: ServedFile): Encoding {
  if (file.body.length < 1024 || !worthIt.test(file.type)) return undefined;
  const offers = new Set(
    (accepted ?? '')
      .split(',')
      .filter((offer) => !/;\s*q=0(?:\.0*)?\s*$/.test(offer))
      .map((offer) => offer.split(';')[0]?.trim()),
  );
  return offers.has('br') ? 'br' : offers.has('gzip') ? 'gzip' : undefined;
}

/** Compresses a file once for each encoding, off the main thread. */
export function compressed(file: ServedFile, encoding: 'br' | 'gzip'): Promise<Buffer> {
  const results = done.get(file) ?? {};
  done.set(file, results);
  results[encoding] ??=
    encoding === 'br'
      ? brotli(file.body, {
          params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: file.body.length },
        })
      : gzipAsync(file.body);
  return results[encoding];
}
