import type { Received } from '@festivals/contract';
import { sniff, sniffedBytes } from '@festivals/domain/media/sniff';
import { fail } from '../platform/fault.ts';
import { turnstile } from './turnstile.ts';

/** Files that are held in memory at once; the senders of further ones wait, and nothing of theirs is read meanwhile. */
const received = turnstile(6);

/** Takes a file in and hands it on; what is no picture is refused at its first bytes. The place is held until it is dealt with. */
export const receive = <T>({ body }: Received, work: (file: Buffer) => Promise<T>): Promise<T> =>
  received(async () => {
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of body) {
      const wasShort = bytes < sniffedBytes;
      chunks.push(chunk);
      bytes += chunk.byteLength;
      if (wasShort && bytes >= sniffedBytes) refuseOthers(Buffer.concat(chunks));
    }
    const file = Buffer.concat(chunks);
    refuseOthers(file);
    return work(file);
  });

function refuseOthers(file: Buffer): void {
  if (sniff(file) === null) fail('media.not_a_picture');
}
