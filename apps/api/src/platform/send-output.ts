import { isSchema, type Download, type Page, type Route } from '@festivals/contract';
import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

/** Puts what a use case returned into the shape that its route promises. */
export function sendOutput(route: Route, output: unknown): unknown {
  const shape = route.response;
  if (isSchema(shape)) return { data: output };
  switch (shape.kind) {
    case 'nothing':
      return undefined;
    case 'page': {
      const { items, next } = output as Page<unknown>;
      return { data: items, meta: { next } };
    }
    case 'bytes':
      return file(output as Download, shape.type);
    case 'lines':
      return new StreamableFile(Readable.from(ndjson(output as AsyncIterable<unknown>)), {
        type: 'application/x-ndjson',
      });
  }
}

function file(download: Download, type: string): StreamableFile {
  const disposition = download.name ? `inline; filename="${download.name.replace(/[^\w.-]/g, '_')}"` : 'inline';
  const options = { type: download.type ?? type, disposition };
  return download.body instanceof Uint8Array
    ? new StreamableFile(download.body, options)
    : new StreamableFile(Readable.from(download.body), options);
}

async function* ndjson(values: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const value of values) yield `${JSON.stringify(value)}\n`;
}
