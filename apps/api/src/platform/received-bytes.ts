import type { Received } from '@festivals/contract';

/** Everything of a file that came in, whose size the contract bounds. */
export async function receivedBytes({ body }: Received): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}
