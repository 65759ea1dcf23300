import type { Received } from '@festivals/contract';
import { decodeText } from '@festivals/domain/csv';

/** Everything of a file that came in, whose size the contract bounds. */
export async function receivedBytes({ body }: Received): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A table's text, however its program wrote it. */
export const receivedText = async (file: Received): Promise<string> => decodeText(await receivedBytes(file));
